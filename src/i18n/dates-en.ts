import { getDate } from "../meeting/local-time.ts";
import { findPart, isOnLaterDay } from "./hours.ts";
import type { DateFormats } from "./messages.ts";

/** `27 January 2010`, as UN documents print dates. */
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const WEEKDAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });
const SHORT_WEEKDAY = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });
const SHORT_MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

const setMidnight = (date: string): Date => new Date(`${date.slice(0, 10)}T00:00:00Z`);

const formatDay = (date: string): string => DAY.format(setMidnight(date));
const nameWeekday = (date: string): string => `${formatWeekday(date)}, ${formatDay(date)}`;
const formatWeekday = (date: string): string => WEEKDAY.format(setMidnight(date));

const readDayNumber = (date: string): string => String(Number(date.slice(8, 10)));
const formatMonth = (date: string): string => MONTH.format(setMidnight(date));

/** `Thu 28 Jan`, `Fri 29`. */
const formatDayInList = (date: string, before?: string): string => {
  const month = before?.slice(0, 7) === date.slice(0, 7) ? [] : [SHORT_MONTH.format(setMidnight(date))];
  return [SHORT_WEEKDAY.format(setMidnight(date)), readDayNumber(date), ...month].join(" ");
};

/** `27-29 January 2010`, `30 January-2 February 2010`. */
const formatDays = (first: string, last: string): string => {
  if (first === last) return formatDay(first);
  if (first.slice(0, 7) === last.slice(0, 7)) return `${readDayNumber(first)}-${formatDay(last)}`;
  if (first.slice(0, 4) === last.slice(0, 4)) return `${readDayNumber(first)} ${formatMonth(first)}-${formatDay(last)}`;
  return `${formatDay(first)}-${formatDay(last)}`;
};

interface ClockTime {
  readonly figures: string;
  /** Noon and midnight have none. */
  readonly half: "a.m." | "p.m." | "";
}

const readClock = (local: string): ClockTime => {
  const hour = Number(local.slice(11, 13));
  const minute = local.slice(14, 16);
  if (hour % 12 === 0 && minute === "00") return { figures: hour === 12 ? "noon" : "midnight", half: "" };
  const figures = `${hour % 12 || 12}${minute === "00" ? "" : `.${minute}`}`;
  return { figures, half: hour < 12 ? "a.m." : "p.m." };
};

const speakTime = ({ figures, half }: ClockTime): string => (half ? `${figures} ${half}` : figures);

/** `10 a.m.`, `11.20 a.m.`, `noon`. */
const formatTime = (local: string): string => speakTime(readClock(local));

/** `1 p.m.`, `2.15 a.m. (Friday, 29 January 2010)`. */
const formatEndTime = (start: string, end: string): string =>
  isOnLaterDay(start, end) ? `${formatTime(end)} (${nameWeekday(end)})` : formatTime(end);

/** `10 a.m.-1 p.m.`, `3-6 p.m.`; a start alone where the end is not known. */
const formatTimes = (start: string, end: string | undefined): string => {
  if (end === undefined) return formatTime(start);
  const [from, to] = [readClock(start), readClock(end)];
  const isSameHalf = from.half !== "" && from.half === to.half && getDate(start) === getDate(end);
  return `${isSameHalf ? from.figures : speakTime(from)}-${formatEndTime(start, end)}`;
};

/** `Thursday morning`: what people call a plenary slot. */
const nameSlot = (start: string, part = findPart(start)): string => [formatWeekday(start), part].filter(Boolean).join(" ");

/** English as documents of the United Nations print it. */
export const ENGLISH_DATES: DateFormats = {
  day: formatDay,
  days: formatDays,
  dayInList: formatDayInList,
  weekday: nameWeekday,
  time: formatTime,
  times: formatTimes,
  endTime: formatEndTime,
  parts: { morning: "morning", afternoon: "afternoon", evening: "evening" },
  slotName: nameSlot,
};
