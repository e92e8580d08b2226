import { formatDate } from "../expressions/calendar-days.ts";
import type { PrintedDate, PrintedDates } from "../expressions/printed-date.ts";
import { matchAny, HEADINGS } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import { foldPunctuation } from "../text/typography.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { isKnownCity, moveHouse, type PlaceAndDates, parsePlace, WAY } from "./parse-place.ts";
import { restoreSpaces } from "./session-names.ts";

export const formatPrinted = ({ year, month, day }: PrintedDate): string | undefined =>
  year !== undefined && month !== undefined && day !== undefined ? formatDate(year, month, day) : undefined;

/** The last words of a text that could be a place: "... período de sesiones Bonn," gives "Bonn", and "Palais des Nations, Ginebra," its city. */
const TRAILING_PLACE = new RegExp(
  `(?<=^|[\\s.;:(])(?<!(?:des|du|of|of the|de las|de los)\\s)(?<place>[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.’'-]{1,30}(?:\\s(?:de\\s|la\\s|los\\s)?\\p{Lu}[\\p{L}\\p{M}.’'-]{1,30}){0,2}(?:\\s?\\([\\p{Lu}\\p{Lo}][\\p{L} .'’-]{1,30}\\)|,\\s\\p{Lu}[\\p{L}\\p{M} ]{2,30})?),\\s?${matchAny("placeToDates")}?\\s?$`,
  "u",
);
const DATE_LABEL = new RegExp(`^${matchAny("dateLabel")}\\s?`, "iu");
const BEFORE_DATES = new RegExp(`\\s${matchAny("placeToDates")}\\s?$`, "iu");
/** "to be held in Redmond, Washington, USA": a city before its region. */
const HELD_BEFORE = new RegExp(
  `(?<!\\p{L})${matchAny("inCity")}\\s(?<city>\\p{Lu}[\\p{L}\\p{M}’'-]{1,30}(?:\\s\\p{Lu}[\\p{L}\\p{M}’'-]{1,30}){0,2}),\\s$`,
  "u",
);
export const REACH = 160;
/** Words of a place with its country. */
const LONGEST_PLACE = 6;

/** A text from each of its words before the comma on. */
const listRests = (text: string): readonly string[] => {
  const words = text.split(" ");
  const last = words.findIndex((word) => word.endsWith(","));
  return words.slice(0, last + 1).map((_, at) => words.slice(at).join(" "));
};

/** "… OF THE AMERICAS Washington": what is set in capitals before a city is none of it. */
const LOUD = /^(?:\p{Lu}{2,}\s){1,4}(?=\p{Lu}\p{Ll})/u;
/** "Washington, D.C., USA": a part of the city's name, and no country. */
const DISTRICT = /,\s?D\.\s?C\.(?=,|\s|$)/;

export const readPlaceBefore = (
  line: Line,
  dates: Pick<PrintedDates, "start">,
  gazetteer: Gazetteer,
): Pick<PlaceAndDates, "city" | "country" | "venue"> | undefined => {
  const before = foldPunctuation(line.text.slice(Math.max(0, dates.start - REACH), dates.start));
  const district = DISTRICT.exec(before)?.[0] ?? "";
  const place = readBefore(before.replace(district, ""), dates, gazetteer);
  return place?.city !== undefined && before.includes(`${place.city}${district}`) ? { ...place, city: `${place.city}${district}` } : place;
};

