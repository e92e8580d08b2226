import { getSlotStatus, type SlotStatus } from "../../machines/meeting/statuses.ts";
import { buildEntries } from "../calendar/entries.ts";
import type { CalendarEntry, EntryItem } from "../calendar/entry.ts";
import { addLedTimes, joinEntries, listOwnItems } from "../calendar/joint.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { addDays, getDate, hasHour, resolveInstant } from "../meeting/local-time.ts";
import { compareSlots } from "../meeting/slot-order.ts";

/** A plenary slot as the page shows it: what calendars are told, and where it stands. */
export interface Sitting {
  /** By which it is found on the page: its number, where the meeting keeps it itself. */
  readonly number: string;
  /** Those of the meeting's own agenda. */
  readonly items: readonly EntryItem[];
  readonly entry: CalendarEntry;
  readonly status: SlotStatus;
  /** Of one that is suspended: a local time or a date. */
  readonly until?: string | undefined;
}

/** Those that other bodies keep, and in which the meeting takes part. */
const listLed = ({ state: { record }, joint }: MeetingCalendar): readonly Sitting[] =>
  (joint?.led ?? []).map(({ row: { entry }, status }) => ({
    number: [entry.body.id, entry.meeting, entry.slot].join("-"),
    items: listOwnItems(entry, record),
    entry,
    status: entry.status === "CANCELLED" ? "cancelled" : status,
  }));

/** Slots by their start, those that left the programme too. */
export const listSittings = (calendar: MeetingCalendar): readonly Sitting[] => {
  const { state, joint } = calendar;
  const slots = new Map([...state.slots, ...state.removedSlots].map((slot) => [slot.slot.number, slot]));
  const own = joinEntries(buildEntries(addLedTimes(state, joint?.led)), state, joint?.parts).flatMap((entry): readonly Sitting[] => {
    const number = entry.slot;
    const slot = number === undefined ? undefined : slots.get(number);
    if (number === undefined || !slot) return [];
    const status = entry.status === "CANCELLED" ? "cancelled" : getSlotStatus(slot.value);
    return [{ number, items: entry.items, entry, status, until: slot.said.suspended?.until }];
  });
  return [...own, ...listLed(calendar)].toSorted((a, b) => compareSlots(a.entry, b.entry) || Number(a.entry.slot) - Number(b.entry.slot));
};

/** One that the meeting keeps or ever kept: of what turned out never to have been its cancelled entry is there. */
export const findSitting = (calendar: MeetingCalendar, number: string): Sitting | undefined =>
  listSittings(calendar).find((sitting) => sitting.number === number) ??
  calendar.rows
    .filter(({ entry }) => entry.slot === number)
    .map(({ entry }): Sitting => ({ number, items: entry.items, entry, status: "cancelled" }))[0];

export const groupByDay = (sittings: readonly Sitting[]): readonly (readonly [string, readonly Sitting[]])[] => [
  ...Map.groupBy(sittings, ({ entry }) => getDate(entry.start)),
];

/** From how many sittings on a programme is long to lay out, and to read. */
export const LONG_PROGRAMME = 100;

export const listDays = (sittings: readonly Sitting[]): readonly string[] => groupByDay(sittings).map(([day]) => day);

/** The day on which a meeting's page opens: today, or the next with a sitting. Once all are over it shows them all, unless they are too many. */
export const chooseDay = (sittings: readonly Sitting[], today: string): string | undefined => {
  const days = listDays(sittings);
  return days.find((day) => day >= today) ?? (sittings.length > LONG_PROGRAMME ? days.at(-1) : undefined);
};

/** `2010-01-27T09:00:00.000Z`, for scripts and search engines; a date alone as it is. */
export const formatInstant = (local: string, zone: string): string => {
  if (!hasHour(local)) return local;
  const instant = resolveInstant(local, zone);
  return instant === undefined ? local : new Date(instant).toISOString();
};

/** When a sitting ends, as far as a clock can tell: at the latest with its day, where it has no hour. */
export const findEndInstant = ({ start, end, timezone }: CalendarEntry): string | undefined => {
  if (end !== undefined) return formatInstant(end, timezone);
  return hasHour(start) ? undefined : formatInstant(`${addDays(start, 1)}T00:00`, timezone);
};
