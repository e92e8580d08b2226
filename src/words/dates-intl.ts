import type { DateWords } from "./words.ts";

/** What Intl does not know of a language. */
interface Particulars {
  readonly locale: string;
  /** `{weekday} {part}` */
  readonly slotName: string;
  readonly parts: { readonly morning: string; readonly afternoon: string; readonly evening: string };
  /** Between hours and minutes. */
  readonly separator: string;
}

const atMidnight = (date: string): Date => new Date(`${date.slice(0, 10)}T00:00:00Z`);

/** Dates by Intl, times on the clock of 24 hours. */
export const datesOf = ({ locale, slotName, parts, separator }: Particulars): DateWords => {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  const day = format({ day: "numeric", month: "long", year: "numeric" });
  const weekday = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const weekdayAlone = format({ weekday: "long" });
  const time = (local: string): string => local.slice(11, 16).replace(":", separator);
  const partOf = (hour: number): string => (hour < 12 ? parts.morning : hour < 18 ? parts.afternoon : parts.evening);
  return {
    day: (date) => day.format(atMidnight(date)),
    days: (first, last) => (first === last ? day.format(atMidnight(first)) : day.formatRange(atMidnight(first), atMidnight(last))),
    weekday: (date) => weekday.format(atMidnight(date)),
    time,
    times: (start, end) => (end === undefined ? time(start) : `${time(start)}–${time(end)}`),
    slotName: (start) =>
      slotName.replace("{weekday}", weekdayAlone.format(atMidnight(start))).replace("{part}", partOf(Number(start.slice(11, 13)))),
  };
};
