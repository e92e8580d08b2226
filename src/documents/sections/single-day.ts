import { findDates } from "../expressions/dates.ts";
import type { PrintedDates } from "../expressions/printed-date.ts";
import { readLeadingTimes, type LeadingTimes } from "../expressions/times.ts";
import { findWords, listWords, matchAny, NOT_PLENARY } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import { readLoneSymbol } from "../text/page-furniture.ts";
import { DISTRIBUTION, LANGUAGE } from "./distribution.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { parsePlace } from "./parse-place.ts";
import { BODY_WORD, readLoudName } from "./run-on-names.ts";
import { formatPrinted, readPlaceAfter, readPlaceBefore, readPlaceBeside, readPlaceUnparted } from "./places.ts";

/** A meeting of one day, where its hours, its place or its name say that it is one. */

const SESSION = findWords("session");
const AGENDA = findWords("agendaWord");
const SESSION_OF_DAY = new RegExp(`(?:${SESSION.source})\\s${matchAny("ofBody", "dateFillers")}\\s$`, "iu");
const DATE_LABEL = new RegExp(`^${matchAny("dateLabel")}\\s?$`, "iu");

const FILLERS = listWords("dateFillers").join("|");
const HELD_IN = new RegExp(`^${matchAny("inCity")}\\s(?<city>[^,;:()\\d]{2,40}?)(?:,|\\s(?:${FILLERS}))?\\s$`, "iu");

/** "Online 5 May 2031, 10 a.m.-1 p.m." */
const NOWHERE = new RegExp(`^${matchAny("nowhere")}[\\s,]{0,3}$`, "iu");

interface OnlyDay {
  readonly date: PrintedDates;
  readonly before: string;
  readonly after: string;
}

/** "- Date: 5 May 2031", "1. Date: 5 May 2031": what heads the fields of a form. */
const FIELD = /^(?:[-–—•*]|\d{1,2}\.)\s(?=\p{L}[\p{L}\p{M} ]{1,20}\s?[:：])/u;

const readOnlyDay = ({ text }: Line): OnlyDay | undefined => {
  const [date, ...others] = readLoneSymbol(text) === undefined ? findDates(text.slice(0, 300)) : [];
  if (!date || others.length > 0 || !formatPrinted(date.from)) return undefined;
  return { date, before: text.slice(0, date.start).replace(FIELD, ""), after: text.slice(date.end) };
};

/** "Time: 10 a.m.", "10.00-13.00": hours that fill their line, where they are named as such or have an end. */
export const readHoursField = (printed: string): LeadingTimes | undefined => {
  const text = printed.replace(FIELD, "");
  const times = readLeadingTimes(text);
  const isCertain = times?.ranges.every(({ end }) => end !== undefined) === true || /^\p{L}/u.test(text);
  return times && isCertain && times.length >= text.length - 1 ? times : undefined;
};