const readBefore = (
  before: string,
  { start }: Pick<PrintedDates, "start">,
  gazetteer: Gazetteer,
): Pick<PlaceAndDates, "city" | "country" | "venue"> | undefined => {
  const text = restoreSpaces(before.replace(DATE_LABEL, "").replaceAll(WAY, ""));
  const whole = start <= REACH ? parsePlace(text.replace(BEFORE_DATES, "").replace(/:\s?$/, "")) : undefined;
  // "National Nets Workshop 5-9 May": what no comma parts from the days is a place where it is known, or has a country.
  const isParted = /[,(|•·–—-]\s?$/.test(text) || BEFORE_DATES.test(text);
  if (whole?.city !== undefined && (isParted || whole.country !== undefined || isKnownCity(whole.city, gazetteer)))
    return moveHouse(whole, gazetteer);
  const trailing = TRAILING_PLACE.exec(text)?.groups?.["place"];
  if (trailing === undefined) return undefined;
  const held = HELD_BEFORE.exec(text.slice(0, text.lastIndexOf(trailing)))?.groups?.["city"];
  const region = parsePlace(trailing);
  if (held !== undefined && region?.city !== undefined && gazetteer.isRegion(region.city, region.country))
    return { city: held, ...(region.country !== undefined && { country: region.country }) };
  const named = trailing.replace(LOUD, "").replace("(", ", ").replace(")", "").replace(" ,", ",");
  // "Sixth Session, Vienna" is a session and a city, no city and a country; "of the Parties Lima (Peru)" has a city in its last words.
  const known = listRests(named)
    .map(parsePlace)
    .find((place) => place?.city !== undefined && gazetteer.isCity(place.city));
  // "… and Red Nets, Geneva": what stands before a city that no country follows is of a name.
  const ending = parsePlace(named);
  const moved = ending && moveHouse(ending, gazetteer);
  if (known === undefined && moved?.venue !== undefined && moved.city !== undefined) return { city: moved.city };
  return known ?? ending ?? (trailing.includes("(") ? undefined : parsePlace(named.replace(/^[^,]{1,80},\s/, "")));
};

/** "Harbour Hotel, Apia, Samoa": a house before the city and its country. */
const HOUSED = /^(?<venue>[^,]{3,60}),\s(?<place>[^,]{2,40},\s[^,]{2,40})$/u;

const parseHoused = (text: string, gazetteer: Gazetteer): Pick<PlaceAndDates, "city" | "country" | "venue"> | undefined => {
  const { venue, place } = HOUSED.exec(text.replace(/[\s,.;]{1,6}$/, ""))?.groups ?? {};
  const parsed = place === undefined ? undefined : parsePlace(place);
  return venue !== undefined && parsed?.city !== undefined && gazetteer.isCity(parsed.city) ? { ...parsed, venue } : undefined;
};

const HAN = /^\p{Script=Han}{3,12}$/u;

/** "瑞士日内瓦": in Chinese the country stands before its city, and nothing between them. */
const parseUnspaced = (text: string, gazetteer: Gazetteer): Pick<PlaceAndDates, "city" | "country"> | undefined => {
  const place = text.replace(/[\s,.;]{1,6}$/, "");
  if (!HAN.test(place) || gazetteer.isCity(place)) return undefined;
  const from = Array.from(place, (_, at) => at).find((at) => at > 1 && at < place.length - 1 && gazetteer.isCity(place.slice(at)));
  return from === undefined ? undefined : { city: place.slice(from), country: place.slice(0, from) };
};

/** "5-9 May 2031, Rome        Original: English": up to the end of the cell that has the dates with their place. */
const cutAtCell = ({ cells, text }: Line, { start, end }: PrintedDates): string => {
  const printed = text.slice(start, end);
  const cell = cells.find((one) => one.includes(printed)) ?? "";
  const rest = cell.slice(cell.indexOf(printed) + printed.length);
  return rest.trim().length > 1 ? text.slice(0, end) + rest : text;
};

/** "15-16 September 1997, Geneva": a place that ends the line, with a country or known as a city. */
export const readPlaceAfter = (
  line: Line,
  dates: PrintedDates,
  gazetteer: Gazetteer,
): Pick<PlaceAndDates, "city" | "country" | "venue"> | undefined => {
  const text = foldPunctuation(cutAtCell(line, dates).slice(dates.end, dates.end + REACH));
  const after = /^\s?[.,)]{0,2}\s?(?<place>[^,\s].*)$/u.exec(text)?.groups?.["place"];
  const housed = after === undefined ? undefined : (parseHoused(after, gazetteer) ?? parseUnspaced(after, gazetteer));
  if (housed) return housed;
  const place = after === undefined ? undefined : parsePlace(after);
  return place?.city !== undefined && (place.country !== undefined || gazetteer.isCity(place.city)) ? place : undefined;
};

/** "Huitième session Bakou, Azerbaïdjan 2 – 7 décembre": no comma parts the place from its dates. */
export const readPlaceUnparted = (
  line: Line,
  { start }: Pick<PrintedDates, "start">,
  gazetteer: Gazetteer,
): Pick<PlaceAndDates, "city" | "country"> | undefined => {
  const words = foldPunctuation(line.text.slice(Math.max(0, start - REACH), start))
    .trimEnd()
    .split(" ");
  for (let from = Math.max(0, words.length - LONGEST_PLACE); from < words.length; from += 1) {
    const place = parsePlace(words.slice(from).join(" "));
    if (place?.city !== undefined && gazetteer.isCity(place.city)) return place;
  }
  return undefined;
};

/** The place on a line of its own beside the dates: it must print a country, or be a city that is known. */
export const readPlaceBeside = (line: Line | undefined, gazetteer: Gazetteer): Pick<PlaceAndDates, "city" | "country"> | undefined => {
  const cells = line?.cells.filter(Boolean) ?? [];
  // "The Hague        ENGLISH only": in a column of its own.
  const apart = cells.length > 1 ? parsePlace(cells[0] ?? "") : undefined;
  if (apart?.city !== undefined && gazetteer.isCity(apart.city)) return apart;
  const place =
    line && cells.length === 1 && !Object.values(HEADINGS).some((heading) => heading.test(line.text)) ? parsePlace(line.text) : undefined;
  return place?.city !== undefined && (place.country !== undefined || gazetteer.isCity(place.city)) ? place : undefined;
};
