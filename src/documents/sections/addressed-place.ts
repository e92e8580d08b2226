import { matchAny } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { isSentence } from "./sentences.ts";
import { parsePlace, type PlaceAndDates } from "./parse-place.ts";

/** Cities in the addresses of houses. */

/** "to be held at Net House, 4 Quay Street, London SE1 7SR, starting at": a house, its address, and its city. */
const HELD_IN_HOUSE = new RegExp(
  `(?<!\\p{L})${matchAny("inCity", "atHouse")}\\s(?:the\\s|el\\s|la\\s|le\\s)?(?<venue>\\p{Lu}[^,;]{3,80}),\\s(?:\\d{1,4}[^,;]{3,60},\\s)?(?:\\d{4,6}\\s)?(?<city>\\p{Lu}[\\p{L}\\p{M}’'-]{2,30})(?=[\\s,.;(]|$)`,
  "u",
);
export const readHouse = (masthead: readonly Line[], gazetteer: Gazetteer): Pick<PlaceAndDates, "city" | "venue"> | undefined =>
  masthead
    // The address may go on in the next line.
    .map(
      ({ text }, at) => HELD_IN_HOUSE.exec(`${text.slice(0, LONGEST_LINE)} ${masthead[at + 1]?.text.slice(0, LONGEST_LINE) ?? ""}`)?.groups,
    )
    .flatMap((groups) => {
      const { city, venue } = groups ?? {};
      return city !== undefined && venue !== undefined && gazetteer.isCity(city) ? [{ city, venue }] : [];
    })
    .at(0);

/** "Strasbourg, Palais des Filets, Salle 1": a city that is known, and the house in it. */
const BEFORE_HOUSE = /^\(?(?<city>[^,\d]{2,40})[,،]\s(?<venue>[^\d]{3,100}?\d{0,3})\)?$/u;
export const readCityBeforeHouse = (lines: readonly Line[], gazetteer: Gazetteer): Pick<PlaceAndDates, "city" | "venue"> | undefined =>
  lines
    .filter(({ text }) => !isSentence(text))
    .flatMap(({ text }) => {
      const { city, venue } = BEFORE_HOUSE.exec(text)?.groups ?? {};
      return city !== undefined && venue !== undefined && gazetteer.isCity(city) ? [{ city, venue }] : [];
    })
    .at(0);

const POSTAL = /^(?:\p{Lu}{1,3}-)?\d{4,6}\s(?<place>\p{Lu}[^,]{1,30}(?:,\s[^,]{2,30})?)$/u;

/** "75007 Paris": the city of an address. */
export const readPostalPlace = (masthead: readonly Line[], gazetteer: Gazetteer): Pick<PlaceAndDates, "city" | "country"> | undefined =>
  masthead
    .map(({ text }) => parsePlace(POSTAL.exec(text)?.groups?.["place"] ?? ""))
    .find((place) => place?.city !== undefined && gazetteer.isCity(place.city));

const LONGEST_LINE = 2000;
