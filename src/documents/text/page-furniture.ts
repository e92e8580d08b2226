import { makeLine, type Line } from "./line.ts";
import { matchAny, matchWhole } from "../languages/expressions.ts";
import { findSymbols } from "../expressions/symbols.ts";

const JOB_NUMBER = /^(?:[A-Z]{1,3}\.\d{2}-\d{4,6}|GE|GE\.\d{2}-\d{4,6})(?:\s?\([A-Z]\))?(?:\s[\d*\s]{1,30})?$/;
const BAR_CODE = /^\*[A-Z]{0,2}\d{5,9}\*$/;
const PAGE = new RegExp(
  `^(?:[-–—]\\s?\\d{1,3}\\s?[-–—]|\\d{1,3}\\s?\\/\\s?\\d{1,3}|${matchAny("pageWord")}\\s\\d{1,3}(?:\\s?(?:${matchAny("pageOf")}|\\/)\\s?\\d{1,3})?|${matchAny("pageWord")}\\s?\\d{1,3}\\s?${matchAny("pageUnit")}(?:[，,/]?\\s?${matchAny("pageOf")}?\\s?\\d{1,3}\\s?${matchAny("pageUnit")})?)$`,
  "iu",
);
const PAGE_PART = new RegExp(
  `[\\s,–—-]{0,3}${matchAny("pageWord")}\\s\\d{1,3}$|^\\d{1,3}\\s?\\/\\s?\\d{1,3}\\s|\\s\\d{1,3}\\s?\\/\\s?\\d{1,3}$`,
  "giu",
);

const NUMBER = /^\d{1,2}(?:\.\d{1,2})?\.?$/;
/** Numbers below which the same label stands. */
const FEWEST_LABELS = 4;

/** Lines without the name of a column that is set again below each number: "1", "Title:", "Opening", "2", "Title:" … */
export const dropLabels = (lines: readonly Line[]): readonly Line[] => {
  const below = lines.flatMap((line, at) => (at > 0 && NUMBER.test(lines[at - 1]?.text ?? "") ? [line] : []));
  const [label, ...others] = new Set(below.map(({ text }) => text));
  return label === undefined || others.length > 0 || below.length < FEWEST_LABELS ? lines : lines.filter((line) => !below.includes(line));
};

/** Of a symbol with the name of the organization and the page. */
const LONGEST = 160;

export const ORGANIZATION = matchWhole("organizationName");
const BEFORE_SYMBOL = new RegExp(`^${matchAny("organizationName", "documentWord")}(?:\\s?[:：]\\s?|\\s)(?!no)`, "iu");

const readOnlySymbol = (text: string): string | undefined => {
  const [found, ...others] = findSymbols(text);
  return found && others.length === 0 && found.start === 0 && text.length - found.end <= 1 ? found.symbol : undefined;
};

/** "* A/CN.99/8.": a footnote that cites a document. */
export const isCitation = (text: string): boolean =>
  /^\*{1,3}\s?/.test(text) && readOnlySymbol(text.replace(/^\*{1,3}\s?/, "")) !== undefined;

/** A line that holds nothing but one symbol, as it stands above a document and on each of its pages. */
export const readLoneSymbol = (text: string): string | undefined => {
  if (text.length > LONGEST) return undefined;
  const bare = text.replace(BEFORE_SYMBOL, "");
  // "CL 9/1" ends as a page number would.
  return readOnlySymbol(bare) ?? readOnlySymbol(bare.replaceAll(PAGE_PART, "").trim());
};

/** A page that is numbered, and is not the first, begins with the symbol above its number. */
const isOnLaterPage = (line: Line | undefined): boolean => line !== undefined && PAGE.test(line.text) && !/\b1\b/.test(line.text);

/** Lines without what every page repeats: numbers of jobs and pages, bar codes, the symbol after its first time. */
export const dropFurniture = (lines: readonly Line[]): readonly Line[] => {
  let first: string | undefined;
  return lines.filter(({ text, cells }, at) => {
    if (isOnLaterPage(lines[at + 1]) && readLoneSymbol(text) !== undefined) return false;
    if (JOB_NUMBER.test(text) || BAR_CODE.test(text) || PAGE.test(text) || ORGANIZATION.test(text)) return false;
    const symbol = cells.filter(Boolean).length <= 2 ? readLoneSymbol(text) : undefined;
    if (symbol === undefined) return true;
    if (first !== undefined) return symbol !== first;
    first = symbol;
    return true;
  });
};

const FOOT = new RegExp(`^(?<said>.{8,200}?)\\s[•·|]\\s?${matchAny("pageWord")}\\s\\d{1,3}$`, "iu");

/** What the foot of each page says beside its number, part by part: "10th Nets Assembly • Net House, Rome, 5-9 May 2031 • Page 2". */
export const readFeet = (lines: readonly Line[]): readonly Line[] =>
  lines.flatMap(({ text, number }) => {
    const said = FOOT.exec(text)?.groups?.["said"];
    return said === undefined ? [] : said.split(/\s[•·|]\s/).map((part) => makeLine(number, [part], true));
  });
