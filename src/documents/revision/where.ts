import { getDate } from "../../meeting/local-time.ts";
import { isSameOrPart, numberItems } from "../../meeting/numbered-items.ts";
import type { MeetingRecord, Slot } from "../../meeting/record.ts";
import { findCalendarDay } from "../expressions/calendar-days.ts";
import { findDates } from "../expressions/dates.ts";
import { readLeadingItems } from "../expressions/item-numbers.ts";
import { readLeadingTimes, type TimeRange } from "../expressions/times.ts";
import { formatClock } from "../expressions/clock.ts";
import { matchAny, findWords } from "../languages/expressions.ts";

/** One way to understand a correction: what it would change, and what the record must say for it. */
export interface Candidate {
  readonly item?: string;
  readonly slot?: Slot;
  readonly isTitle: boolean;
  readonly isNote?: boolean;
  readonly apply: (record: MeetingRecord) => MeetingRecord;
}

const DAY = 24 * 60;
const MORNING = findWords("morning");
const AFTERNOON = findWords("afternoon");
const ITEM = new RegExp(`(?<![\\p{L}\\p{N}])${matchAny("itemWord", "itemReference")}(?=\\s\\d)`, "giu");

/** Where a correction says that it stands: by these a candidate is known. */
export interface Where {
  readonly dates: ReadonlySet<string>;
  readonly partOfDay: "morning" | "afternoon" | undefined;
  readonly items: readonly string[];
  readonly times: readonly TimeRange[];
}

export const readWhere = (where: string, record: MeetingRecord): Where => {
  const days = findDates(where).filter(({ to }) => to === undefined);
  return {
    dates: new Set(days.flatMap(({ from }) => findCalendarDay(from, record).date ?? [])),
    partOfDay: MORNING.test(where) ? "morning" : AFTERNOON.test(where) ? "afternoon" : undefined,
    items: [...where.matchAll(ITEM)].flatMap(({ index }) => readLeadingItems(where.slice(index))?.items.map(({ key }) => key) ?? []),
    times: where.split(/[,;:()]\s*/).flatMap((part) => readLeadingTimes(part)?.ranges ?? []),
  };
};

const getClock = (local: string): string => local.slice(11);
const isMorning = ({ start }: Slot): boolean => getClock(start) < "12:00";

/** Whether a sitting is at a printed time; one without an end leaves that open. */
export const startsAt = (slot: Slot, { start, end }: TimeRange): boolean =>
  getClock(slot.start) === formatClock(start % DAY) &&
  (end === undefined || (slot.end !== undefined && getClock(slot.end) === formatClock(end % DAY)));

/** Whether a candidate is where a correction says that it stands. */
export const isAtPlace = ({ slot, item }: Candidate, { dates, partOfDay, items, times }: Where, record: MeetingRecord): boolean => {
  if (slot) {
    if (dates.size > 0 && !dates.has(getDate(slot.start))) return false;
    if (partOfDay !== undefined && isMorning(slot) !== (partOfDay === "morning")) return false;
    return times.length === 0 || times.some((range) => startsAt(slot, range));
  }
  if (item === undefined || items.length === 0) return true;
  const all = numberItems(record.agenda.items);
  const own = all.find(({ number }) => number === item);
  return all.some((other) => items.includes(other.number) && own !== undefined && isSameOrPart(own, other));
};
