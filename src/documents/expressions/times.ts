import { matchAny, matchAnyBefore, matchAnyWord } from "../languages/expressions.ts";
import { foldPunctuation } from "../text/typography.ts";

/** A time on the clock face, minutes from midnight. */
export interface TimeRange {
  readonly start: number;
  /** Past midnight it is more than 1440. */
  readonly end?: number;
}

/** The times with which a text begins. `doubt`: digits that could be morning or afternoon. */
export interface LeadingTimes {
  readonly ranges: readonly TimeRange[];
  readonly length: number;
  readonly isDoubtful: boolean;
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly meridiem: "a" | "p" | undefined;
  /** Whether something shows that it is a time: minutes, a unit, "p.m.", "noon". */
  readonly isEvident: boolean;
  /** Whether only a dot tells it from a decimal number. */
  readonly isDotted: boolean;
  readonly end: number;
}

const NOON = `(?:12\\s)?${matchAny("noon")}`;
const MIDNIGHT = `(?:12\\s)?${matchAny("midnight")}`;
const HOURS = matchAny("hours");
const MINUTES = matchAny("minutes");

/** "1000-1300": four digits that clocks keep, and years are not. */
const QUARTER = "(?:0[7-9]|1[0-8])(?:00|15|30|45)";

const CLOCK = new RegExp(
  [
    `(?<noon>${NOON})(?!\\p{L})`,
    `(?<midnight>${MIDNIGHT})(?!\\p{L})`,
    `(?<military>(?:[01]\\d|2[0-3])[0-5]\\d)(?:\\s?(?:hours|hrs|h|heures|horas)(?!\\p{L})|(?=\\s?[-–—]\\s?\\d{4}\\s?(?:hours|hrs|h)(?!\\p{L}))|(?=\\s?[-–—]\\s?${QUARTER}(?!\\d)))`,
    `(?<=(?<!\\d)${QUARTER}\\s?[-–—]\\s?)(?<closing>${QUARTER})(?!\\d)`,
    `(?<slashed>(?:[01]?\\d|2[0-3])\\/(?:00|15|30|45))(?=\\s?[-–—]\\s?\\d{1,2}\\/(?:00|15|30|45)(?!\\d))`,
    `(?<=\\/(?:00|15|30|45)\\s?[-–—]\\s?)(?<slashedEnd>\\d{1,2}\\/(?:00|15|30|45))(?!\\d)`,
    `(?:(?<amBefore>${matchAny("amBefore")})|(?<pmBefore>${matchAny("pmBefore")}))?(?<hour>\\d{1,2})(?:(?<separator>[:.]|\\s?${HOURS}\\s?)(?<minute>[0-5]\\d)(?!\\d)(?:\\s?${MINUTES})?)?(?:\\s?(?<unit>${matchAnyBefore("(?!\\p{L})", "hours")}))?(?:\\s?(?:(?<meridiem>[ap])\\.?\\s?m(?!\\p{L})\\.?|(?<amAfter>${matchAnyWord("amAfter")})|(?<pmAfter>${matchAnyWord("pmAfter")})))?(?![\\d/])`,
  ].join("|"),
  "iuy",
);

const readMeridiem = (groups: Readonly<Record<string, string | undefined>>): Clock["meridiem"] => {
  const letter = groups["meridiem"]?.toLowerCase();
  if (letter === "a" || (groups["amBefore"] ?? groups["amAfter"]) !== undefined) return "a";
  return letter === "p" || (groups["pmBefore"] ?? groups["pmAfter"]) !== undefined ? "p" : undefined;
};

const readClock = (text: string, at: number): Clock | undefined => {
  CLOCK.lastIndex = at;
  const groups = CLOCK.exec(text)?.groups;
  if (!groups) return undefined;
  const end = CLOCK.lastIndex;
  const evident = { meridiem: undefined, isEvident: true, isDotted: false, end } as const;
  if (groups["noon"]) return { ...evident, hour: 12, minute: 0 };
  if (groups["midnight"]) return { ...evident, hour: 24, minute: 0 };
  const slashed = (groups["slashed"] ?? groups["slashedEnd"])?.split("/");
  if (slashed) return { ...evident, hour: Number(slashed[0]), minute: Number(slashed[1]) };
  const military = groups["military"] ?? groups["closing"];
  if (military) return { ...evident, hour: Number(military.slice(0, 2)), minute: Number(military.slice(2)) };
  const { separator, minute, unit } = groups;
  const meridiem = readMeridiem(groups);
  const hour = Number(groups["hour"]);
  if (hour > 24 || (meridiem !== undefined && (hour > 12 || hour === 0))) return undefined;
  const isDotted = separator === "." && meridiem === undefined && unit === undefined;
  const isEvident = minute !== undefined || unit !== undefined || meridiem !== undefined;
  return { hour, minute: Number(minute ?? 0), meridiem, isEvident, isDotted, end };
};

const countMinutes = ({ hour, minute }: Clock, meridiem: "a" | "p" | undefined): number =>
  (meridiem === undefined ? hour : (hour % 12) + (meridiem === "p" ? 12 : 0)) * 60 + minute;

const DAY = 24 * 60;
/** No sitting begins before it unless the text says "a.m.". */
const EARLIEST = 7 * 60;

