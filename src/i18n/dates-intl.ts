import { findPart, isOnLaterDay } from "./hours.ts";
import type { DateFormats } from "./messages.ts";

/** What Intl does not know of a language. */
interface Particulars {
  readonly locale: string;
  /** `{weekday} {part}` */
  readonly slotName: string;
  readonly parts: { readonly morning: string; readonly afternoon: string; readonly evening: string };
  /** Months as United Nations documents name them, where Intl names them otherwise. */
  readonly months?: readonly string[];
  /** The first of a month, where it is no mere figure. */
  readonly first?: string;
  /** `{first}` to `{last}`, where Intl writes a range in figures alone. */
  readonly range?: string;
  readonly noon: string;
  readonly midnight: string;
  /** Between hours and minutes. */
  readonly separator: string;
  /** A time on the hour, where it is not written in figures alone. */
  readonly fullHour?: (hour: number) => string;
}

const setMidnight = (date: string): Date => new Date(`${date.slice(0, 10)}T00:00:00Z`);

/** Dates by Intl, times on the clock of 24 hours. */
export const buildDateFormats = ({
  locale,
  slotName,
  parts,
  noon,
  midnight,
  separator,
  fullHour,
  months,
  first,
  range,
}: Particulars): DateFormats => {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  const part = ({ type, value }: Intl.DateTimeFormatPart, date: string): string => {
    if (type === "month") return months?.[Number(date.slice(5, 7)) - 1] ?? value;
    return type === "day" && value === "1" ? (first ?? value) : value;
  };
  const written = (formatter: Intl.DateTimeFormat, date: string): string =>
    formatter
      .formatToParts(setMidnight(date))
      .map((one) => part(one, date))
      .join("");
  const dayFormat = format({ day: "numeric", month: "long", year: "numeric" });
  const weekdayFormat = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const dayAndMonth = format({ weekday: "short", day: "numeric", month: "short" });
  const dayOfMonth = format({ weekday: "short", day: "numeric" });
  const day = (date: string): string => written(dayFormat, date);
  const rangeOf = (from: string, to: string): string =>
    dayFormat
      .formatRangeToParts(setMidnight(from), setMidnight(to))
      .map((one) => part(one, one.source === "endRange" ? to : from))
      .join("");
  const weekdayAlone = format({ weekday: "long" });
  const weekday = (date: string): string => written(weekdayFormat, date);
  const hours: Readonly<Record<string, string>> = { "12:00": noon, "00:00": midnight };
  const writeClock = (clock: string): string => {
    if (!fullHour) return clock.replace(":", separator);
    const [hour = "", minute = ""] = clock.split(":");
    return minute === "00" ? fullHour(Number(hour)) : `${Number(hour)}${separator}${minute}`;
  };
  const time = (local: string): string => hours[local.slice(11, 16)] ?? writeClock(local.slice(11, 16));
  const endTime = (start: string, end: string): string => (isOnLaterDay(start, end) ? `${time(end)} (${weekday(end)})` : time(end));
  return {
    day,
    days: (from, to) =>
      range === undefined || from === to ? rangeOf(from, to) : range.replace("{first}", day(from)).replace("{last}", day(to)),
    dayInList: (date, before) => written(before?.slice(0, 7) === date.slice(0, 7) ? dayOfMonth : dayAndMonth, date),
    weekday,
    time,
    times: (start, end) => (end === undefined ? time(start) : `${time(start)}–${endTime(start, end)}`),
    endTime,
    parts,
    slotName: (start, ofDay = findPart(start)) => {
      const name = weekdayAlone.format(setMidnight(start));
      return ofDay ? slotName.replace("{weekday}", name).replace("{part}", parts[ofDay]) : name;
    },
  };
};
