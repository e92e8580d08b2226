import { matchAnyBefore } from "../languages/expressions.ts";
import { foldPunctuation } from "../text/typography.ts";
import { type ClockFace, HOURS, readClock } from "./clock.ts";
import { skipTimeZone } from "./time-zones.ts";

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

const countMinutes = ({ hour, minute }: ClockFace, meridiem: "a" | "p" | undefined): number =>
  (meridiem === undefined ? hour : (hour % 12) + (meridiem === "p" ? 12 : 0)) * 60 + minute;

const DAY = 24 * 60;
/** No sitting begins before it unless the text says "a.m.". */
const EARLIEST = 7 * 60;
/** From then on a sitting can end on the next day, within hours. */
const [EVENING, LONGEST_NIGHT] = [18 * 60, 8 * 60];

type PartOfDay = "morning" | "afternoon" | undefined;
type Minutes = { readonly range: TimeRange; readonly isDoubtful: boolean };

/** A clock face without a.m. or p.m. is read on 24 hours; the afternoon under which it stands makes 3.00 be 15:00. */
const readOn24Hours = (clock: ClockFace, part: PartOfDay): number => {
  const minutes = countMinutes(clock, undefined);
  return part === "afternoon" && minutes < 9 * 60 ? minutes + DAY / 2 : minutes;
};

const readOneTime = (clock: ClockFace, part: PartOfDay): Minutes => {
  const start = clock.meridiem ? countMinutes(clock, clock.meridiem) : readOn24Hours(clock, part);
  return { range: { start }, isDoubtful: clock.meridiem === undefined && start < EARLIEST };
};

const OTHER = { a: "p", p: "a" } as const;

const isOn24Hours = ({ hour, meridiem }: ClockFace): boolean => meridiem === undefined && (hour > 12 || hour === 0);

/** "3-6 p.m." shares its p.m.; "10-1 p.m." can't, so it begins in the morning. */
const readEnds = (from: ClockFace, to: ClockFace, part: PartOfDay): Minutes => {
  if (from.meridiem === undefined && to.meridiem === undefined) {
    const [start, end] = [readOn24Hours(from, part), readOn24Hours(to, part)];
    if (end < start && start >= EVENING && end + DAY - start <= LONGEST_NIGHT)
      return { range: { start, end: end + DAY }, isDoubtful: false };
    return { range: { start, end }, isDoubtful: start < EARLIEST || end <= start };
  }
  if (to.meridiem !== undefined && from.meridiem === undefined && !isOn24Hours(from)) {
    const end = countMinutes(to, to.meridiem);
    const [same, other] = [countMinutes(from, to.meridiem), countMinutes(from, OTHER[to.meridiem])];
    const start = same < end ? same : other;
    return { range: { start, end }, isDoubtful: start >= end };
  }
  const start = countMinutes(from, from.meridiem);
  const isNoon = isOn24Hours(to) || (to.hour === 12 && to.isEvident && to.minute === 0);
  const ends = to.meridiem
    ? [countMinutes(to, to.meridiem)]
    : isNoon
      ? [countMinutes(to, undefined)]
      : [countMinutes(to, from.meridiem), countMinutes(to, "p")];
  const end =
    ends.find((minutes) => minutes > start) ?? (from.meridiem === "p" && to.meridiem === "a" ? (ends[0] ?? 0) + DAY : (ends[0] ?? 0));
  return { range: { start, end }, isDoubtful: end <= start };
};

const LEAD = new RegExp(`(?:\\(\\s?|(?:\\+/-|±)\\s?|${matchAnyBefore("\\s", "timeFrom")}|las?\\s){0,3}`, "iuy");
const TO = new RegExp(`\\s?(?:[-–—]{1,2}>?|[~→]|${matchAnyBefore("(?:\\s(?:las?|l))?(?=\\s)", "timeTo")})\\s?`, "iuy");
const AND = new RegExp(`\\s?(?:[,;、&/+]|${matchAnyBefore("(?=\\s)", "timeAnd")})\\s?(?:${matchAnyBefore("\\s", "timeFrom")})?`, "iuy");
/** The dot of "hs." is none of a number. */
const TAIL = new RegExp(`(?:\\s?${HOURS}(?!\\p{L}))?(?:(?<=\\p{L})\\.(?!\\d))?\\s?\\)?`, "iuy");

const skipPattern = (pattern: RegExp, text: string, at: number): number | undefined => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
};

/** `7.30` at the head of a line may be item 7.30: a start alone needs minutes that clocks keep. */
const isPlainStart = ({ isEvident, isDotted, hour, minute }: ClockFace): boolean =>
  isEvident && (!isDotted || (hour >= 7 && hour < 22 && minute % 15 === 0));

/** "+/- 9.50", "from 9.50": what stands before it says that it is a time. */
const LED = /[±+]|\p{L}{4}/u;

const readRange = (text: string, at: number, part: PartOfDay): (Minutes & { readonly end: number }) | undefined => {
  const from = readClock(text, at);
  if (!from) return undefined;
  const started = skipTimeZone(text, from.end);
  const joined = skipPattern(TO, text, started);
  const to = joined === undefined ? undefined : readClock(text, joined);
  if (to && (from.isEvident || to.isEvident)) return { ...readEnds(from, to, part), end: skipTimeZone(text, to.end) };
  return isPlainStart(from) || (from.isEvident && LED.test(text.slice(0, at))) ? { ...readOneTime(from, part), end: started } : undefined;
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
