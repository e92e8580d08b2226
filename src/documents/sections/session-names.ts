import { matchAny } from "../languages/expressions.ts";

const ORDINAL_WORD = matchAny("sessionOrdinal");
export const ORDINAL = `(?:(?:resumed|special|extraordinary|regular)\\s)?(?:(?:one\\s)?hundred(?:\\sand)?[\\s-])?(?:(?:cent|сто|двести|\\p{L}{2,8}дцать|сорок|\\p{L}{4,6}десят|девяносто|\\p{L}{3,14}ésim[oa]|décim[oa])\\s){0,2}(?:\\p{L}{2,16}-){0,4}(?:${ORDINAL_WORD})`;
const KIND = matchAny("sessionKind");
export const SESSION_NAME = new RegExp(
  `(?<!\\p{Lu}|\\p{Ll})(?<session>${ORDINAL}\\s(?<kind>${KIND})|${matchAny("sessionName")})(?!\\p{L})`,
  "iu",
);
const GLUED_SESSION = new RegExp(`(?<=\\p{L}(?:st|nd|rd|th|ième|ème))(?=(?:${matchAny("sessionKind")})(?!\\p{L}))`, "giu");

/** Marks of a text whose spaces are lost: "PartiesNineteenth", "DISCRIMINATIONSixty", "August2006". */
export const restoreSpaces = (text: string): string =>
  text
    .replaceAll(/(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}{2})|(?<=\p{Lu}{4})(?=\p{Lu}\p{Ll}{3})|(?<=\p{Ll}{3})(?=(?:19|20)\d{2}(?!\d))/gu, " ")
    .replaceAll(GLUED_SESSION, " ");
