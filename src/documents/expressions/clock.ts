import { matchAny, matchAnyBefore, matchAnyWord } from "../languages/expressions.ts";
import { HAN_NUMERAL, readNumeral } from "./han-numerals.ts";

export interface ClockFace {
  readonly hour: number;
  readonly minute: number;
  readonly meridiem: "a" | "p" | undefined;
  /** Whether something shows that it is a time: minutes, a unit, "p.m.", "noon". */
  readonly isEvident: boolean;
  /** Whether only a dot tells it from a decimal number. */
  readonly isDotted: boolean;
  readonly end: number;
}

const NOON = `(?:12(?:[:.]00)?\\s)?${matchAny("noon")}`;
const MIDNIGHT = `(?:12\\s)?${matchAny("midnight")}`;
export const HOURS = matchAny("hours");
/** What shows that a decimal number is an hour: "8.30 a 9.00", "9.30 h". */
export const AFTER_HOUR = `(?:${HOURS}(?!\\p{L})|[ap]\\.?\\s?m(?!\\p{L})|${matchAny("timeTo")}\\s(?:las?\\s)?\\d{1,2}[.:h]\\d{2})`;
const MINUTES = matchAnyBefore("(?!\\p{L})", "minutes");

/** "الساعة 10": the word before an hour shows that it is one. */
const NAMED = `${matchAny("hourBefore")}\\s`;
const HOUR = `(?:\\d{1,2}|${HAN_NUMERAL}(?=${HOURS}))`;
const MINUTE = `(?:[0-5]\\d(?!\\d)|${HAN_NUMERAL}(?=${MINUTES}))`;

/** "1000-1300": four digits that clocks keep, and years are not. */
const QUARTER = "(?:0[7-9]|1[0-8])(?:00|15|30|45)";
/** "0910: Background": a row of a programme begins with them. */
const BEFORE_COLON = "(?<=^|[\\s(])(?:0[6-9]|1[0-8])[0-5][05](?=:\\s)";

const CLOCK = new RegExp(
  [
    `(?<noon>${NOON})(?!\\p{L})`,
    `(?<midnight>${MIDNIGHT})(?!\\p{L})`,
    `(?<military>(?:[01]\\d|2[0-3])[0-5]\\d)(?:\\s?(?:hours|hrs|h|heures|horas)(?!\\p{L})|(?=\\s?[-–—]\\s?\\d{4}\\s?(?:hours|hrs|h)(?!\\p{L}))|(?=\\s?[-–—]\\s?${QUARTER}(?!\\d)))`,
    `(?<beforeColon>${BEFORE_COLON})`,
    `(?<=(?<!\\d)${QUARTER}\\s?[-–—]\\s?)(?<closing>${QUARTER})(?!\\d)`,
    `(?<slashed>(?:${NAMED}(?=\\d{1,2}\\/\\d{2}(?![\\d/])))?(?:[01]?\\d|2[0-3])\\/(?:00|15|30|45))(?:(?<=${NAMED}\\d{1,2}\\/\\d{2})|(?=\\s?[-–—]\\s?\\d{1,2}\\/(?:00|15|30|45)(?!\\d)))`,
    `(?<=\\/(?:00|15|30|45)\\s?[-–—]\\s?)(?<slashedEnd>\\d{1,2}\\/(?:00|15|30|45))(?!\\d)`,
    `(?:(?:(?<amBefore>${matchAny("amBefore")})|(?<pmBefore>${matchAny("pmBefore")}))\\s?)?(?<named>${NAMED})?(?<hour>${HOUR})(?:(?<separator>[:.]|\\.:|\\s?${HOURS}\\s?)(?<minute>${MINUTE})(?:\\s?${MINUTES})?)?(?:\\s?(?<unit>${matchAnyBefore("(?!\\p{L})", "hours")}))?(?:\\s?(?:(?<meridiem>[ap])\\.?\\s?m(?!\\p{L})\\.?|(?<amAfter>${matchAnyWord("amAfter")})|(?<pmAfter>${matchAnyWord("pmAfter")})))?(?![\\d/])`,
  ].join("|"),
  "iuy",
);

const readMeridiem = (groups: Readonly<Record<string, string | undefined>>): ClockFace["meridiem"] => {
  const letter = groups["meridiem"]?.toLowerCase();
  if (letter === "a" || (groups["amBefore"] ?? groups["amAfter"]) !== undefined) return "a";
  return letter === "p" || (groups["pmBefore"] ?? groups["pmAfter"]) !== undefined ? "p" : undefined;
};

export const readClock = (text: string, at: number): ClockFace | undefined => {
  CLOCK.lastIndex = at;
  const groups = CLOCK.exec(text)?.groups;
  if (!groups) return undefined;
  const end = CLOCK.lastIndex;
  const evident = { meridiem: undefined, isEvident: true, isDotted: false, end } as const;
  if (groups["noon"]) return { ...evident, hour: 12, minute: 0 };
  if (groups["midnight"]) return { ...evident, hour: 24, minute: 0 };
  const slashed = (groups["slashed"] ?? groups["slashedEnd"])?.replace(/^[^\d]+/, "").split("/");
  if (slashed) return { ...evident, hour: Number(slashed[0]), minute: Number(slashed[1]) };
  const military = groups["military"] ?? groups["closing"] ?? groups["beforeColon"];
  if (military) return { ...evident, hour: Number(military.slice(0, 2)), minute: Number(military.slice(2)) };
  const { separator, minute, unit, named } = groups;
  const meridiem = readMeridiem(groups);
  const hour = readNumeral(groups["hour"] ?? "");
  if (hour > 24 || (meridiem !== undefined && (hour > 12 || hour === 0))) return undefined;
  const isDotted = separator === "." && meridiem === undefined && unit === undefined;
  const isEvident = [minute, unit, meridiem, named].some((shown) => shown !== undefined);
  return { hour, minute: readNumeral(minute ?? "0"), meridiem, isEvident, isDotted, end };
};

const padTwo = (value: number): string => String(value).padStart(2, "0");

/** Minutes from midnight as `HH:MM`, up to 23:59. */
export const formatClock = (minutes: number): string => `${padTwo(Math.floor(minutes / 60))}:${padTwo(minutes % 60)}`;
