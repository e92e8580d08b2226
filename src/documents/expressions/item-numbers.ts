import { matchAnyBefore, CONTINUED, ITEM_WORD, MONTH_OF, WEEKDAY_OF } from "../languages/expressions.ts";
import { foldPunctuation } from "../text/typography.ts";
import { readMark } from "./marks.ts";
import { listPathsBetween } from "./item-ranges.ts";

/**
 * The number of an item as slots and documents name it ("1(a)", "16.1", "INS 1"), and the path to it in the agenda:
 * the number of the item, then the mark of each level below ("a", "i", "16.1").
 */
export interface ItemNumber {
  readonly key: string;
  readonly path: readonly string[];
}

export const numberItem = (path: readonly string[]): ItemNumber => {
  const key = path.reduce((parent, mark) => (/[.\d]/.test(mark) ? mark : `${parent}(${mark})`));
  return { key, path };
};

/** `16.1.2` stands under 16.1 and that under 16. */
export const splitDecimal = (number: string): readonly string[] => {
  const parts = number.split(".").map((part) => String(Number(part)));
  return parts.map((_, at) => parts.slice(0, at + 1).join("."));
};

/** Items named together, and which of them are marked "(continued)". */
export interface ItemList {
  readonly items: readonly ItemNumber[];
  readonly continued: readonly string[];
  /** Characters read. */
  readonly length: number;
}

const DAYS_AND_MONTHS = [...WEEKDAY_OF.keys(), ...MONTH_OF.keys()]
  .map((word) => word.toUpperCase())
  .filter((word) => /^[A-Z]+$/.test(word));
/** Words before a number that name no item: "DAY 1", "ROOM 3", "WG 2", "JEUDI 22". */
export const NO_CODE = `(?!(?:NOTE|NOTES|ANNEX|TABLE|PART|PAGE|ROOM|RULE|DAY|WEEK|WG|FIG|ANNEXE|ANEXO|${DAYS_AND_MONTHS.join("|")})(?!\\p{L}))`;
const matchNumber = (digits: string): RegExp =>
  new RegExp(
    `(?:${NO_CODE}(?<code>[A-Z]{2,5})\\s?)?(?<number>(?!0(?!\\d))\\d{1,${digits}}(?:\\.[1-9]\\d?){0,3})(?!\\.?\\d|\\/|:\\d)`,
    "uy",
  );
