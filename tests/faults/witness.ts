import { isDeepStrictEqual } from "node:util";
import { applyToLog } from "../../machines/meeting/apply-to-log.ts";
import { createLog } from "../../machines/meeting/fold-log.ts";
import { foldLog } from "../../machines/meeting/fold-log.ts";
import { settleRedaction } from "../../machines/meeting/redaction.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { sortRevisions, mergeRevisions, type EntryRevision } from "../../src/calendar/ledger.ts";
import { reviseRedacted } from "../../src/calendar/redacted.ts";
import { reviseByEntry, type LogEntry } from "../../src/calendar/replay.ts";
import { sendRequest } from "../../src/cli/send/client.ts";
import { selectMeetingFeed } from "../../src/feeds/feed.ts";
import { renderFeed } from "../../src/feeds/ics.ts";
import { parseFeedOptions } from "../../src/feeds/options.ts";
import type { BodyRecord } from "../../src/meeting/record.ts";
import { isMeetingEvent } from "../../src/meeting/events.ts";
import { redactEvent } from "../../src/meeting/redaction.ts";
import { buildMeetingJson } from "../../src/api/meeting.ts";
import { decodeEvent, parseLine, type EventLine } from "../../src/log-file/lines.ts";
import { KEY, ORIGIN } from "./machine.ts";
import type { Book } from "./told.ts";

/** What a fault may never do. */
export interface Verdict {
  /** Acknowledged events that the log does not have as they were acknowledged. */
  readonly lost: number;
  /** Events that are in the log in part, twice, out of order or though they were refused; meetings that are not at their log's end. */
  readonly halfApplied: number;
  /** Meetings whose feed is not, byte by byte, what the log folds to, or whose JSON says something else. */
  readonly differing: number;
}

interface Meeting {
  readonly log: LogEntry[];
  state: MeetingState | undefined;
  rows: readonly EntryRevision[];
}

interface Body {
  readonly lines: string[];
  readonly ids: Set<string>;
  readonly meetings: Map<string, Meeting>;
  last: EventLine | undefined;
}

/** One who reads every log along, folds it by itself, and compares what is served with what it should be. */
export interface Witness {
  /** Reads what is new in the logs, and compares the feeds that it touches. */
  readonly check: () => Promise<Verdict>;
  /** Reads every log from its beginning, and compares it with what was read along; and every feed. */
  readonly checkAll: () => Promise<Verdict>;
  readonly linesOf: (body: string) => readonly string[];
  readonly feeds: () => readonly string[];
}

const OPTIONS = parseFeedOptions({});

export const sumOf = (verdicts: readonly Verdict[]): Verdict => ({
  lost: verdicts.reduce((total, { lost }) => total + lost, 0),
  halfApplied: verdicts.reduce((total, { halfApplied }) => total + halfApplied, 0),
  differing: verdicts.reduce((total, { differing }) => total + differing, 0),
});

const exportPage = async (url: string, body: string, after: number): Promise<readonly string[]> => {
  const answered = await sendRequest({ url, secret: KEY }, "log/export", { request: "log.export", body, after }, Date.now());
  if (!answered.ok) throw new Error(`the log of ${body} could not be read: ${answered.error.detail}`);
  return (answered.value as { readonly lines: readonly string[] }).lines;
};

const newLines = async (url: string, body: string, after: number): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (;;) {
    const page = await exportPage(url, body, after + lines.length);
    if (page.length === 0) return lines;
    lines.push(...page);
  }
};

/** Removes from what was read along what a redaction removes, where it was read before that. */
const redactAlong = (body: Body, named: string, entry: LogEntry, record: BodyRecord): void => {
  const log = body.meetings.get(named)?.log ?? [];
  const { event } = entry;
  if (event.type !== "event.redacted") return;
  const settled = settleRedaction(event, log.find(({ id }) => id === event.data.event)?.event, record);
  if (!settled.ok) return;
  const redact = settled.value;
  for (const meeting of body.meetings.values()) {
    const redacted = meeting.log.map((logged) => ({ ...logged, event: redactEvent(logged.event, redact) }));
    meeting.log.splice(0, meeting.log.length, ...redacted);
    const fold = foldLog(meeting.log);
    if (!fold.ok || !fold.value) continue;
    meeting.state = fold.value;
    meeting.rows = mergeRevisions(meeting.rows, reviseRedacted(meeting.rows, fold.value, redact, entry));
  }
};

/** Applies a line of a log; false where it can't be, or is out of place. */
const applyLine = (body: Body, text: string): { readonly isSound: boolean; readonly touched?: string; readonly line?: EventLine } => {
  const read = parseLine(text);
  if (read.kind !== "event") return { isSound: false };
  const { line } = read;
  const event = decodeEvent(line);
  const isInOrder = line.position === (body.last?.position ?? 0) + 1 && line.arrival >= (body.last?.arrival ?? 0);
  const isSound = isInOrder && !body.ids.has(line.id) && line.answer.position === line.position;
  body.ids.add(line.id);
  body.last = line;
  if (!isMeetingEvent(event)) return { isSound, line };
  const id = event.data.meeting;
  const meeting = body.meetings.getOrInsertComputed(id, () => ({ log: [], state: undefined, rows: [] }));
  const { position, arrival, at, local, identities, changed } = line;
  const entry: LogEntry = { id: line.id, position, arrival, at, local, identities, changed: changed ?? [], event };
  if (event.type === "event.redacted" && meeting.state) redactAlong(body, id, entry, meeting.state.record.body);
  const { outcome } = applyToLog(meeting.state, entry, () => createLog(meeting.log));
  if (!outcome.ok) return { isSound: false, line };
  const { state: before, rows } = meeting;
  meeting.log.push(entry);
  meeting.state = outcome.value;
  meeting.rows = mergeRevisions(rows, reviseByEntry(before && { state: before, rows }, outcome.value, entry));
  return { isSound: isSound && line.answer.version === outcome.value.version, touched: id, line };
};

