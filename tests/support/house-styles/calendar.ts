import type { Day } from "./words.ts";

/** Days as houses print them. */

export const readDay = (date: string): Day => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day, weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7 };
};

/** Months and weekdays by their numbers. */
export const nameFrom =
  (names: readonly string[]) =>
  (number: number): string =>
    names[number - 1] ?? "";

export const capitalize = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

interface Parts {
  readonly day: (day: Day) => string;
  /** With the day, where the months differ. */
  readonly month: (day: Day) => string;
  readonly year: (day: Day) => string;
}

/** "27–29 January 2010", "30 June–2 July 2031": what both ends share stands once. */
export const joinDays =
  ({ day, month, year }: Parts, join: string, before = "") =>
  (from: Day, to: Day): string => {
    const first =
      from.year !== to.year
        ? `${day(from)}${month(from)}${year(from)}`
        : from.month !== to.month
          ? `${day(from)}${month(from)}`
          : day(from);
    return `${before}${first}${join}${day(to)}${month(to)}${year(to)}`;
  };