const NUMBER = matchNumber("2");
/** "Item 107": great assemblies have so many, and their word says that it is one. */
const NUMBER_BEHIND_WORD = matchNumber("3");
/** "Item II": without the word it is a section. */
const ROMAN_NUMBER = /(?<number>[IVX]{1,5})(?![\p{Script=Latin}\p{N}])/uy;
const LETTER = /\s?\.?\s?(?:\((?<bracketed>[a-zа-я\p{Script=Arabic}]ـ?)\)|(?<closed>[a-zа-я])\))|\.?(?<bare>[a-z])(?![\p{L}\p{N}.])/uy;
const ROMAN = /\s?\(?(?<roman>[ivx]{1,4})\)/uy;
/** What joins two words of Arabic is written with the second: "البند 1 والبند 2". */
const PREFIXED = "(?<=و)(?=[\\da-zIVX(]|\\p{Script=Arabic})";
const AND = matchAnyBefore(`(?:(?=\\s)|${PREFIXED})`, "itemAnd");
const JOINER = new RegExp(`\\s?(?:(?<range>[-–—]|${matchAnyBefore("(?=\\s)", "itemTo")})|[,;&+]\\s?${AND}?|${AND})\\s?`, "iuy");
const STOP = /\s?\.(?=\s|$)/uy;
const AFTERWORD = /\s?\(\s?(?<word>\p{L}[\p{L} .’']{0,24})\s?\)/uy;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
};

interface Numbered {
  readonly item: ItemNumber;
  readonly end: number;
}

const readLevels = (text: string, at: number, base: readonly string[]): Numbered | undefined => {
  const letter = matchAt(LETTER, text, at);
  const groups = letter?.groups ?? {};
  const mark = groups["bracketed"] ?? groups["closed"] ?? groups["bare"];
  if (!letter || mark === undefined) return undefined;
  const end = at + letter[0].length;
  const roman = matchAt(ROMAN, text, end);
  const path = [...base, readMark(mark), ...(roman?.groups?.["roman"] ? [roman.groups["roman"]] : [])];
  return { item: numberItem(path), end: end + (roman?.[0].length ?? 0) };
};

/** "ii)" after "4 b) i)": the next of the same level. */
const readRoman = (text: string, at: number, last: ItemNumber): Numbered | undefined => {
  const isRoman = /^[ivx]+$/.test(last.path.at(-1) ?? "") && last.path.length > 2;
  const roman = isRoman ? matchAt(ROMAN, text, at) : undefined;
  const mark = roman?.groups?.["roman"];
  return roman && mark ? { item: numberItem([...last.path.slice(0, -1), mark]), end: at + roman[0].length } : undefined;
};

const readNumber = (text: string, at: number, hasRomans: boolean, isWorded: boolean): Numbered | undefined => {
  const number = matchAt(isWorded ? NUMBER_BEHIND_WORD : NUMBER, text, at) ?? (hasRomans ? matchAt(ROMAN_NUMBER, text, at) : undefined);
  const digits = number?.groups?.["number"];
  if (!number || digits === undefined) return undefined;
  const code = number.groups?.["code"];
  const base = code !== undefined ? [`${code} ${digits}`] : /^\d/.test(digits) ? splitDecimal(digits) : [digits];
  const end = at + number[0].length;
  return readLevels(text, end, base) ?? { item: numberItem(base), end };
};

const MOST = 100;
/** "Items (3) and (4)": numbers in brackets behind their word. */
const BRACKETED = /\((?<number>\d{1,2})\)/uy;

const readBracketed = (text: string, at: number): Numbered | undefined => {
  const number = matchAt(BRACKETED, text, at);
  const base = [String(Number(number?.groups?.["number"]))];
  const end = at + (number?.[0].length ?? 0);
  return number && (readLevels(text, end, base) ?? { item: numberItem(base), end });
};

/** The list of items with which a text begins: "1 (a)-(c)", "3, 4 and 5", "3 (a), (c)", "Items 2 and 3 (continued)"; "I (a)" where Roman ones are known. */
export const readLeadingItems = (printed: string, hasRomans = false): ItemList | undefined => {
  const text = foldPunctuation(printed);
  const word = ITEM_WORD.exec(text)?.[0].length ?? 0;
  const items: ItemNumber[] = [];
  const continued: string[] = [];
  // "Agenda items: 4 and 5"
  const lead = word > 0 ? (/^\s?:?\s?/.exec(text.slice(word))?.[0].length ?? 0) : 0;
  let [at, end, isRange] = [word + lead, 0, false];
  for (;;) {
    const last = items.at(-1);
    const base = last && last.path.slice(0, last.path.length > 1 && !/[.\d]/.test(last.path.at(-1) ?? "") ? -1 : undefined);
    const found =
      (last && readRoman(text, at, last)) ??
      (base && readLevels(text, at, base)) ??
      readNumber(text, at, hasRomans || word > 0, word > 0) ??
      (word > 0 ? readBracketed(text, at) : undefined);
    if (!found || items.length >= MOST) break;
    if (isRange && last) items.push(...listPathsBetween(last.path, found.item.path).map(numberItem));
    items.push(found.item);
    const after = matchAt(AFTERWORD, text, found.end);
    const isContinued = after?.groups?.["word"] !== undefined && CONTINUED.test(after.groups["word"]);
    if (isContinued) continued.push(found.item.key);
    end = found.end + (isContinued ? (after?.[0].length ?? 0) : 0);
    const joiner = matchAt(JOINER, text, end);
    isRange = joiner?.groups?.["range"] !== undefined;
    at = end + (joiner?.[0].length ?? 1);
    // "Item 4 (continued) and item 5", "Item 4 Item 5"
    const again = ITEM_WORD.exec(text.slice(at, at + 40))?.[0];
    const isAgain = again !== undefined && /^\s(?=\d)/.test(text.slice(at + again.length));
    if (!joiner && (!isAgain || text[end] !== " ")) break;
    if (isAgain) at += again.length + 1;
  }
  if (items.length === 0) return undefined;
  return { items, continued, length: end + (matchAt(STOP, text, end)?.[0].length ?? 0) };
};

const LONGEST_CELL = 300;

/** The items of a cell that holds nothing else. */
export const readOnlyItems = (text: string): ItemList | undefined => {
  if (text.length > LONGEST_CELL) return undefined;
  const list = readLeadingItems(text);
  return list && /^[\s.:,、–—-]{0,3}$/.test(text.slice(list.length)) ? list : undefined;
};
