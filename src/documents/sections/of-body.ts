import { findDates } from "../expressions/dates.ts";
import { matchAny } from "../languages/expressions.ts";
import { normalizeText } from "../text/line.ts";
import { BODY_WORD } from "./run-on-names.ts";
import { SESSION_NAME } from "./session-names.ts";

/** Bodies that are named behind their session: "the tenth session of the Committee on Nets". */

const OF_BODY = new RegExp(
  `^\\s?(?:${matchAny("ofBody")}|${matchAny("ofBody").toUpperCase()})\\s(?<body>\\p{Lu}[^.;:]{3,240}?)(?=\\s${matchAny("willBe", "finiteVerbs")}\\s|[.;:]|$)`,
  "u",
);
/** "للمجلس التنفيذي": in Arabic "of the" is one word with the name. */
const OF_BODY_IN_WORD = /^\s?لل(?<body>\p{L}{3,20}(?:\sال\p{L}{2,20}){0,3})/u;

const readOfBody = (after: string): string | undefined => {
  const inWord = OF_BODY_IN_WORD.exec(after)?.groups?.["body"];
  return inWord !== undefined && BODY_WORD.test(`ال${inWord}`) ? `ال${inWord}` : OF_BODY.exec(after)?.groups?.["body"];
};

/** The body whose session it is, as a text says behind the name of that session. */
export const findOfBody = (texts: readonly string[], session: string): string | undefined => {
  for (const text of texts) {
    const found = SESSION_NAME.exec(text);
    const isIt = normalizeText(found?.groups?.["session"] ?? "") === normalizeText(session);
    const body = found && isIt ? readOfBody(text.slice(found.index + found[0].length)) : undefined;
    if (body !== undefined && findDates(body).length === 0) return body.replace(/[\s,]+$/, "");
  }
  return undefined;
};
