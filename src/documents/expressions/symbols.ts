/** A document symbol in a text, and where it stands. */
export interface PrintedSymbol {
  readonly symbol: string;
  readonly start: number;
  readonly end: number;
}

const REVISION =
  "(?:(?:Rev|Add|Corr|Amend|Prov|Sup|Suppl|REV|ADD|CORR|PROV|SUP)\\.\\s?\\d{1,2}|(?:Prov|PROV|prov|Rev|REV|Add|Corr)\\.(?!\\s?\\d))";
const BRACKETED = `\\((?:${REVISION}|annotated)\\)`;
/** `A/CN.99/8`, `CL 9/INF/4`, `GB.21/LEG/1(Rev.1)`, `REEF /2031/1`, `GC(9)/1`, `XT/MIN(31)/W/1`: parts with slashes. */
const SLASHED = `[A-Z][A-Z0-9]{0,9}(?:[.:-][A-Z0-9]{1,10}){0,3}(?:\\s\\d{1,3}|(?<=(?<!\\p{L})[A-Z]{1,4})\\s(?:19|20)\\d{2}(?=\\/(?:[A-Z]{2,5}\\/)?\\d{1,3}(?!\\d))|\\(\\d{1,3}\\))?(?:\\s?\\/[A-Z0-9][A-Za-z0-9.-]{0,19}(?:\\s(?:[A-Z]{2}\\.\\d{1,4}|\\d{1,3}\\.[A-Z]{2,5})(?=\\/))?(?:\\(\\d{1,3}\\))?(?:${BRACKETED})?){1,9}(?:[/ –-]{1,2}(?:${BRACKETED}|${REVISION})){0,3}`;
/** `DOC. SC8-12`, `CoP19 Doc. 5`: a word for "document" and a number. */
const NAMED = `(?:[A-Z][A-Za-z]{1,7}\\d{1,3}\\s)?(?:DOC|Doc)\\.\\s?(?:[A-Z]{1,6}\\d{0,3}[.-])?\\d[A-Za-z0-9.-]{0,14}(?:\\s?(?:${BRACKETED}|${REVISION}|prov\\d{0,2}(?![\\p{L}.])))?`;
const NAMED_BY_MEETING = `(?:DOC|Doc)\\.\\s?[A-Z]{2,8}\\d{1,3}-\\d{1,3}[A-Za-z0-9.-]{0,8}(?:\\s?(?:${BRACKETED}|${REVISION}))?`;
/** `37 C/1 Prov.`, `200 EX/5`: the number of a session before its organ. */
const BY_SESSION = `\\d{1,3}\\s(?:EX|C|COM|GA)\\/(?:INF\\.?\\s?)?\\d{1,3}(?:\\s(?:${BRACKETED}|${REVISION})){0,2}(?![\\p{L}\\p{N}/])`;
/** `NET-Ext.(31)/Doc. 2.2`, `Net-XVI/Doc. 3.1(1)`, `REEF/NET-2/INF. 1`: papers that are numbered as the items that they are for. */
const BY_ITEM = `[A-Z][A-Za-z]{1,9}(?:-(?:[A-Z][A-Za-z]{0,5}\\.?|\\d{1,3})){0,2}(?:\\s?\\(\\d{2,4}\\))?(?:\\/[A-Z][A-Z0-9-]{1,12}){0,3}\\/(?:Doc|DOC|INF|Inf)\\.\\s?\\d{1,3}(?:\\.\\d{1,2}){0,3}(?:\\(\\d{1,2}\\))?(?![\\p{L}\\p{N}/])`;
/** `CNH(2031)OJ1`, `NET-AS (2031) 07`, `NT/Per (2031) OJ 1`: the year in brackets. */
const BY_YEAR =
  "(?:[A-Z]{2,8}\\(20\\d{2}\\)\\s?[A-Z]{0,4}\\d{1,4}|[A-Z]{2,4}(?:[-/][A-Z][A-Za-z]{1,5}){1,2}\\s?\\(20\\d{2}\\)\\s?(?:[A-Z]{2}\\s?)?\\d{1,4})(?![\\p{L}\\p{N}/])";
/** `CFN: 99/1`, `WNS:fyl 2031/DJ/2`: a colon, and the number of a year behind it; "Date: 12/5" is none. */
const BY_COLON =
  "[A-Z]{2,6}:(?:[a-z]{2,5})?\\s(?:(?:19|20)\\d{2}|[4-9]\\d)(?:\\/[A-Z]{1,5})?\\/(?:(?:Inf|INF|Doc|DOC)\\.\\s?)?\\d{1,3}(?![\\p{L}\\p{N}/])";
const SYMBOL = new RegExp(
  `(?<![\\p{L}\\p{N}/])(?:${BY_COLON}|${BY_YEAR}|${BY_ITEM}|${NAMED_BY_MEETING}|${NAMED}|${BY_SESSION}|${SLASHED})`,
  "gu",
);

/** Resolutions, decisions, records and circulars are quoted, not submitted. */
const QUOTED = /\/(?:(?:RES|DEC|PV|SR|S-RES)\/|Circ\.)/;

const BEFORE_QUOTED =
  /(?<!\p{L})(?:resolutions?|decisions?|résolutions?|décisions?|resoluci(?:ón|ones)|decisi(?:ón|ones)|резолюци\p{L}{1,2}|решени\p{L}{1,2}|(?:ال)?قرار)\s$/iu;
const BEHIND_QUOTED = /^\s?号?(?:决议|决定)/u;
/** "resolution S-17/2": what a text calls so. */
const isQuoted = (text: string, { start, end }: PrintedSymbol): boolean =>
  BEFORE_QUOTED.test(text.slice(Math.max(0, start - REACH), start)) || BEHIND_QUOTED.test(text.slice(end, end + REACH));
const REACH = 16;

const tidySymbol = (printed: string): string =>
  printed
    .replaceAll(/\s?\/\s?/g, "/")
    .replaceAll(/\s+/g, " ")
    // "A/9/3 Rev." ends with a dot of its own.
    .replace(/(?<!\s(?:Rev|Prov|Add|Corr|REV|PROV|ADD|CORR))[.\-–\s]+$/, "");

const isSymbol = (text: string): boolean =>
  (/\(20\d{2}\)/.test(text) || /\/.{0,80}\d|^[A-Z]{1,6}[. ]\d{1,4}\/[A-Z]{2,6}$/.test(text) || /^.{0,12}doc\./i.test(text)) &&
  !QUOTED.test(text);

/** The symbols of documents in a text; quoted resolutions are none. */
export const findSymbols = (text: string): readonly PrintedSymbol[] =>
  [...text.matchAll(SYMBOL)]
    .map((match) => ({ symbol: tidySymbol(match[0]), start: match.index, end: match.index + match[0].length }))
    .filter((found) => isSymbol(found.symbol) && !isQuoted(text, found));

const HELD = /(?:(?:documents?|docs?\.)\s)\uE000|[([][^()[\]]{0,60}\uE000[^()[\]]{0,60}[)\]]|\uE000/gi;

/** A text without its symbols, and without the brackets that held them. */
export const removeSymbols = (text: string): string => {
  let rest = "";
  let from = 0;
  for (const { start, end } of findSymbols(text)) {
    rest += `${text.slice(from, start)}\uE000`;
    from = end;
  }
  if (from === 0) return text;
  return `${rest}${text.slice(from)}`.replaceAll(HELD, " ").replaceAll(/\s+/g, " ").trim();
};
