import type { DateFormats } from "./messages.ts";

/** `27 January 2010`, as UN documents print dates. */
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const WEEKDAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

const atMidnight = (date: string): Date => new Date(`${date.slice(0, 10)}T00:00:00Z`);

const dayText = (date: string): string => DAY.format(atMidnight(date));
const weekdayText = (date: string): string => WEEKDAY.format(atMidnight(date));

const dayNumber = (date: string): string => String(Number(date.slice(8, 10)));
const monthText = (date: string): string => MONTH.format(atMidnight(date));

/** `27-29 January 2010`, `30 January-2 February 2010`. */
const daysText = (first: string, last: string): string => {
  if (first === last) return dayText(first);
  if (first.slice(0, 7) === last.slice(0, 7)) return `${dayNumber(first)}-${dayText(last)}`;
  if (first.slice(0, 4) === last.slice(0, 4)) return `${dayNumber(first)} ${monthText(first)}-${dayText(last)}`;
  return `${dayText(first)}-${dayText(last)}`;
};

interface ClockTime {
  readonly figures: string;
  readonly half: "a.m." | "p.m." | "";
}

const clockTime = (local: string): ClockTime => {
  const hour = Number(local.slice(11, 13));
  const minute = local.slice(14, 16);
  if (hour === 12 && minute === "00") return { figures: "noon", half: "" };
  const figures = `${hour % 12 || 12}${minute === "00" ? "" : `.${minute}`}`;
  return { figures, half: hour < 12 ? "a.m." : "p.m." };
};

const spoken = ({ figures, half }: ClockTime): string => (half ? `${figures} ${half}` : figures);

/** `10 a.m.`, `11.20 a.m.`, `noon`. */
const timeText = (local: string): string => spoken(clockTime(local));

/** `10 a.m.-1 p.m.`, `3-6 p.m.`; a start alone where the end is not known. */
const timesText = (start: string, end: string | undefined): string => {
  if (end === undefined) return timeText(start);
  const [from, to] = [clockTime(start), clockTime(end)];
  return from.half !== "" && from.half === to.half ? `${from.figures}-${spoken(to)}` : `${spoken(from)}-${spoken(to)}`;
};

/** `Thursday morning`: what people call a plenary slot. */
const slotName = (start: string): string => {
  const hour = Number(start.slice(11, 13));
  const part = hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
  return `${weekdayText(start)} ${part}`;
};

/** English as documents of the United Nations print it. */
export const ENGLISH_DATES: DateFormats = {
  day: dayText,
  days: daysText,
  weekday: (date) => `${weekdayText(date)}, ${dayText(date)}`,
  time: timeText,
  times: timesText,
  slotName,
};
