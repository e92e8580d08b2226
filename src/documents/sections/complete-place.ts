import { findDates } from "../expressions/dates.ts";
import type { Gazetteer } from "./gazetteer.ts";
import type { Masthead } from "./masthead.ts";
import { findOnlyDay } from "./only-day.ts";
import type { PlaceAndDates } from "./parse-place.ts";
import { readPlaceAfter, readPlaceBeside } from "./places.ts";
import { readCityBeforeHouse } from "./addressed-place.ts";
import { readSessionSentence } from "./session-sentence.ts";
import type { Sections } from "./split.ts";

/** Where and when a meeting is whose masthead leaves it open: as sentences say it, or the one day of a journal. */

const isSame = (place: PlaceAndDates | undefined, { opensOn, closesOn }: PlaceAndDates): boolean =>
  opensOn === undefined ||
  place?.opensOn === undefined ||
  (place.opensOn === opensOn && (closesOn === undefined || place.closesOn === closesOn));

/** The place on the line above or below the day. */
const placeDay = (day: PlaceAndDates | undefined, { lines }: Sections, gazetteer: Gazetteer): PlaceAndDates | undefined => {
  const at = day ? lines.findIndex(({ number }) => number === day.line.number) : -1;
  if (!day || at < 0) return day;
  const [dates] = findDates(day.line.text);
  const behind = dates && readPlaceAfter(day.line, dates, gazetteer);
  const beside = [lines[at - 1], lines[at + 1]].filter((line) => line !== undefined);
  const place = beside
    .map((line) => readPlaceBeside(line, gazetteer))
    .find((found) => found?.city !== undefined && gazetteer.isCity(found.city));
  return { ...readCityBeforeHouse(beside, gazetteer), ...place, ...behind, ...day };
};

export const completePlace = (
  place: PlaceAndDates | undefined,
  sections: Sections,
  { session, body }: Masthead,
  gazetteer: Gazetteer,
): PlaceAndDates | undefined => {
  if (place?.city !== undefined && place.opensOn !== undefined) return place;
  const said = readSessionSentence(sections.lines, { session, body, above: new Set(sections.masthead) }, gazetteer);
  const told = said && isSame(place, said) ? { ...said, ...place } : place;
  if (told?.opensOn !== undefined) return told;
  const day = placeDay(findOnlyDay(sections), sections, gazetteer);
  return day ? { ...day, ...told, line: day.line } : told;
};
