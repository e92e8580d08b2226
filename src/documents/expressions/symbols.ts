import { SYMBOL } from "./symbol-forms.ts";

/** A document symbol in a text, and where it stands. */
export interface PrintedSymbol {
  readonly symbol: string;
  readonly start: number;
  readonly end: number;
}

/** Resolutions, decisions, records and circulars are quoted, not submitted. */
const QUOTED = /\/(?:(?:RES|DEC(?!\/CRP)|PV|SR|S-RES)\/|Circ\.)/;

const BEFORE_QUOTED =
  /(?<!(?:draft|projets? de|proyectos? de|проект\p{L}{0,2}|مشروع)\s)(?<!\p{L})(?:resolutions?|decisions?|résolutions?|décisions?|resoluci(?:ón|ones)|decisi(?:ón|ones)|резолюци\p{L}{1,2}|решени\p{L}{1,2}|(?:ال)?قرار)\s$/iu;
const BEHIND_QUOTED = /^\s?号?(?:决议|决定)/u;
/** "resolution S-17/2": what a text calls so. */
const isQuoted = (text: string, { start, end }: PrintedSymbol): boolean =>
  BEFORE_QUOTED.test(text.slice(Math.max(0, start - REACH), start)) || BEHIND_QUOTED.test(text.slice(end, end + BEHIND));
/** Characters before and behind a symbol that say what it is of. */
const [REACH, BEHIND] = [32, 16];

const tidySymbol = (printed: string): string =>
  printed
    .replaceAll(/\s?\/\s?/g, "/")
    .replaceAll(/\s+/g, " ")
    // "A/9/3 Rev." ends with a dot of its own.
    .replace(/(?<!\s(?:Rev|Prov|Add|Corr|REV|PROV|ADD|CORR))[.\-–\s]+$/, "");

/** "A3/4" is the size of a page, and "JTC 1/SC 2" a committee. */
const NO_SYMBOL = /^(?:[A-Z]\d\/\d{1,2}|(?:JTC|TC|PC|SC) \d{1,3}\/(?:SC|WG|AG))$/;

const isSymbol = (text: string): boolean =>
  (!text.includes("/") || /\(20\d{2}\)|\/.{0,80}\d|^[A-Z]{1,6}[. ]\d{1,4}\/[A-Z]{2,6}$|^.{0,12}doc\./i.test(text)) &&
  !NO_SYMBOL.test(text) &&
  !QUOTED.test(text);

/** The symbols of documents in a text; quoted resolutions are none. */
export const findSymbols = (text: string): readonly PrintedSymbol[] =>
  // Most lines have no figure, and none of them a symbol.
  (/\d/.test(text) ? [...text.matchAll(SYMBOL)] : [])
    .map((match) => ({ symbol: tidySymbol(match[0]), start: match.index, end: match.index + match[0].length }))
    .filter((found) => isSymbol(found.symbol) && !isQuoted(text, found));

const HELD = /(?:(?:documents?|docs?\.)\s)\uE000|[([][^()[\]]{0,60}\uE000[^()[\]]{0,60}[)\]]|\uE000/gi;

/** A text without its symbols, and without the brackets that held them. */
/** "IMPLEMENTATION OF DECISION 4/2 ON NETS": a word before numbers, in the midst of a title that is set in capitals. */
const isWordInCapitals = (text: string, start: number, end: number): boolean =>
  !/\p{Ll}/u.test(text) && /^\p{L}{5,}\s/u.test(text.slice(start)) && /^\s\p{L}/u.test(text.slice(end));

export const removeSymbols = (text: string): string => {
  let rest = "";
  let from = 0;
  for (const { start, end } of findSymbols(text)) {
    if (isWordInCapitals(text, start, end)) continue;
    rest += `${text.slice(from, start)}\uE000`;
    from = end;
  }
  if (from === 0) return text;
  return `${rest}${text.slice(from)}`.replaceAll(HELD, " ").replaceAll(/\s+/g, " ").trim();
};