export const witnessOf = (url: string, bodies: readonly string[], book: Book): Witness => {
  const known = new Map<string, Body>(bodies.map((body) => [body, { lines: [], ids: new Set(), meetings: new Map(), last: undefined }]));
  const told = new Set<string>();

  const checkMeeting = async (id: string, { state, rows, log }: Meeting): Promise<Verdict> => {
    if (!state) return { lost: 0, halfApplied: 1, differing: 0 };
    const [json, ics] = await Promise.all([
      fetch(`${url}/${state.record.body.id}/${id}.json`),
      fetch(`${url}/${state.record.body.id}/${id}.ics`),
    ]);
    const served = (await json.json()) as { readonly version?: number };
    const calendar = { state, rows: sortRevisions(rows) };
    const feed = renderFeed(selectMeetingFeed(calendar, OPTIONS.words), ORIGIN, OPTIONS);
    const isFold = (await ics.text()) === feed && isDeepStrictEqual(served, JSON.parse(JSON.stringify(buildMeetingJson(calendar))));
    const verdict = { lost: 0, halfApplied: served.version === log.length ? 0 : 1, differing: isFold ? 0 : 1 };
    if (verdict.halfApplied + verdict.differing > 0)
      console.error(`${state.record.body.id}/${id}:`, verdict, ics.status, { version: served.version }, log.length);
    return verdict;
  };

  const check = async (): Promise<Verdict> => {
    const verdicts: Verdict[] = [];
    for (const [id, body] of known) {
      const lines = await newLines(url, id, body.lines.length);
      body.lines.push(...lines);
      const applied = lines.map((line) => applyLine(body, line));
      const bad = applied.filter(({ isSound, line }) => !isSound || (line !== undefined && book.refused.has(line.id)));
      verdicts.push({ lost: 0, halfApplied: bad.length, differing: 0 });
      const acknowledged = new Map(applied.flatMap(({ line }) => (line ? [[line.id, line] as const] : [])));
      for (const [event, line] of acknowledged) {
        const promise = book.acknowledged.get(event);
        if (!promise) continue;
        told.add(event);
        const isKept = promise.answer === JSON.stringify(line.answer) && promise.digest === line.digest;
        verdicts.push({ lost: isKept ? 0 : 1, halfApplied: 0, differing: 0 });
      }
      for (const touched of new Set(applied.flatMap((one) => one.touched ?? []))) {
        const meeting = body.meetings.get(touched);
        if (meeting) verdicts.push(await checkMeeting(touched, meeting));
      }
    }
    // Acknowledged since, of an event that an earlier check had read already, or lost.
    for (const [event, { body, answer }] of book.acknowledged) {
      if (told.has(event)) continue;
      told.add(event);
      const line = known.get(body)?.ids.has(event) ? known.get(body)?.lines.find((text) => text.includes(`"id":"${event}"`)) : undefined;
      verdicts.push({ lost: line?.includes(answer) ? 0 : 1, halfApplied: 0, differing: 0 });
    }
    return sumOf(verdicts);
  };

  const checkAll = async (): Promise<Verdict> => {
    const verdicts = [await check()];
    for (const [id, body] of known) {
      const again = await newLines(url, id, 0);
      const byPosition = new Map(again.map((line) => [positionOf(line), line]));
      // A redaction changes the texts of events that say which it was, and nothing else.
      const changed = body.lines.filter((line) => {
        const now = byPosition.get(positionOf(line));
        return line !== now && !isRedacted(body, line, now);
      });
      verdicts.push({ lost: changed.length, halfApplied: Math.max(again.length - body.lines.length, 0), differing: 0 });
      body.lines.splice(0, body.lines.length, ...again);
      for (const [meeting, folded] of body.meetings) verdicts.push(await checkMeeting(meeting, folded));
    }
    return sumOf(verdicts);
  };

  return {
    check,
    checkAll,
    linesOf: (body) => known.get(body)?.lines ?? [],
    feeds: () => [...known].flatMap(([body, { meetings }]) => [`/${body}.ics`, ...[...meetings.keys()].map((id) => `/${body}/${id}.ics`)]),
  };
};

const positionOf = (text: string): number => {
  const read = parseLine(text);
  return read.kind === "event" ? read.line.position : 0;
};

const isRedacted = (body: Body, before: string, after: string | undefined): boolean => {
  const [one, other] = [parseLine(before), parseLine(after ?? "")];
  if (one.kind !== "event" || other.kind !== "event") return false;
  const isMade = [...body.meetings.values()].some(({ log }) =>
    log.some(({ id, event }) => event.type === "event.redacted" && id === other.line.redactedBy),
  );
  const strip = ({ raw: _raw, redactedBy: _redactedBy, answer: _answer, ...kept }: EventLine): string => JSON.stringify(kept);
  return isMade && strip(one.line) === strip(other.line);
};
