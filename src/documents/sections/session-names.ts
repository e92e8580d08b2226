import { matchAny } from "../languages/expressions.ts";

const ORDINAL_WORD = matchAny("sessionOrdinal");
export const ORDINAL = `(?:(?:resumed|special|extraordinary|regular)\\s)?(?:(?:one\\s)?hundred(?:\\sand)?[\\s-])?(?:(?:cent|сто|двести|\\p{L}{2,8}дцать|сорок|\\p{L}{4,6}десят|девяносто|\\p{L}{3,14}ésim[oa]|décim[oa])\\s){0,2}(?:\\p{L}{2,16}-){0,4}(?:${ORDINAL_WORD})`;
/** "XLVIII": of small letters it may be a word. */
const ROMAN = "(?:(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?:e|th|ème)?)";
const KIND = matchAny("sessionKind");
export const SESSION_NAME = new RegExp(
  `(?<!\\p{Lu}|\\p{Ll})(?<session>(?:${ORDINAL}|^${ROMAN})\\s(?<kind>${KIND})|${matchAny("sessionName")})(?!\\p{L})`,
  "iu",
);
const ENDS_IN_ORDINAL = new RegExp(`(?<!\\p{L})${ORDINAL}$`, "iu");
const BEGINS_AS_KIND = new RegExp(`^${KIND}(?!\\p{L})`, "iu");
/** "Committee on Nets, Tenth" above "session". */
export const isSessionParted = (above: string, below: string): boolean => ENDS_IN_ORDINAL.test(above) && BEGINS_AS_KIND.test(below);

/** "Regular Meeting of the Nets Council": a session without a number, and whose it is. */
export const OF_SESSION = new RegExp(`^(?<kind>${KIND})\\s${matchAny("ofBody")}(?:\\s|(?<=[’']))(?<body>.{4,})$`, "iu");
/** A name behind the ordinal of its session, and before it; any adjective of Russian ends as an ordinal does. */
export const NUMBERED_NAME = new RegExp(
  `^(?:the\\s)?(?:(?!\\p{Script=Cyrillic})${ORDINAL}\\s|${ROMAN}\\s|${matchAny("ordinalBefore")})(?<name>.{2,})$`,
  "iu",
);
export const NAME_NUMBERED_BEHIND = new RegExp(`^(?<name>.{4,}?)\\s${matchAny("ordinalBehind")}$`, "u");
const GLUED_LANGUAGE =
  /(?<=(?:ENGLISH|FRENCH|SPANISH|RUSSIAN|ARABIC|CHINESE|ANGLAIS|FRANÇAIS|ESPAGNOL|INGLÉS|FRANCÉS|ESPAÑOL))(?=\p{Lu}{4})/gu;
const GLUED_SESSION = new RegExp(`(?<=\\p{L}(?:st|nd|rd|th|ième|ème))(?=(?:${matchAny("sessionKind")})(?!\\p{L}))`, "giu");

/** Marks of a text whose spaces are lost: "PartiesNineteenth", "DISCRIMINATIONSixty", "August2006". */
export const restoreSpaces = (text: string): string =>
  text
    .replaceAll(/(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}{2})|(?<=\p{Lu}{4})(?=\p{Lu}\p{Ll}{3})|(?<=\p{Ll}{3})(?=(?:19|20)\d{2}(?!\d))/gu, " ")
    .replaceAll(GLUED_LANGUAGE, " ")
    .replaceAll(GLUED_SESSION, " ");
