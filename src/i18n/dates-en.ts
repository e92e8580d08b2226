import type { DateFormats } from "./messages.ts";

/** `27 January 2010`, as UN documents print dates. */
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const WEEKDAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

const setMidnight = (date: string): Date => new Date(`${date.slice(0, 10)}T00:00:00Z`);

const formatDay = (date: string): string => DAY.format(setMidnight(date));
const formatWeekday = (date: string): string => WEEKDAY.format(setMidnight(date));

const readDayNumber = (date: string): string => String(Number(date.slice(8, 10)));
const formatMonth = (date: string): string => MONTH.format(setMidnight(date));

/** `27-29 January 2010`, `30 January-2 February 2010`. */
const formatDays = (first: string, last: string): string => {
  if (first === last) return formatDay(first);
  if (first.slice(0, 7) === last.slice(0, 7)) return `${readDayNumber(first)}-${formatDay(last)}`;
  if (first.slice(0, 4) === last.slice(0, 4)) return `${readDayNumber(first)} ${formatMonth(first)}-${formatDay(last)}`;
  return `${formatDay(first)}-${formatDay(last)}`;
};

interface ClockTime {
  readonly figures: string;
  readonly half: "a.m." | "p.m." | "";
}

const readClock = (local: string): ClockTime => {
  const hour = Number(local.slice(11, 13));
  const minute = local.slice(14, 16);
  if (hour === 12 && minute === "00") return { figures: "noon", half: "" };
  const figures = `${hour % 12 || 12}${minute === "00" ? "" : `.${minute}`}`;
  return { figures, half: hour < 12 ? "a.m." : "p.m." };
};

const speakTime = ({ figures, half }: ClockTime): string => (half ? `${figures} ${half}` : figures);

/** `10 a.m.`, `11.20 a.m.`, `noon`. */
const formatTime = (local: string): string => speakTime(readClock(local));

/** `10 a.m.-1 p.m.`, `3-6 p.m.`; a start alone where the end is not known. */
const formatTimes = (start: string, end: string | undefined): string => {
  if (end === undefined) return formatTime(start);
  const [from, to] = [readClock(start), readClock(end)];
  return from.half !== "" && from.half === to.half ? `${from.figures}-${speakTime(to)}` : `${speakTime(from)}-${speakTime(to)}`;
};

/** `Thursday morning`: what people call a plenary slot. */
const nameSlot = (start: string): string => {
  const hour = Number(start.slice(11, 13));
  const part = hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
  return `${formatWeekday(start)} ${part}`;
};

/** English as documents of the United Nations print it. */
export const ENGLISH_DATES: DateFormats = {
  day: formatDay,
  days: formatDays,
  weekday: (date) => `${formatWeekday(date)}, ${formatDay(date)}`,
  time: formatTime,
  times: formatTimes,
  slotName: nameSlot,
};
