import { MACHINE_VERSION } from "../../machines/meeting/apply-event.ts";
import type { IndexedEvent } from "../../machines/meeting/fold-log.ts";
import type { Answer } from "../api/schemas/answer.ts";
import { createToldRevisions, type ToldRevisions } from "../calendar/recall.ts";
import { isMeetingEvent, type BodyEvent, type MeetingEvent, type PlenaryEvent } from "../meeting/events.ts";
import type { BodyRecord } from "../meeting/record.ts";
import { fail, succeed, type Failure, type Result } from "../meeting/result.ts";
import { hashEntry } from "./entry-hash.ts";
import { decodeEvent, parseLine, type EventLine } from "./lines.ts";
import type { Steps } from "./steps.ts";

/** What is wrong with an exported log, and at which of its lines, counted from 1. */
export interface BrokenLine {
  readonly line: number;
  readonly why: string;
}

/** An event of a meeting in short, and which line has the whole of it: all of them may be more than memory takes. */
export interface LineInShort extends IndexedEvent {
  /** Counted from 0. */
  readonly line: number;
  readonly position: number;
  readonly machine: number;
  readonly answer: Pick<Answer, "version" | "state">;
}

/** A meeting as a log has it. */
export interface MeetingLog {
  /** In the order of arrival. */
  readonly events: LineInShort[];
  /** What calendars were told when each came; undefined where an earlier machine did not write that down. */
  readonly told: ToldRevisions | undefined;
}

export interface ParsedLog {
  /** The hash of the last entry. */
  readonly head: string;
  readonly record: BodyRecord;
  readonly events: number;
  /** Of the last entry, in milliseconds of the epoch. */
  readonly arrival: number;
  readonly bodyEvents: readonly BodyEvent[];
  readonly meetings: ReadonlyMap<string, MeetingLog>;
  /** By the meeting, the lines, counted from 0, of what calendars were told of it. */
  readonly ledger: ReadonlyMap<string, readonly number[]>;
}

export const breakAt = (line: number, why: string): Failure<BrokenLine> => fail({ line, why });

/** What is asked of a record whose shape nobody has checked. */
interface Named {
  readonly id?: unknown;
  readonly body?: { readonly id?: unknown } | null;
}

/** As the door asks of an event: a record is of the body, and of the meeting, under whose name it is stored. */
const explainForeignRecord = ({ type, data }: PlenaryEvent, body: string): string | undefined => {
  const record: Named | undefined = "record" in data ? data.record : undefined;
  if (!record) return undefined;
  const named = type === "body.registered" ? record.id : record.body?.id;
  if (named !== body) return `its record is of the body "${String(named)}"`;
  return "meeting" in data && record.id !== data.meeting ? `its record is of the meeting "${String(record.id)}"` : undefined;
};

const explainMisplacement = (line: EventLine, event: PlenaryEvent, body: string, last: EventLine | undefined): string | undefined => {
  const { data } = event;
  if (data.body !== body) return `it is an event of the body "${data.body}"`;
  if (line.position !== (last?.position ?? 0) + 1) return `its position is ${line.position} after ${last?.position ?? 0}`;
  if (line.arrival < (last?.arrival ?? 0)) return "it arrived before the event that it follows";
  if (line.answer.position !== line.position) return "its sender was told another position";
  if (line.machine < 1 || line.machine > MACHINE_VERSION)
    return `it was logged by version ${line.machine} of the machine, and this release knows 1 to ${MACHINE_VERSION}`;
  if (line.machine === 1 && last && last.machine > 1) return "it has no hash of the entry before, which has one";
  if (line.machine > 1 && line.previous !== (last ? hashEntry(last) : "")) return "an entry before it was changed, moved or removed";
  return explainForeignRecord(event, body);
};

const shorten = (event: MeetingEvent, { id, at, position, machine, answer: { version, state } }: EventLine, line: number): LineInShort => {
  const { type, data } = event;
  const corrected = type === "event.withdrawn" || type === "event.redacted" ? { event: data.event } : {};
  return { id, at, position, machine, line, answer: { version, state }, event: { type, data: corrected } };
};

const addTo = (log: MeetingLog, event: MeetingEvent, line: EventLine, at: number): MeetingLog => {
  const { changed, named, position, arrival } = line;
  log.events.push(shorten(event, line, at));
  if (changed) log.told?.add({ changed, position, arrival });
  return changed && named ? log : { ...log, told: undefined };
};

const readEventIn = (line: EventLine): PlenaryEvent | undefined => {
  try {
    return decodeEvent(line);
  } catch {
    return undefined;
  }
};

export function* parseLog(body: string, lines: Iterable<string>): Steps<Result<ParsedLog, BrokenLine>> {
  const meetings = new Map<string, MeetingLog>();
  const bodyEvents: BodyEvent[] = [];
  const ledger = new Map<string, number[]>();
  const ids = new Set<string>();
  let record: BodyRecord | undefined;
  let last: EventLine | undefined;
  let at = 0;
  for (const text of lines) {
    at += 1;
    yield text.length;
    const read = parseLine(text);
    if (read.kind === "ledger") ledger.getOrInsertComputed(read.line.meeting, () => []).push(at - 1);
    if (read.kind === "ledger") continue;
    const event = read.kind === "event" ? readEventIn(read.line) : undefined;
    if (read.kind === "unreadable" || !event || ledger.size > 0) return breakAt(at, "it is no line of a log, or out of place");
    const why = ids.has(read.line.id) ? "an event before it has its id" : explainMisplacement(read.line, event, body, last);
    if (why !== undefined) return breakAt(at, why);
    if (isMeetingEvent(event)) {
      const known = meetings.get(event.data.meeting) ?? { events: [], told: createToldRevisions() };
      meetings.set(event.data.meeting, addTo(known, event, read.line, at - 1));
    } else bodyEvents.push(event);
    if (event.type === "body.registered") ({ record } = event.data);
    if (!record) return breakAt(at, "the log does not begin with body.registered");
    ids.add(read.line.id);
    last = read.line;
  }
  return record && last
    ? succeed({ record, events: last.position, arrival: last.arrival, head: hashEntry(last), bodyEvents, meetings, ledger })
    : breakAt(at, "there is no event");
}
