import type { LedSitting } from "../calendar/joint.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import type { MeetingEvent } from "../meeting/events.ts";
import { succeed, type Result } from "../meeting/result.ts";
import { type BrokenLine, type ParsedLog, breakAt, parseLog } from "./parse-log.ts";
import { type EventEffects, type FoldedMeeting, readLed, foldMeeting } from "./fold-meeting.ts";

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
export interface FoldedLog extends Pick<ParsedLog, "record" | "events" | "head" | "bodyEvents"> {
  readonly meetings: readonly MeetingCalendar[];
  /** By position. */
  readonly effects: ReadonlyMap<number, EventEffects>;
  /** UIDs of entries that calendars were told more of than the events say: a release changed them. */
  readonly toldMore: readonly string[];
  /** Of meetings of other bodies that this one lists. */
  readonly listed: readonly ListedMeeting[];
}

/** Folds the lines of an exported log: pure, so that whoever has the file can do what the service does with it. */
export const foldLines = (body: string, lines: Iterable<string>): Result<FoldedLog, BrokenLine> => {
  const read = parseLog(body, lines);
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
    effects: new Map(folded.flatMap(({ effects }) => [...effects])),
    toldMore: folded.flatMap(({ toldMore }) => toldMore),
  });
};
