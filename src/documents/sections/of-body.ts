import { findDates } from "../expressions/dates.ts";
import { findSymbols } from "../expressions/symbols.ts";
import { isOpenEnded, HEADINGS, matchAny, matchAnyWord } from "../languages/expressions.ts";
import { ARABIC_WORDS } from "../languages/ar.ts";
import { normalizeText, type Line } from "../text/line.ts";
import type { PlaceAndDates } from "./parse-place.ts";
import { dropHeadingBehind } from "./printed-names.ts";
import { BODY_WORD } from "./run-on-names.ts";
import { SESSION_NAME } from "./session-names.ts";

/** Bodies that are named behind their session: "the tenth session of the Committee on Nets". */

const OF_BODY = new RegExp(
  `^\\s?(?:${matchAny("ofBody")}|${matchAny("ofBody").toUpperCase()})(?:\\s|(?<=[’']))(?<body>\\p{Lu}[^.;:]{3,240}?)(?=\\s${matchAny("willBe", "finiteVerbs")}\\s|\\s?${matchAny("issuedBy")}\\s|[.;:]|$)`,
  "u",
);
/** "للمجلس التنفيذي": in Arabic "of the" is one word with the name. */
const OF_BODY_IN_WORD = /^\s?لل(?<body>\p{L}{3,20}(?:\sال\p{L}{2,20}){0,3})/u;

/** "لمجلس وزراء الشباك": without the article, what the organ is of stands behind it. */
const OF_ORGAN_IN_WORD = new RegExp(`^\\s?ل(?<body>(?:${ARABIC_WORDS.organWord})(?:\\s\\p{L}{2,20}){1,5})\\s?(?:[(،.]|$)`, "u");

const readOfBody = (after: string): string | undefined => {
  const inWord = OF_BODY_IN_WORD.exec(after)?.groups?.["body"];
  // A word that begins with the same letter loses it: "للجنة" is of "اللجنة".
  const named = inWord === undefined ? [] : [`ال${inWord}`, `الل${inWord}`];
  return (
    named.find((name) => BODY_WORD.test(name)) ?? OF_ORGAN_IN_WORD.exec(after)?.groups?.["body"] ?? OF_BODY.exec(after)?.groups?.["body"]
  );
};

/** Parties and experts have no name of their own: it is their meeting that the name begins with, and an assembly that of its organization. */
export const MEETING_BODY = new RegExp(`^${matchAnyWord("meetingBody")}(?![’'])`, "iu");

/** "… of the Conference of the Parties Geneva (Switzerland)": the place runs on with the name. */
const dropPlace = (body: string | undefined, city: string | undefined): string | undefined => {
  const at = city === undefined || body === undefined ? 0 : body.indexOf(` ${city}`);
  const isPlace = /^(?:,|\s\(|\s\d|$)/.test(body?.slice(at + 1 + (city?.length ?? 0)) ?? "");
  return at > 0 && isPlace ? body?.slice(0, at) : body;
};

/** "OF THE NETS COMMITTEE NETS/Ser.L/2": the symbol of the paper ends the line. */
const dropSymbolBehind = (text: string): string => {
  const last = findSymbols(text).at(-1);
  return last && last.end >= text.length ? text.slice(0, last.start).trimEnd() : text;
};

/** The body whose session it is, as a text says behind the name of that session. */
export const findOfBody = (texts: readonly string[], session: string, city: string | undefined): string | undefined => {
  for (const text of texts) {
    const found = SESSION_NAME.exec(text);
    const isIt = normalizeText(found?.groups?.["session"] ?? "") === normalizeText(session);
    if (!found || !isIt) continue;
    const after = dropHeadingBehind(dropSymbolBehind(text.slice(found.index + found[0].length)));
    const named = readOfBody(after);
    const body = dropPlace(named?.slice(0, findDates(named)[0]?.start), city)?.replace(/(?<![\s,(])[\s,(]+$/, "");
    if (body === undefined || body === "" || Object.values(HEADINGS).some((heading) => heading.test(body))) continue;
    const kind = found.groups?.["kind"];
    const whole = `${kind ?? ""}${after.slice(0, after.indexOf(body))}${body}`;
    return kind !== undefined && (MEETING_BODY.test(whole) || BODY_WORD.test(kind)) ? whole : body;
  }
  return undefined;
};

/** Lines that go on in the next; where that has place and dates, up to these. */
export const joinWrapped = (lines: readonly Line[], place: PlaceAndDates | undefined): readonly string[] =>
  lines.flatMap(({ text }, at) => {
    const next = lines[at + 1];
    if (!next || text.endsWith(",") || !isOpenEnded(text)) return [];
    const city = next === place?.line && place.city !== undefined ? next.text.indexOf(place.city) : -1;
    return [`${text} ${city < 0 ? next.text : next.text.slice(0, city)}`.replace(/(?<![\s,])[\s,]+$/, "")];
  });
