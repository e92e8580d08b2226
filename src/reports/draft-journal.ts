import { nameFollowed } from "../../machines/meeting/followed.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import type { Slot } from "../meeting/record.ts";
import { ENGLISH } from "../i18n/en.ts";
import { describeFollowed, formatDayAndHours } from "../i18n/slot-time.ts";
import { formatItemNumber } from "../i18n/item-number.ts";
import type { ReportSource } from "./report-source.ts";
import { formatOrdinal, PLACEHOLDER } from "./prose.ts";

const formatTime = (state: MeetingState, slot: Slot): string => {
  const followed = nameFollowed(state, slot.after);
  return formatDayAndHours(slot, followed && describeFollowed(followed, ENGLISH), ENGLISH);
};

/** One line for each sitting that was held, with what was done at it. */
export const draftJournal = (source: ReportSource): readonly string[] => {
  const eventsAt = Map.groupBy(source.events, ({ slot }) => slot?.number);
  return source.openedSlots.map((number, at) => {
    const slot = source.state.slots.find((other) => other.slot.number === number)?.slot;
    const done = (eventsAt.get(number) ?? [])
      .filter(({ event }) => JOURNAL[event.type] !== undefined)
      .map(({ event }) => {
        const text = JOURNAL[event.type] ?? "";
        return "item" in event.data && event.data.item !== undefined ? `${text} item ${formatItemNumber(event.data.item)}` : text;
      });
    const when = slot ? formatTime(source.state, slot) : PLACEHOLDER;
    return `${formatOrdinal(at + 1)} plenary meeting (${when}): ${done.length > 0 ? `${[...new Set(done)].join("; ")}.` : PLACEHOLDER}`;
  });
};

const JOURNAL: Partial<Record<string, string>> = {
  "meeting.opened": "opening of the meeting",
  "agenda.adopted": "adoption of the agenda",
  "item.taken_up": "considered",
  "item.left_open": "left open",
  "item.concluded": "concluded",
  "item.deferred": "deferred",
  "item.added": "included in the agenda",
  "item.held": "held in abeyance",
  "item.removed": "removed from the agenda",
  "report.adopted": "adoption of the report",
  "meeting.closed": "closure of the meeting",
};
