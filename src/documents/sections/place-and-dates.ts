import { findDates, findMonths } from "../expressions/dates.ts";
import type { PrintedDates } from "../expressions/printed-date.ts";
import { findWords, listWords } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import { readFeet, readLoneSymbol } from "../text/page-furniture.ts";
import { formatPrinted, REACH, readPlaceAfter, readPlaceBefore, readPlaceBeside, readPlaceUnparted } from "./places.ts";
import { readPlaceHeld } from "./held-place.ts";
import { readCityBeforeHouse, readHouse, readPostalPlace } from "./addressed-place.ts";
import { isPlaceLabelled, readLabelledPlace, readPlaceNear } from "./labelled-place.ts";
import { settleCity, type PlaceAndDates } from "./parse-place.ts";
import { BODY_WORD } from "./run-on-names.ts";
import { readHeading } from "./sections.ts";
import { isSentence } from "./sentences.ts";
import { findBracketedRange, findRange, isOfAnother } from "./meeting-range.ts";
import { findDayAboveHours, findPlacedDay, findTimedDay, readHoursField } from "./single-day.ts";
import { readTitledMeeting } from "./titled-meeting.ts";
import type { Gazetteer } from "./gazetteer.ts";

/** "Geneva, October–November 2031", "Rome, 5-9 May": a known city before months without days, or days without a year. */
const findLonePlace = (masthead: readonly Line[], gazetteer: Gazetteer): PlaceAndDates | undefined => {
  for (const line of masthead) {
    const [months = findDates(line.text.slice(0, 300))[0]] = findMonths(line.text);
    const place = months && readPlaceBefore(line, months, gazetteer);
    if (place?.city !== undefined && gazetteer.isCity(place.city)) return { ...place, line };
  }
  return undefined;
};

const SESSION = findWords("session");
const isNoHeading = (line: Line): boolean => readHeading(line) === undefined;
/** "Strasbourg, 5 May 2031" above session, body and heading, or beside the symbol, is where and when a paper was issued. */
const findIssued = (masthead: readonly Line[]): ((at: number) => boolean) => {
  const session = masthead.findIndex(({ text }) => SESSION.test(text));
  const named = masthead.findIndex((line) => BODY_WORD.test(line.text) || !isNoHeading(line));
  const [first, last] = [masthead.findIndex(isNoHeading), masthead.findLastIndex(isNoHeading)];
  return (at) => {
    if (session >= 0 && session <= at) return false;
    const cells = masthead.slice(Math.max(0, at - 1), at + 2).flatMap((line) => line.cells);
    const isAlone = first < 0 || (first === at && last === at);
    const isNamed = named >= 0 && named <= at;
    return !(isAlone || isNamed) || cells.some((cell) => readLoneSymbol(cell) !== undefined);
  };
};

/** The line that says when the meeting is, by the surest of its ways. */
const findDated = (masthead: readonly Line[], gazetteer: Gazetteer): { readonly at: number; readonly dates: PrintedDates } | undefined => {
  const isLabelled = isPlaceLabelled(masthead) || masthead.some(({ text, cells }) => [text, ...cells].some(readHoursField));
  const isOfIssue = findIssued(masthead);
  const ways: readonly ((line: Line, at: number) => PrintedDates | undefined)[] = [
    ({ text }) => readTitledMeeting(text)?.dates,
    findRange,
    findBracketedRange,
    (line) => findTimedDay(line, isLabelled),
    (line, at) => findDayAboveHours(line, masthead[at + 1]),
    (line, at) => (isOfIssue(at) ? undefined : findPlacedDay(line, [masthead[at - 1], masthead[at + 1]], gazetteer)),
  ];
  for (const find of ways) {
    const found = masthead.flatMap((line, at) => {
      const dates = isOfAnother(line) ? undefined : find(line, at);
      return dates ? [{ at, dates }] : [];
    });
    const [first] = found;
    // Of several single days, as those by which papers are due, none is that of the meeting.
    const areSeveral =
      find !== findRange && find !== findBracketedRange && new Set(found.map(({ dates }) => formatPrinted(dates.from))).size > 1;
    if (first && !areSeveral) return first;
  }
  return undefined;
};

/** Lines around the days in which a city with its country is that of the meeting. */
const NEAR = 4;
const isNoSymbol = ({ text }: Line): boolean => readLoneSymbol(text) === undefined;

