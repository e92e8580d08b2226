import { dateFrom } from "../expressions/calendar-days.ts";
import { findDates, findMonths, type PrintedDate, type PrintedDates } from "../expressions/dates.ts";
import { HEADINGS, SESSION } from "../expressions/languages.ts";
import type { Line } from "../text/line.ts";
import { symbolAlone } from "../text/page-furniture.ts";

/** The time zone of a place, or why it stays open. */
export type Zone =
  | { readonly kind: "known"; readonly zone: string }
  | { readonly kind: "unknown" }
  | { readonly kind: "ambiguous"; readonly among: string }
  | { readonly kind: "unasked" };

/** Which places are known, by the names that documents print. In the worker none are. */
export interface Gazetteer {
  /** Whether a name is that of a city, in one of the languages that are read. */
  readonly isCity: (name: string) => boolean;
  readonly zoneOf: (city: string, country: string | undefined) => Zone;
}
export const NO_PLACES: Gazetteer = { isCity: () => false, zoneOf: () => ({ kind: "unasked" }) };

/** Where and when the meeting is, as far as the text says. */
export interface PlaceAndDates {
  readonly city?: string;
  /** What is printed after the city: "Italy". */
  readonly country?: string;
  readonly venue?: string;
  readonly opensOn?: string;
  readonly closesOn?: string;
  readonly line: Line;
}

const isoOf = ({ year, month, day }: PrintedDate): string | undefined =>
  year !== undefined && month !== undefined && day !== undefined ? dateFrom(year, month, day) : undefined;

/** Capitalised words, with the small words that names of places have between them. */
const NAME =
  "\\p{Lu}[\\p{L}\\p{M}.’'-]{1,30}(?:\\s(?:(?:de|del|la|las|los|le|the|of|and|d|am|an|der|sur|upon|на)\\s){0,2}(?:\\p{Ll}{2}-)?[\\p{Lu}(][\\p{L}\\p{M}.’')-]{1,30}){0,4}";
const PLACE = new RegExp(`^(?=.{2,80}$)${NAME}(?:,\\s?(?:the\\s)?${NAME}){0,2}$`, "u");
const NO_PLACE_WORD =
  /\p{N}|:|(?<!\p{L})(?:committee|council|commission|assembly|group|board|agenda|general|original|distr|comité|conseil|consejo|ordre|programa)(?!\p{L})/iu;

/** How a meeting is held, beside where: "Nairobi (hybrid)". */
const WAY =
  /\s(?:and|et|y|и)\s(?:online|virtual(?:ly)?|en ligne|en línea|онлайн)$|\s?\((?:hybrid|online|virtual|in person|hybride|en ligne|virtuel(?:le)?|híbrid[ao]|en línea|гибридн\p{L}{2,4})[^()]{0,40}\)/giu;

const NOWHERE = /^(?:online|virtual(?:ly)?|by videoconference|en ligne|en línea|онлайн)(?!\p{L})/iu;

/** "Rome, Italy" as a city and what follows it. */
const placeOf = (text: string): Pick<PlaceAndDates, "city" | "country"> | undefined => {
  const place = text
    .replace(/[\s,;–—-]{1,6}$/, "")
    .replaceAll(WAY, "")
    .replace(/\s\((\p{Lu}[^()]{2,40})\)$/u, ", $1")
    .trim();
  if (!PLACE.test(place) || NOWHERE.test(place) || NO_PLACE_WORD.test(place) || SESSION.test(place)) return undefined;
  const [city = "", ...rest] = place.split(",").map((part) => part.trim());
  const country = rest.at(-1);
  return { city, ...(country && { country }) };
};

/** The last words of a text that could be a place: "... período de sesiones Bonn," gives "Bonn". */
const TRAILING_PLACE =
  /(?<=^|[\s.;:(])(?<place>\p{Lu}[\p{L}\p{M}.’'-]{1,30}(?:\s(?:de\s|la\s|los\s)?\p{Lu}[\p{L}\p{M}.’'-]{1,30}){0,2}(?:\s?\(\p{Lu}[\p{L} ]{2,30}\)|,\s\p{Lu}[\p{L}\p{M} ]{2,30})?),\s?(?:du|del|с)?\s?$/u;
const HELD_IN =
  /(?<!\p{L})(?:in|à|en|в(?: городе| г\.)?)\s(?<city>\p{Lu}[\p{L}\p{M}’'-]{1,30}(?:\s\p{Lu}[\p{L}\p{M}’'-]{1,30}){0,2})(?=[\s,.;]|$)/u;
