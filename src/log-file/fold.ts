import { MACHINE_VERSION } from "../../machines/meeting/apply-event.ts";
import { nameSlots, type NamedSlot } from "../../machines/meeting/named-slots.ts";
import { getLifecycle } from "../../machines/meeting/statuses.ts";
import type { LedSitting } from "../calendar/joint.ts";
import { reviseEntries, sortRevisions } from "../calendar/ledger.ts";
import {
  buildCalendar,
  listChanged,
  replay,
  mergeRevisions,
  type ChangedEntries,
  type ReplayedEvent,
  type LogEntry,
} from "../calendar/replay.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { isMeetingEvent, type BodyEvent, type MeetingEvent, type PlenaryEvent } from "../meeting/events.ts";
import type { BodyRecord } from "../meeting/record.ts";
import { fail, succeed, type Failure, type Result } from "../meeting/result.ts";
import { hashEntry } from "./entry-hash.ts";
import { decodeEvent, parseLine, type EventLine, type LedgerLine } from "./lines.ts";

/** What is wrong with an exported log, and at which of its lines, counted from 1. */
export interface BrokenLine {
  readonly line: number;
  readonly why: string;
}

interface MeetingLine {
  readonly event: MeetingEvent;
  readonly line: EventLine;
}

interface ReadLog {
  /** The hash of the last entry. */
  readonly head: string;
  readonly record: BodyRecord;
  readonly events: number;
  readonly bodyEvents: readonly BodyEvent[];
  readonly meetings: ReadonlyMap<string, readonly MeetingLine[]>;
  readonly told: readonly LedgerLine[];
}

/** An event about a meeting of another body, by its webhook-id. */
interface ListedEvent {
  readonly id: string;
  readonly event: MeetingEvent;
}

/** A meeting of another body, under the id by which this one lists it, with its sittings as calendars were told them. */
interface ListedMeeting {
  readonly id: string;
  readonly events: readonly ListedEvent[];
  readonly led: readonly LedSitting[];
}

/** What an exported log comes to. */
export interface FoldedLog extends Pick<ReadLog, "record" | "events" | "head" | "bodyEvents"> {
  readonly meetings: readonly MeetingCalendar[];
  /** By position. */
  readonly settled: ReadonlyMap<number, Settled>;
  /** UIDs of entries that calendars were told more of than the events say: a release changed them. */
  readonly toldMore: readonly string[];
  /** Of meetings of other bodies that this one lists. */
  readonly listed: readonly ListedMeeting[];
}

const breakAt = (line: number, why: string): Failure<BrokenLine> => fail({ line, why });

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

const readEventIn = (line: EventLine): PlenaryEvent | undefined => {
  try {
    return decodeEvent(line);
  } catch {
    return undefined;
  }
};

const readLines = (body: string, lines: Iterable<string>): Result<ReadLog, BrokenLine> => {
  const meetings = new Map<string, MeetingLine[]>();
  const bodyEvents: BodyEvent[] = [];
  const told: LedgerLine[] = [];
  let record: BodyRecord | undefined;
  let last: EventLine | undefined;
  let at = 0;
  for (const text of lines) {
    at += 1;
    const read = parseLine(text);
    if (read.kind === "ledger") told.push(read.line);
    if (read.kind === "ledger") continue;
    const event = read.kind === "event" ? readEventIn(read.line) : undefined;
    if (read.kind === "unreadable" || !event || told.length > 0) return breakAt(at, "it is no line of a log, or out of place");
    const why = explainMisplacement(read.line, event, body, last);
    if (why !== undefined) return breakAt(at, why);
    if (isMeetingEvent(event)) meetings.getOrInsertComputed(event.data.meeting, () => []).push({ event, line: read.line });
    else bodyEvents.push(event);
    if (event.type === "body.registered") ({ record } = event.data);
    if (!record) return breakAt(at, "the log does not begin with body.registered");
    last = read.line;
  }
  return record && last
    ? succeed({ record, events: last.position, head: hashEntry(last), bodyEvents, meetings, told })
    : breakAt(at, "there is no event");
};

/** What is kept with an event, of one that an earlier release logged without. */
export interface Settled {
  readonly changed: ChangedEntries;
  readonly named: readonly NamedSlot[];
}

interface FoldedMeeting {
  readonly calendar: MeetingCalendar;
  readonly settled: ReadonlyMap<number, Settled>;
  readonly toldMore: readonly string[];
}

const settle = ({ before, state, entry: { event }, differences, changed }: ReplayedEvent): Settled => ({
  changed: listChanged(changed),
  named: nameSlots(before, state, event, differences),
});

