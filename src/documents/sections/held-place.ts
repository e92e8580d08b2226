import type { PrintedDates } from "../expressions/printed-date.ts";
import { matchAny } from "../languages/expressions.ts";
import { HELD } from "../languages/meeting-days.ts";
import type { Line } from "../text/line.ts";
import type { Gazetteer } from "./gazetteer.ts";
import type { PlaceAndDates } from "./parse-place.ts";
import { REACH } from "./places.ts";

/** Where a sentence with the days of a meeting says that it is held. */

const HELD_IN = new RegExp(
  `(?<!\\p{L})${matchAny("inCity")}\\s(?<city>\\p{Lu}[\\p{L}\\p{M}’'-]{1,30}(?:\\s\\p{Lu}[\\p{L}\\p{M}’'-]{1,30}){0,2})(?=[\\s,.;]|$)`,
  "u",
);
const HELD_AT = /(?<!\p{L})at\s(?:the\s)?(?<venue>\p{Lu}[\p{L}\p{M}\d’'(), -]{3,100}?)\sin\s(?=\p{Lu})/u;

/** In Russian a city behind "в" has another ending: "в Вене" is Вена. */
const listForms = (name: string): readonly string[] =>
  /^\p{Script=Cyrillic}.*е$/u.test(name) ? [name, name.slice(0, -1), `${name.slice(0, -1)}а`] : [name];

const findKnown = (name: string, gazetteer: Gazetteer): string | undefined => {
  const words = name.replace(/\.$/, "").split(" ");
  return words
    .map((_, at) => words.slice(0, words.length - at).join(" "))
    .flatMap(listForms)
    .find((city) => /^[\p{Lu}\p{Lo}]/u.test(city) && gazetteer.isCity(city) && !gazetteer.isRegion(city, undefined));
};

/** "held in Rome from": between a city and its days stand few words; "in Administration, Commerce and Nets (First session," is none. */
const NOT_FEW = 20;
const readCityHeld = (before: string): string | undefined => {
  const found = [...before.matchAll(new RegExp(HELD_IN, "gu"))].at(-1);
  const between = found ? before.length - found.index - found[0].length : NOT_FEW;
  return between < NOT_FEW ? found?.groups?.["city"] : undefined;
};

export const readPlaceHeld = (
  line: Line,
  { start, end }: PrintedDates,
  gazetteer: Gazetteer,
): Pick<PlaceAndDates, "city" | "venue"> | undefined => {
  const after = line.text.slice(end, end + REACH);
  const [sentence = ""] = after.split(/(?<=[^.]{4})\.(?:\s|$)/);
  const venue = HELD_AT.exec(sentence)?.groups?.["venue"];
  const city =
    findHeldCity(sentence, gazetteer) ??
    HELD_IN.exec(sentence)?.groups?.["city"] ??
    readCityHeld(line.text.slice(Math.max(0, start - 60), start));
  return city === undefined ? undefined : { city: findKnown(city, gazetteer) ?? city, ...(venue && { venue }) };
};

/** A city that is known, behind "in": "in Geneva, Switzerland", "в Женеве", "在瑞士日内瓦". */
const IN = new RegExp(
  `(?<!\\p{L})${matchAny("inCity", "atHouse")}\\s(?<name>\\p{L}[\\p{L}\\p{M}’'.-]{1,30}(?:\\s\\p{L}[\\p{L}\\p{M}’'-]{1,30}){0,2})`,
  "gu",
);
const IN_HAN = new RegExp(`${matchAny("inCity")}(?<name>\\p{Script=Han}{2,10}?)(?=${HELD.source}|[,，。])`, "gu");

export const findHeldCity = (text: string, gazetteer: Gazetteer): string | undefined => {
  for (const { groups } of text.matchAll(IN)) {
    const city = findKnown(groups?.["name"] ?? "", gazetteer);
    if (city !== undefined) return city;
  }
  for (const { groups } of text.matchAll(IN_HAN)) {
    const name = groups?.["name"] ?? "";
    const city = Array.from(name, (_, at) => name.slice(at)).find((end) => end.length > 1 && gazetteer.isCity(end));
    if (city !== undefined) return city;
  }
  return undefined;
};
