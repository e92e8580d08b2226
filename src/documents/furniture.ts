import type { Line } from "./line.ts";
import { findSymbols } from "./symbols.ts";

const JOB_NUMBER = /^(?:[A-Z]{1,3}\.\d{2}-\d{4,6}|GE|GE\.\d{2}-\d{4,6})(?:\s?\([A-Z]\))?(?:\s[\d*\s]{1,30})?$/;
const BAR_CODE = /^\*[A-Z]{0,2}\d{5,9}\*$/;
const PAGE =
  /^(?:[-–—]\s?\d{1,3}\s?[-–—]|\d{1,3}\s?\/\s?\d{1,3}|(?:page|página|стр\.?|pág\.)\s\d{1,3}(?:\s?(?:of|de|sur|из|\/)\s?\d{1,3})?)$/iu;
const PAGE_PART = /[\s–—-]{0,3}(?:page|página|стр\.?|pág\.)\s\d{1,3}$|^\d{1,3}\s?\/\s?\d{1,3}\s|\s\d{1,3}\s?\/\s?\d{1,3}$/giu;

/** Of a symbol with the name of the organization and the page. */
const LONGEST = 160;

const ORGANIZATION = /^(?:united nations|nations unies|naciones unidas|организация объединенных наций|объединенные нации)$/iu;

const onlySymbol = (text: string): string | undefined => {
  const [found, ...others] = findSymbols(text);
  return found && others.length === 0 && found.start === 0 && text.length - found.end <= 1 ? found.symbol : undefined;
};

/** A line that holds nothing but one symbol, as it stands above a document and on each of its pages. */
export const symbolAlone = (text: string): string | undefined => {
  if (text.length > LONGEST) return undefined;
  const bare = text.replace(/^(?:united nations|nations unies|naciones unidas|организация объединенных наций)\s/iu, "");
  // "CL 9/1" ends as a page number would.
  return onlySymbol(bare) ?? onlySymbol(bare.replaceAll(PAGE_PART, "").trim());
};

/** Lines without what every page repeats: numbers of jobs and pages, bar codes, the symbol after its first time. */
export const withoutFurniture = (lines: readonly Line[]): readonly Line[] => {
  let first: string | undefined;
  return lines.filter(({ text, cells }) => {
    if (JOB_NUMBER.test(text) || BAR_CODE.test(text) || PAGE.test(text) || ORGANIZATION.test(text)) return false;
    const symbol = cells.filter(Boolean).length <= 2 ? symbolAlone(text) : undefined;
    if (symbol === undefined) return true;
    if (first !== undefined) return symbol !== first;
    first = symbol;
    return true;
  });
};