const HELD_AT = /(?<!\p{L})at\s(?:the\s)?(?<venue>\p{Lu}[\p{L}\p{M}\d’'(), -]{3,100}?)\sin\s(?=\p{Lu})/u;
const REACH = 160;

const before = (line: Line, { start }: Pick<PrintedDates, "start">): Pick<PlaceAndDates, "city" | "country"> | undefined => {
  const text = line.text.slice(Math.max(0, start - REACH), start);
  const whole = start <= REACH ? placeOf(text.replace(/\s(?:du|del|с|from|le)\s?$/iu, "")) : undefined;
  if (whole) return whole;
  const trailing = TRAILING_PLACE.exec(text)?.groups?.["place"];
  if (trailing === undefined) return undefined;
  const named = trailing.replace("(", ", ").replace(")", "");
  // "Sixth Session, Vienna" is a session and a city, no city and a country.
  return placeOf(named) ?? placeOf(named.replace(/^[^,]{1,80},\s/, ""));
};

const held = (line: Line, { start, end }: PrintedDates): Pick<PlaceAndDates, "city" | "venue"> | undefined => {
  const after = line.text.slice(end, end + REACH);
  const [sentence = ""] = after.split(/(?<=[^.]{4})\.(?:\s|$)/);
  const venue = HELD_AT.exec(sentence)?.groups?.["venue"];
  const city = HELD_IN.exec(sentence)?.groups?.["city"] ?? HELD_IN.exec(line.text.slice(Math.max(0, start - 60), start))?.groups?.["city"];
  return city === undefined ? undefined : { city, ...(venue && { venue }) };
};

/** The place on a line of its own beside the dates: it must print a country, or be a city that is known. */
const beside = (line: Line | undefined, gazetteer: Gazetteer): Pick<PlaceAndDates, "city" | "country"> | undefined => {
  const place =
    line && line.cells.length === 1 && !Object.values(HEADINGS).some((heading) => heading.test(line.text)) ? placeOf(line.text) : undefined;
  return place?.city !== undefined && (place.country !== undefined || gazetteer.isCity(place.city)) ? place : undefined;
};

const OPENS = /(?<!\p{L})(?:open(?:s|ed|ing)?|s.ouvrir\p{L}{0,3}|inaugur\p{L}{1,6}|откр\p{L}{2,8})(?!\p{L})/iu;
const CLOSES = /(?<!\p{L})(?:clos(?:e|es|ed|ing)|clôtur\p{L}{0,5}|clausur\p{L}{1,5}|закр\p{L}{2,8})(?!\p{L})/iu;

/** Within brackets or quotes stand the dates of other meetings. */
const QUOTED = /[(“«"][^)”»"]{0,160}$/;

/** A range of dates; or the opening and the closing date in one sentence. */
const rangeOn = (line: Line): PrintedDates | undefined => {
  const dates = findDates(line.text.slice(0, 3000));
  const range = dates.find(
    ({ from, to, start }) =>
      to && isoOf(from) !== undefined && isoOf(to) !== undefined && !QUOTED.test(line.text.slice(Math.max(0, start - REACH), start)),
  );
  if (range) return range;
  const [first, last] = dates;
  if (!first || !last || dates.length !== 2) return undefined;
  const between = line.text.slice(first.end, last.start);
  return OPENS.test(line.text.slice(0, first.start)) && CLOSES.test(between)
    ? { from: first.from, to: last.from, start: first.start, end: last.end }
    : undefined;
};

/** A single day with its place before it: a meeting of one day. */
const singleOn = (line: Line): PrintedDates | undefined => {
  const [date, ...others] = findDates(line.text.slice(0, 300));
  const isPlaced = date !== undefined && /,\s?$/.test(line.text.slice(0, date.start)) && before(line, date) !== undefined;
  return isPlaced && others.length === 0 && isoOf(date.from) && line.text.length - date.end < 30 ? date : undefined;
};

/** "Geneva, October–November 2031": a known city before months without days. */
const placeAlone = (masthead: readonly Line[], gazetteer: Gazetteer): PlaceAndDates | undefined => {
  for (const line of masthead) {
    const [months] = findMonths(line.text);
    const place = months && before(line, months);
    if (place?.city !== undefined && gazetteer.isCity(place.city)) return { ...place, line };
  }
  return undefined;
};

/** The place and dates of the meeting in what stands before its agenda. */
export const placeAndDates = (masthead: readonly Line[], gazetteer: Gazetteer): PlaceAndDates | undefined => {
  const at = masthead.findIndex((line) => rangeOn(line) !== undefined);
  const single = at < 0 ? masthead.findIndex((line) => singleOn(line) !== undefined && symbolAlone(line.text) === undefined) : at;
  const line = masthead[single];
  const dates = line && (rangeOn(line) ?? singleOn(line));
  if (!line || !dates) return placeAlone(masthead, gazetteer);
  const opensOn = isoOf(dates.from);
  const closesOn = isoOf(dates.to ?? dates.from);
  if (opensOn === undefined || closesOn === undefined || closesOn < opensOn) return undefined;
  const others = masthead.filter((other) => other !== line).map((other) => ({ other, range: rangeOn(other) }));
  const place =
    before(line, dates) ??
    held(line, dates) ??
    beside(masthead[single - 1], gazetteer) ??
    beside(masthead[single + 1], gazetteer) ??
    // The same dates may be printed again, in a sentence that says where.
    others
      .filter(({ range }) => range && isoOf(range.from) === opensOn)
      .map(({ other, range }) => range && (before(other, range) ?? held(other, range)))
      .find((found) => found !== undefined);
  return { ...place, opensOn, closesOn, line };
};
