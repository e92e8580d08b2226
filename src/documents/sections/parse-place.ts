import { matchAny, matchAnyWord, findWords, listWords } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import { foldPunctuation } from "../text/typography.ts";
import type { Gazetteer } from "./gazetteer.ts";

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

/** Capitalised words, with the small words that names of places have between them. */
const NAME =
  "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.’'-]{1,30}(?:\\s(?:(?:de|del|du|la|las|los|le|the|of|and|d|am|an|der|sur|upon|на)\\s){0,2}(?:\\p{Ll}{2}-|[dl]['’])?[\\p{Lu}\\p{Lo}(][\\p{L}\\p{M}.’')-]{1,30}){0,4}";
/** "République togolaise": what kind of country it is, and whose. */
const REPUBLIC = "(?:République|República|Республика|Royaume|Reino)\\s\\p{Ll}{4,20}";
const PLACE = new RegExp(`^(?=.{2,80}$)${NAME}(?:,\\s?(?:the\\s)?(?:${REPUBLIC}|${NAME})){0,2}$`, "u");
const NO_PLACE = new RegExp(`\\p{N}|:|${findWords("notPlace", "session").source}`, "iu");

/** How a meeting is held, beside where: "Nairobi (hybrid)". */
export const WAY = new RegExp(`(?:\\s|(?<=\\p{Script=Han}))${matchAny("andOnline")}$|\\s?\\(${matchAny("wayHeld")}[^()]{0,40}\\)`, "giu");

const NOWHERE = new RegExp(`^${matchAnyWord("nowhere")}`, "iu");

/** "From 5 to 9 May": what leads to dates is no place. */
const ONLY_TO_DATES = new RegExp(`^(?:${[...listWords("dateFillers"), ...listWords("dateTo")].join("|")})$`, "iu");

/** "г. Минск", "the city of Rome". */
const CITY_WORD = new RegExp(`^${matchAny("cityWord")}(?:(?<=\\.)\\s?|\\s)`, "iu");

/** "Rome, Italy" as a city and what follows it. */
export const parsePlace = (text: string): Pick<PlaceAndDates, "city" | "country"> | undefined => {
  const place = foldPunctuation(text)
    .replace(/[\s,;|•·–—-]{1,6}$/, "")
    .replaceAll(WAY, "")
    .replace(/\s?\(([\p{Lu}\p{Lo}][^()]{1,40})\)$/u, ", $1")
    .trim()
    .replace(CITY_WORD, "");
  if (!PLACE.test(place) || NOWHERE.test(place) || NO_PLACE.test(place) || ONLY_TO_DATES.test(place)) return undefined;
  const [city = "", ...rest] = place.split(",").map((part) => part.trim());
  const country = rest.at(-1);
  return { city, ...(country && { country }) };
};

const STATE_WORD = new RegExp(`^${matchAny("stateWord")}\\s`, "iu");
const dropStateWord = (name: string): string => name.replace(STATE_WORD, "");

export const isKnownCity = (city: string, gazetteer: Gazetteer): boolean => gazetteer.isCity(dropStateWord(city));

/** "State of Kuwait" is a city where the capital has its name; of any other state alone no city is said. */
export const settleCity = <Place extends Pick<PlaceAndDates, "city" | "country">>(
  place: Place | undefined,
  gazetteer: Gazetteer,
): Place | undefined => {
  if (place?.city === undefined) return undefined;
  const city = dropStateWord(place.city);
  if (place.country === undefined && [place.city, city].some((name) => gazetteer.isRegion(name, undefined))) return undefined;
  return city !== place.city && gazetteer.isCity(city) ? { ...place, city } : place;
};

/** "Net House, Rome": a house before a city whose country is not printed, where no country is called so. */
export const moveHouse = (
  place: Pick<PlaceAndDates, "city" | "country">,
  gazetteer: Gazetteer,
): Pick<PlaceAndDates, "city" | "country" | "venue"> => {
  const { city: venue = "", country: city } = place;
  const isHouse =
    city !== undefined && !gazetteer.isCity(venue) && gazetteer.isCity(city) && gazetteer.findZone(venue, city).kind === "unknown";
  return isHouse ? { city, venue } : place;
};
