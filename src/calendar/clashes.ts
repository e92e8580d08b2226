import { addMinutes, hasHour, resolveInstant } from "../meeting/local-time.ts";
import { UNKNOWN_LENGTH, type CalendarEntry } from "./entry.ts";

/** When an entry begins, in milliseconds of the epoch; what has no hour begins with its day. */
export const readStart = ({ start, timezone }: Pick<CalendarEntry, "start" | "timezone">): number =>
  resolveInstant(hasHour(start) ? start : `${start}T00:00`, timezone) ?? 0;

const readEnd = ({ start, end = addMinutes(start, UNKNOWN_LENGTH), timezone }: CalendarEntry): number => resolveInstant(end, timezone) ?? 0;

/** Whether a person is to be somewhere at some hours. */
const takesTime = ({ start, status, deadline, item }: CalendarEntry): boolean =>
  hasHour(start) && status !== "CANCELLED" && deadline === undefined && item === undefined;

/** For each entry those that are held at the same time, wherever: one that begins as another ends is not. */
export const findClashes = (entries: readonly CalendarEntry[]): ReadonlyMap<CalendarEntry, readonly CalendarEntry[]> => {
  const clashes = new Map<CalendarEntry, CalendarEntry[]>();
  const add = (one: CalendarEntry, other: CalendarEntry): void => void clashes.set(one, [...(clashes.get(one) ?? []), other]);
  let open: CalendarEntry[] = [];
  for (const entry of entries.filter(takesTime).toSorted((a, b) => readStart(a) - readStart(b))) {
    open = open.filter((other) => readEnd(other) > readStart(entry));
    for (const other of open) {
      add(other, entry);
      add(entry, other);
    }
    open.push(entry);
  }
  return clashes;
};
