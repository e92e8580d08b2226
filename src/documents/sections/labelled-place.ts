import { matchAny } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { parsePlace, type PlaceAndDates } from "./parse-place.ts";

/** Places in mastheads that name their fields ("Date: 5 May 2031", "Venue: Net House, Rome"), or set each on a line of its own. */

const LABELLED = new RegExp(`^${matchAny("placeLabel")}\\s?(?<place>.{2,160})$`, "iu");
const readLabel = ({ text }: Line): string | undefined => LABELLED.exec(text)?.groups?.["place"];

export const isPlaceLabelled = (masthead: readonly Line[]): boolean => masthead.some((line) => readLabel(line) !== undefined);

/** A text from each of its parts on that commas or dashes begin. */
const listEnds = (text: string): readonly string[] => {
  const parts = text.split(/[,،]\s?|\s[–—-]\s/);
  return parts.map((_, at) => parts.slice(at).join(", "));
};

/** The city in a place that is named as such: what stands before it is a house. */
export const readLabelledPlace = (masthead: readonly Line[], gazetteer: Gazetteer): Pick<PlaceAndDates, "city" | "country"> | undefined =>
  masthead
    .flatMap((line) => listEnds(readLabel(line) ?? ""))
    .map(parsePlace)
    .find((place) => place?.city !== undefined && gazetteer.isCity(place.city));

/** "Net Hall, Net Plaza, Rome, Italy": a city that is known, with its country, at the end of a line. */
export const readPlaceNear = (lines: readonly Line[], gazetteer: Gazetteer): Pick<PlaceAndDates, "city" | "country"> | undefined =>
  lines
    .flatMap(({ text }) => listEnds(text).filter((end) => end.split(",").length === 2))
    .map(parsePlace)
    .find((place) => place?.city !== undefined && place.country !== undefined && gazetteer.isCity(place.city));