const isContradicted = ({ machine, answer }: EventLine, { state }: ReplayedEvent): boolean =>
  machine === MACHINE_VERSION && (answer.version !== state.version || answer.state !== getLifecycle(state.agenda));

/** Sittings that other bodies keep: where each stood is told again once those are asked. */
const readLed = (told: readonly LedgerLine[]): readonly LedSitting[] =>
  told.map(({ row }) => ({ row, status: row.entry.status === "CANCELLED" ? "cancelled" : "scheduled" }));

const foldMeeting = (log: readonly MeetingLine[], told: readonly LedgerLine[]): Result<FoldedMeeting, BrokenLine> => {
  const entries = log.map(({ event, line: { id, position, arrival, at, local, identities, changed } }): LogEntry => ({
    id,
    position,
    arrival,
    at,
    local,
    identities,
    changed: changed ?? [],
    event,
  }));
  const settled = new Map<number, Settled>();
  let contradicted: EventLine | undefined;
  function* check(steps: Iterable<ReplayedEvent>): Generator<ReplayedEvent> {
    let at = 0;
    for (const step of steps) {
      const line = log[at]?.line;
      at += 1;
      contradicted ??= line && isContradicted(line, step) ? line : undefined;
      if (line && !(line.changed && line.named)) settled.set(line.position, settle(step));
      yield step;
    }
  }
  const { events, calendar } = buildCalendar(check(replay(entries)));
  if (contradicted) {
    const { position, answer } = contradicted;
    return breakAt(position, `its sender was told version ${answer.version}, "${answer.state}", which is not what it came to`);
  }
  const unapplied = log[events];
  if (unapplied) return breakAt(unapplied.line.position, `${unapplied.event.type} can't be applied`);
  const end = entries.at(-1);
  if (!calendar || !end) return breakAt(0, "there is no meeting");
  const { body, id } = calendar.state.record;
  const isOwn = ({ row: { entry } }: LedgerLine): boolean => entry.body.id === body.id && entry.meeting === id;
  const [own, others] = [told.filter(isOwn), told.filter((line) => !isOwn(line))];
  const rows = new Map(calendar.rows.map((row) => [row.entry.uid, row]));
  const more = own.map(({ row }) => row).filter((row) => row.sequence !== rows.get(row.entry.uid)?.sequence);
  const lower = more.find((row) => row.sequence < (rows.get(row.entry.uid)?.sequence ?? Infinity));
  if (lower) return breakAt(end.position, `calendars would be told less of ${lower.entry.uid} than before`);
  const last = mergeRevisions(
    calendar.rows,
    own.map(({ row }) => row),
  );
  // Sittings that other bodies keep: no event of this log speaks of what those told.
  const led = readLed(others);
  // What this release says otherwise is a change, as it is after an upgrade.
  const changed = reviseEntries({ state: calendar.state, rows: last }, calendar.state, end.arrival, end.position);
  return succeed({
    calendar: {
      state: calendar.state,
      rows: sortRevisions(mergeRevisions(last, changed)),
      ...(led.length > 0 && { joint: { parts: [], led } }),
    },
    settled,
    toldMore: more.map(({ entry }) => entry.uid),
  });
};

/** Folds the lines of an exported log: pure, so that whoever has the file can do what the service does with it. */
export const foldLines = (body: string, lines: Iterable<string>): Result<FoldedLog, BrokenLine> => {
  const read = readLines(body, lines);
  if (!read.ok) return read;
  const { record, events, head, bodyEvents, meetings, told } = read.value;
  const toldOf = Map.groupBy(told, ({ meeting }) => meeting);
  const stranger = told.find(({ meeting }) => !meetings.has(meeting));
  if (stranger) return breakAt(events, `calendars were told of ${stranger.row.entry.uid}, of which no event speaks`);
  const folded: FoldedMeeting[] = [];
  const listed: ListedMeeting[] = [];
  for (const [id, log] of meetings) {
    // A meeting of another body, which that body's log tells.
    if (log[0]?.event.type === "meeting.listed") {
      listed.push({ id, events: log.map(({ event, line }) => ({ id: line.id, event })), led: readLed(toldOf.get(id) ?? []) });
      continue;
    }
    try {
      const meeting = foldMeeting(log, toldOf.get(id) ?? []);
      if (!meeting.ok) return meeting;
      folded.push(meeting.value);
    } catch (error) {
      return breakAt(log.at(-1)?.line.position ?? events, `the meeting "${id}" can't be folded: ${String(error)}`);
    }
  }
  return succeed({
    record,
    events,
    head,
    bodyEvents,
    listed,
    meetings: folded.map(({ calendar }) => calendar),
    settled: new Map(folded.flatMap(({ settled }) => [...settled])),
    toldMore: folded.flatMap(({ toldMore }) => toldMore),
  });
};