type PartOfDay = "morning" | "afternoon" | undefined;
type Minutes = { readonly range: TimeRange; readonly isDoubtful: boolean };

/** A clock face without a.m. or p.m. is read on 24 hours; the afternoon under which it stands makes 3.00 be 15:00. */
const readOn24Hours = (clock: Clock, part: PartOfDay): number => {
  const minutes = countMinutes(clock, undefined);
  return part === "afternoon" && minutes < 9 * 60 ? minutes + DAY / 2 : minutes;
};

const readOneTime = (clock: Clock, part: PartOfDay): Minutes => {
  const start = clock.meridiem ? countMinutes(clock, clock.meridiem) : readOn24Hours(clock, part);
  return { range: { start }, isDoubtful: clock.meridiem === undefined && start < EARLIEST };
};

const OTHER = { a: "p", p: "a" } as const;

/** "3-6 p.m." shares its p.m.; "10-1 p.m." can't, so it begins in the morning. */
const readEnds = (from: Clock, to: Clock, part: PartOfDay): Minutes => {
  if (from.meridiem === undefined && to.meridiem === undefined) {
    const [start, end] = [readOn24Hours(from, part), readOn24Hours(to, part)];
    return { range: { start, end }, isDoubtful: start < EARLIEST || end <= start };
  }
  const is24 = ({ hour, meridiem }: Clock) => meridiem === undefined && (hour > 12 || hour === 0);
  if (to.meridiem !== undefined && from.meridiem === undefined && !is24(from)) {
    const end = countMinutes(to, to.meridiem);
    const [same, other] = [countMinutes(from, to.meridiem), countMinutes(from, OTHER[to.meridiem])];
    const start = same < end ? same : other;
    return { range: { start, end }, isDoubtful: start >= end };
  }
  const start = countMinutes(from, from.meridiem);
  const isNoon = is24(to) || (to.hour === 12 && to.isEvident && to.minute === 0);
  const ends = to.meridiem
    ? [countMinutes(to, to.meridiem)]
    : isNoon
      ? [countMinutes(to, undefined)]
      : [countMinutes(to, from.meridiem), countMinutes(to, "p")];
  const end =
    ends.find((minutes) => minutes > start) ?? (from.meridiem === "p" && to.meridiem === "a" ? (ends[0] ?? 0) + DAY : (ends[0] ?? 0));
  return { range: { start, end }, isDoubtful: end <= start };
};

const LEAD = new RegExp(`(?:\\(\\s?|${matchAnyBefore("\\s", "timeFrom")}|las?\\s){0,3}`, "iuy");
const TO = new RegExp(`\\s?(?:[-–—]{1,2}|${matchAnyBefore("(?:\\s(?:las?|l))?(?=\\s)", "timeTo")})\\s?`, "iuy");
const AND = new RegExp(`\\s?(?:[,;&/+]|${matchAnyBefore("(?=\\s)", "timeAnd")})\\s?(?:${matchAnyBefore("\\s", "timeFrom")})?`, "iuy");
const TAIL = new RegExp(`\\s?(?:${HOURS}(?!\\p{L}))?\\s?\\)?`, "iuy");

const skipPattern = (pattern: RegExp, text: string, at: number): number | undefined => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
};

/** `7.30` at the head of a line may be item 7.30: a start alone needs minutes that clocks keep. */
const isPlainStart = ({ isEvident, isDotted, hour, minute }: Clock): boolean =>
  isEvident && (!isDotted || (hour >= 7 && hour < 22 && minute % 15 === 0));

const readRange = (text: string, at: number, part: PartOfDay): (Minutes & { readonly end: number }) | undefined => {
  const from = readClock(text, at);
  if (!from) return undefined;
  const joined = skipPattern(TO, text, from.end);
  const to = joined === undefined ? undefined : readClock(text, joined);
  if (to && (from.isEvident || to.isEvident)) return { ...readEnds(from, to, part), end: to.end };
  return isPlainStart(from) ? { ...readOneTime(from, part), end: from.end } : undefined;
};

/** Characters that can hold the times of a row. */
const REACH = 160;

/** One or several times or ranges at the beginning of a text. */
export const readLeadingTimes = (whole: string, part?: PartOfDay): LeadingTimes | undefined => {
  const text = foldPunctuation(whole.slice(0, REACH));
  const begin = skipPattern(LEAD, text, 0) ?? 0;
  const found: Minutes[] = [];
  let [at, end]: [number | undefined, number] = [begin, 0];
  while (at !== undefined) {
    const range = readRange(text, at, part);
    if (!range) break;
    found.push(range);
    end = range.end;
    at = skipPattern(AND, text, end);
  }
  if (found.length === 0) return undefined;
  return {
    ranges: found.map(({ range }) => range),
    length: skipPattern(TAIL, text, end) ?? end,
    isDoubtful: found.some(({ isDoubtful }) => isDoubtful),
  };
};

const padTwo = (value: number): string => String(value).padStart(2, "0");

/** Minutes from midnight as `HH:MM`, up to 23:59. */
export const formatClock = (minutes: number): string => `${padTwo(Math.floor(minutes / 60))}:${padTwo(minutes % 60)}`;
