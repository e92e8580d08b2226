import type { Definition, Observance } from "./vtimezones.ts";

/**
 * What Microsoft's programs make of a VTIMEZONE: one offset, or two that change on one day a year each. Undefined where they
 * can't, and ignore the zone (MS-OXCICAL 2.1.3.1.1.19.2, MS-STANOICAL 2.2.47).
 */
export type YearlyPair = { readonly standard: Observance; readonly daylight: Observance | undefined } | undefined;

/** The second Sunday or one day of a month; a range of days is neither. */
const isUnderstood = ({ rule }: Observance): boolean =>
  rule?.["FREQ"] === "YEARLY" &&
  (rule["BYMONTHDAY"] === undefined ? /^-?\d[A-Z]{2}$/.test(rule["BYDAY"] ?? "") : /^\d+$/.test(rule["BYMONTHDAY"]) && !("BYDAY" in rule));

const makePair = (standard: Observance | undefined, daylight: Observance | undefined): YearlyPair =>
  standard && (!daylight || (isUnderstood(standard) && isUnderstood(daylight))) ? { standard, daylight } : undefined;

/** MS-OXCICAL: of several of a kind the one with the largest DTSTART. */
export const pickLargestStarts = ({ observances }: Definition): YearlyPair => {
  const latest = (name: Observance["name"]) =>
    observances
      .filter((each) => each.name === name)
      .reduce<Observance | undefined>((best, each) => (best && best.start > each.start ? best : each), undefined);
  return makePair(latest("STANDARD"), latest("DAYLIGHT"));
};

/** MS-STANOICAL: one that recurs yearly each way, or a zone is not understood. */
export const takePair = ({ observances }: Definition): YearlyPair =>
  observances.length > 2
    ? undefined
    : makePair(
        observances.find(({ name }) => name === "STANDARD"),
        observances.find(({ name }) => name === "DAYLIGHT"),
      );

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** When an observance begins in a year, on the clock that it ends. */
const findOnset = (year: number, { rule = {}, start }: Observance): Temporal.PlainDateTime => {
  const first = new Temporal.PlainDate(year, Number(rule["BYMONTH"]), 1);
  const [, nth, weekday = ""] = /^(-?\d)([A-Z]{2})$/.exec(rule["BYDAY"] ?? "") ?? [];
  const time = Temporal.PlainTime.from(start.slice(11));
  if (nth === undefined) return first.with({ day: Number(rule["BYMONTHDAY"]) }).toPlainDateTime(time);
  const from = Number(nth) < 0 ? first.add({ months: 1 }).subtract({ days: 7 }) : first.add({ weeks: Number(nth) - 1 });
  return from.add({ days: (WEEKDAYS.indexOf(weekday) + 8 - from.dayOfWeek) % 7 }).toPlainDateTime(time);
};

/** The instant of a local time by a pair. */
export const resolveByPair = (local: Temporal.PlainDateTime, { standard, daylight }: NonNullable<YearlyPair>): Temporal.Instant => {
  const offset = (): number => {
    if (!daylight) return standard.to;
    const [spring, autumn] = [findOnset(local.year, daylight), findOnset(local.year, standard)];
    const isAfter = (onset: Temporal.PlainDateTime): boolean => Temporal.PlainDateTime.compare(local, onset) >= 0;
    const isDaylight =
      Temporal.PlainDateTime.compare(spring, autumn) < 0 ? isAfter(spring) && !isAfter(autumn) : isAfter(spring) || !isAfter(autumn);
    return isDaylight ? daylight.to : standard.to;
  };
  return local.toZonedDateTime("UTC").toInstant().subtract({ minutes: offset() });
};
