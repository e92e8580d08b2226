import type { LedSitting } from "../calendar/joint.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import type { MeetingEvent } from "../meeting/events.ts";
import { succeed, type Result } from "../meeting/result.ts";
import { type BrokenLine, type MeetingLog, type ParsedLog, breakAt, parseLog } from "./parse-log.ts";
import { type FoldedMeeting, readLed, foldMeeting } from "./fold-meeting.ts";
import type { EventEffects } from "./fold-step-by-step.ts";
import { readEventLine, listLedgerLines, toLogged, type LogLines } from "./log-lines.ts";

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
  readonly meetingIds: readonly string[];
  /** Folds each once more, when it is asked for: all of them may be more than memory takes. */
  readonly meetings: Iterable<MeetingCalendar>;
  /** By position. */
  readonly effects: ReadonlyMap<number, EventEffects>;
  /** UIDs of entries that calendars were told more of than the events say: a release changed them. */
  readonly toldMore: readonly string[];
  /** Of meetings of other bodies that this one lists. */
  readonly listed: readonly ListedMeeting[];
}

/** A meeting of another body, which that body's log tells. */
const isListed = ({ events }: MeetingLog): boolean => events[0]?.event.type === "meeting.listed";

/** Folds the lines of an exported log: pure, so that whoever has the file can do what the service does with it. */
export const foldLines = (body: string, lines: LogLines): Result<FoldedLog, BrokenLine> => {
  const parsed = parseLog(body, lines);
  if (!parsed.ok) return parsed;
  const { record, events, head, bodyEvents, meetings, ledger } = parsed.value;
  for (const [id, ats] of ledger) {
    if (meetings.has(id)) continue;
    return breakAt(events, `calendars were told of ${listLedgerLines(lines, ats)[0]?.row.entry.uid}, of which no event speaks`);
  }
  const fold = (id: string, log: MeetingLog): Result<FoldedMeeting, BrokenLine> => {
    try {
      return foldMeeting({ body, id }, log, ledger.get(id) ?? [], lines);
    } catch (error) {
      return breakAt(log.events.at(-1)?.position ?? events, `the meeting "${id}" can't be folded: ${String(error)}`);
    }
  };
  const [effects, toldMore] = [new Map<number, EventEffects>(), new Array<string>()];
  const own = [...meetings].filter(([, log]) => !isListed(log));
  for (const [id, log] of own) {
    const meeting = fold(id, log);
    if (!meeting.ok) return meeting;
    for (const [position, effect] of meeting.value.effects) effects.set(position, effect);
    toldMore.push(...meeting.value.toldMore);
  }
  function* foldAgain(): Generator<MeetingCalendar> {
    for (const [id, log] of own) {
      const meeting = fold(id, log);
      if (meeting.ok) yield meeting.value.calendar;
    }
  }
  const readListed = ([id, log]: readonly [string, MeetingLog]): ListedMeeting => ({
    id,
    events: log.events.map(({ line }) => toLogged(readEventLine(lines, line))),
    led: readLed(listLedgerLines(lines, ledger.get(id) ?? [])),
  });
  return succeed({
    record,
    events,
    head,
    bodyEvents,
    meetingIds: own.map(([id]) => id),
    meetings: { [Symbol.iterator]: foldAgain },
    listed: [...meetings].filter(([, log]) => isListed(log)).map(readListed),
    effects,
    toldMore,
  });
};
