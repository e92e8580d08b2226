import type { PrintedDates } from "../expressions/printed-date.ts";
import { matchAny } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import type { PlaceAndDates } from "./parse-place.ts";
import { REACH } from "./places.ts";

/** Where a sentence with the days of a meeting says that it is held. */

const HELD_IN = new RegExp(
  `(?<!\\p{L})${matchAny("inCity")}\\s(?<city>\\p{Lu}[\\p{L}\\p{M}’'-]{1,30}(?:\\s\\p{Lu}[\\p{L}\\p{M}’'-]{1,30}){0,2})(?=[\\s,.;]|$)`,
  "u",
);
const HELD_AT = /(?<!\p{L})at\s(?:the\s)?(?<venue>\p{Lu}[\p{L}\p{M}\d’'(), -]{3,100}?)\sin\s(?=\p{Lu})/u;

/** "held in Rome from": between a city and its days stand few words; "in Administration, Commerce and Nets (First session," is none. */
const NOT_FEW = 20;
const readCityHeld = (before: string): string | undefined => {
  const found = HELD_IN.exec(before);
  const between = found ? before.length - found.index - found[0].length : NOT_FEW;
  return between < NOT_FEW ? found?.groups?.["city"] : undefined;
};

export const readPlaceHeld = (line: Line, { start, end }: PrintedDates): Pick<PlaceAndDates, "city" | "venue"> | undefined => {
  const after = line.text.slice(end, end + REACH);
  const [sentence = ""] = after.split(/(?<=[^.]{4})\.(?:\s|$)/);
  const venue = HELD_AT.exec(sentence)?.groups?.["venue"];
  const city = HELD_IN.exec(sentence)?.groups?.["city"] ?? readCityHeld(line.text.slice(Math.max(0, start - 60), start));
  return city === undefined ? undefined : { city, ...(venue && { venue }) };
};
