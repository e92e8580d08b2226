import { matchAny } from "../languages/expressions.ts";

/** The clock that a time is read off: "CET", "GMT+1", "(UTC+2)", "Geneva time". The meeting's place says which it is. */
const ABBREVIATED =
  /\s?[([]?(?:(?:UTC|GMT)(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?|[CEW]ES?T|[CEW]AT|[CEMP][DS]T|AE[DS]T|[BIJKS]ST|[HPS][GK]T|MSK|ICT|BRT|ART)(?![\p{L}\p{N}])/uy;
const IN_WORDS = new RegExp(`\\s?[([]?${matchAny("localTime")}(?!\\p{L})`, "iuy");

/** The index after the clock's name that stands at `at`; else `at`. */
export const skipTimeZone = (text: string, at: number): number => {
  for (const pattern of [ABBREVIATED, IN_WORDS]) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return at;
};