/** What the first of several ways finds that is a city. */
const findPlace = <Place extends Pick<PlaceAndDates, "city" | "country">>(
  ways: readonly (() => Place | undefined)[],
  gazetteer: Gazetteer,
): Place | undefined => {
  for (const read of ways) {
    const place = settleCity(read(), gazetteer);
    if (place) return place;
  }
  return undefined;
};

const readOnLines = (masthead: readonly Line[], gazetteer: Gazetteer): PlaceAndDates | undefined => {
  const dated = findDated(masthead, gazetteer);
  const line = dated && masthead[dated.at];
  if (!line) return findLonePlace(masthead, gazetteer);
  const { at: single, dates } = dated;
  const opensOn = formatPrinted(dates.from);
  const closesOn = formatPrinted(dates.to ?? dates.from);
  if (opensOn === undefined || closesOn === undefined || closesOn < opensOn) return undefined;
  const others = masthead.filter((other) => other !== line).map((other) => ({ other, range: findRange(other) }));
  const beside = [masthead.slice(0, single).findLast(isNoSymbol), masthead.slice(single + 1).find(isNoSymbol)];
  const near = masthead.slice(Math.max(0, single - NEAR), single + NEAR + 1);
  const ways: readonly (() => Pick<PlaceAndDates, "city" | "country" | "venue"> | undefined)[] = [
    () => readPlaceBefore(line, dates, gazetteer),
    () => readPlaceAfter(line, dates, gazetteer),
    () => readPlaceUnparted(line, dates, gazetteer),
    () => readPlaceHeld(line, dates, gazetteer),
    ...beside.map((other) => () => readPlaceBeside(other, gazetteer)),
    () => readLabelledPlace(masthead, gazetteer),
    () => readPlaceNear(near, gazetteer),
    () => readCityBeforeHouse(masthead, gazetteer),
    () => readHouse(masthead, gazetteer),
    () => readPostalPlace(masthead, gazetteer),
    // The same dates may be printed again, in a sentence that says where.
    ...others
      .filter(({ range }) => range && formatPrinted(range.from) === opensOn)
      .map(
        ({ other, range }) =>
          () =>
            range && (readPlaceBefore(other, range, gazetteer) ?? readPlaceHeld(other, range, gazetteer)),
      ),
  ];
  return { ...findPlace(ways, gazetteer), opensOn, closesOn, line };
};

/** "to 1st of": a last day without its month. */
const TO_DAY = new RegExp(
  `^(?:[–—-]|${listWords("dateTo").join("|")})\\s?\\d{1,2}(?:\\s?(?:${listWords("dateOrdinals").join("|")}))?(?:\\s(?:${listWords("dateFillers").join("|")}))?$`,
  "iu",
);

/** "28 October to 1 of": days at the end of a line, whose year stands on the next. */
const endsInDays = ({ text }: Line): boolean => {
  const last = isSentence(text) || text.length > REACH ? undefined : findDates(text).at(-1);
  const rest = text.slice(last?.end).trim();
  return last !== undefined && last.from.year === undefined && (rest.length < 4 || TO_DAY.test(rest));
};
const joinNext = (line: Line, at: number, lines: readonly Line[]): Line =>
  endsInDays(line) ? { ...line, text: `${line.text} ${lines[at + 1]?.text ?? ""}` } : line;

/** The place and dates of the meeting in what stands before its agenda; days that are wrapped ("28 October to 1 of / November 2031") count as whole. */
export const readPlaceAndDates = (masthead: readonly Line[], gazetteer: Gazetteer): PlaceAndDates | undefined => {
  const printed = readOnLines(masthead, gazetteer);
  if (printed?.opensOn !== undefined) return printed;
  const whole = masthead.map(joinNext);
  const joined = readOnLines(whole, gazetteer);
  const line = masthead[whole.findIndex((other) => other === joined?.line)];
  return joined?.opensOn !== undefined && line ? { ...joined, line } : printed;
};

/** The same; where nothing above the agenda says when, as in a journal, what the foot of each page says. */
export const findPlaceAndDates = (masthead: readonly Line[], lines: readonly Line[], gazetteer: Gazetteer): PlaceAndDates | undefined => {
  const printed = readPlaceAndDates(masthead, gazetteer);
  const foot = printed?.opensOn === undefined ? readPlaceAndDates(readFeet(lines), gazetteer) : undefined;
  return foot?.opensOn !== undefined && foot.closesOn !== foot.opensOn ? foot : printed;
};
