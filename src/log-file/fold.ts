import type { LedSitting } from "../calendar/joint.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import type { MeetingEvent } from "../meeting/events.ts";
import { succeed, type Result } from "../meeting/result.ts";
import { type BrokenLine, type MeetingLog, type ParsedLog, breakAt, parseLog } from "./parse-log.ts";
import { type FoldedMeeting, readLed, foldMeeting } from "./fold-meeting.ts";
import { readEventLine, listLedgerLines, toLogged, type LogLines } from "./log-lines.ts";
import { takeSteps, type Steps } from "./steps.ts";

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

/** An exported log that was gone through once, each meeting still to be folded: all of them may be more than memory takes. */
interface OpenedLog extends Pick<ParsedLog, "record" | "events" | "arrival" | "head" | "bodyEvents"> {
  readonly meetingIds: readonly string[];
  readonly fold: (id: string) => Steps<Result<FoldedMeeting, BrokenLine>>;
  /** Of meetings of other bodies that this one lists. */
  readonly listed: readonly ListedMeeting[];
}

/** What an exported log comes to. */
export interface FoldedLog extends OpenedLog {
  /** Folds each once more, when it is asked for. */
  readonly meetings: Iterable<MeetingCalendar>;
  /** UIDs of entries that calendars were told more of than the events say: a release changed them. */
  readonly toldMore: readonly string[];
}

/** A meeting of another body, which that body's log tells. */
const isListed = ({ events }: MeetingLog): boolean => events[0]?.event.type === "meeting.listed";

/** Reads the lines of an exported log. */
export function* openLines(body: string, lines: LogLines): Steps<Result<OpenedLog, BrokenLine>> {
  const parsed = yield* parseLog(body, lines);
  if (!parsed.ok) return parsed;
  const { meetings, ledger, ...read } = parsed.value;
  for (const [id, ats] of ledger) {
    if (meetings.has(id)) continue;
    return breakAt(read.events, `calendars were told of ${listLedgerLines(lines, ats)[0]?.row.entry.uid}, of which no event speaks`);
  }
  function* fold(id: string): Steps<Result<FoldedMeeting, BrokenLine>> {
    const log = meetings.get(id) ?? { events: [], told: undefined };
    try {
      return yield* foldMeeting({ body, id }, log, ledger.get(id) ?? [], lines);
    } catch (error) {
      return breakAt(log.events.at(-1)?.position ?? read.events, `the meeting "${id}" can't be folded: ${String(error)}`);
    }
  }
  const readListed = ([id, log]: readonly [string, MeetingLog]): ListedMeeting => ({
    id,
    events: log.events.map(({ line }) => toLogged(readEventLine(lines, line))),
    led: readLed(listLedgerLines(lines, ledger.get(id) ?? [])),
  });
  return succeed({
    ...read,
    meetingIds: [...meetings].flatMap(([id, log]) => (isListed(log) ? [] : [id])),
    fold,
    listed: [...meetings].filter(([, log]) => isListed(log)).map(readListed),
  });
}

/** Folds the lines of an exported log: pure, so that whoever has the file can do what the service does with it. */
export const foldLines = (body: string, lines: LogLines): Result<FoldedLog, BrokenLine> => {
  const opened = takeSteps(openLines(body, lines));
  if (!opened.ok) return opened;
  const { meetingIds, fold } = opened.value;
  const toldMore: string[] = [];
  for (const id of meetingIds) {
    const meeting = takeSteps(fold(id));
    if (!meeting.ok) return meeting;
    toldMore.push(...meeting.value.toldMore);
  }
  function* foldAgain(): Generator<MeetingCalendar> {
    for (const id of meetingIds) {
      const meeting = takeSteps(fold(id));
      if (meeting.ok) yield meeting.value.calendar;
    }
  }
  return succeed({ ...opened.value, meetings: { [Symbol.iterator]: foldAgain }, toldMore });
};
