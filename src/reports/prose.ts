import { ENGLISH } from "../i18n/en.ts";

/** What was not reported, and the secretary must supply. */
export const PLACEHOLDER = "[...]";

export const formatOrdinal = (count: number): string => {
  const ending = count % 100 >= 11 && count % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th");
  return `${count}${ending}`;
};

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
export const spellNumber = (count: number): string => NUMBERS[count] ?? String(count);

/** `27 January`, as reports write the days of their own meeting. */
export const formatDay = (date: string): string => ENGLISH.dates.day(date).replace(/ \d{4}$/, "");

export const joinList = (parts: readonly string[]): string =>
  parts.length <= 1 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;

/** `Working Group on Trafficking in Persons` is called `the Working Group` in its own report. */
export const shortenName = (name: string): string => `the ${name.replace(/ (?:on|of|for|to|against) .*$/, "")}`;

export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