/** A day with its hours: behind what is in session, or alone; or a day that is named as that of the meeting, as its place or hours are. */
export const findTimedDay = (line: Line, isLabelledBeside: boolean): PrintedDates | undefined => {
  const { date, before, after } = readOnlyDay(line) ?? {};
  if (date === undefined || before === undefined || after === undefined) return undefined;
  const hours = readLeadingTimes(after.replace(/^[\s,،(–—-]{1,4}/u, ""))?.ranges ?? [];
  const isWhole = hours.length > 0 && hours.every(({ end }) => end !== undefined);
  // "The meeting will be held on Wednesday, 5 May 2031, from 10 a.m. to 1 p.m.": of a sitting of others it says nothing.
  const isNowhere = NOWHERE.test(before);
  const isHeld = (SESSION.test(before) || isNowhere) && !NOT_PLENARY.test(before) && hours.some(({ end }) => end !== undefined);
  const isLabelled = DATE_LABEL.test(before) && (isLabelledBeside || hours.length > 0);
  // "NETS COMMITTEE Net House, Rome 5 May 2031 (10.00)"
  const isOfBody = readLoudName(before) !== undefined && /^\s?\(/.test(after) && hours.length === 1;
  return isHeld || isLabelled || isOfBody || (before === "" && (hours.length === 1 || isWhole)) ? date : undefined;
};

/** A day alone on its line, above its hours alone on theirs. */
export const findDayAboveHours = (line: Line, below: Line | undefined): PrintedDates | undefined => {
  const { date, before, after } = readOnlyDay(line) ?? {};
  const isAlone = before === "" && after !== undefined && after.trim().length <= 1 && date?.to === undefined;
  return isAlone && below && readHoursField(below.text) ? date : undefined;
};

/** "Place: Net House" */
const PLACED = new RegExp(`^${matchAny("placeLabel")}`, "iu");
const LABEL = /^\p{L}[\p{L}\p{M} ]{1,20}\s?[:：]\s?/u;
const beginsWithHours = (text: string): boolean =>
  readLeadingTimes(text) !== undefined || readLeadingTimes(text.replace(LABEL, "")) !== undefined;

/**
 * The day of a meeting that has its own day, place and hours, each on a line, below the heading of its own agenda: the days
 * above are those of the meeting on whose margins it is.
 */
export const findMarginalDay = (lines: readonly Line[]): string | undefined => {
  const days = lines.flatMap((line, at) => {
    const { date, before, after } = readOnlyDay(line) ?? {};
    const below = lines.slice(at + 1, at + 3).map(({ text }) => text);
    const isLone = date?.to === undefined && before?.trim() === "" && after !== undefined && after.trim().length <= 1;
    const heading = lines[at - 1]?.text ?? "";
    const isOwn = AGENDA.test(heading) && (SESSION.test(heading) || BODY_WORD.test(heading));
    const isLabelled = below.some((text) => PLACED.test(text)) && below.some((text) => !PLACED.test(text) && beginsWithHours(text));
    return date && isLone && isOwn && isLabelled ? [formatPrinted(date.from)] : [];
  });
  return days.length === 1 ? days[0] : undefined;
};

/** A day behind or before its place, on its line or on one of its `neighbours`, or behind a word for a session. */
export const findPlacedDay = (line: Line, neighbours: readonly (Line | undefined)[], gazetteer: Gazetteer): PrintedDates | undefined => {
  const { date, before, after } = readOnlyDay(line) ?? {};
  if (date === undefined || before === undefined || after === undefined) return undefined;
  const isLast = after.trim().length <= 1;
  // "Rome, 5 May 2031 Original: English": the day on which the paper was issued.
  if (LANGUAGE.test(after) || DISTRIBUTION.test(after)) return undefined;
  const isPlaced = /,\s?$/.test(before) && readPlaceBefore(line, date, gazetteer) !== undefined && after.length < 30;
  const isBesidePlace =
    before.trim() !== "" &&
    isLast &&
    readPlaceUnparted({ ...line, text: before }, { start: before.length }, gazetteer) !== undefined &&
    parsePlace(before)?.country !== undefined;
  const isBelowPlace = before === "" && isLast && neighbours.some((other) => other && isKnownPlace(other, gazetteer));
  // "in Rome on Friday 5 May 2031 (opening at 9 a.m.)": a sentence that the lines above begin.
  const held = HELD_IN.exec(before)?.groups?.["city"];
  const isHeldIn = held !== undefined && gazetteer.isCity(held) && /^\s?(?:\(|[,.]?$)/.test(after);
  const isLeading = date.start === 0 && readPlaceAfter(line, date, gazetteer) !== undefined;
  return isPlaced || isBesidePlace || isBelowPlace || (SESSION_OF_DAY.test(before) && isLast) || isLeading || isHeldIn ? date : undefined;
};

/** A city that is known, with its country: beside a city alone, a day may be that of a letter. */
const isKnownPlace = (line: Line, gazetteer: Gazetteer): boolean => {
  const place = readPlaceBeside(line, gazetteer);
  return place?.country !== undefined && place.city !== undefined && gazetteer.isCity(place.city);
};
