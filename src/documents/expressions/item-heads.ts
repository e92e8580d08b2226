import { matchAny, CONTINUED, ITEM_WORD, OF_AGENDA } from "../languages/expressions.ts";
import { AFTER_HOUR } from "./clock.ts";
import { NO_CODE, numberItem, splitDecimal, readLeadingItems, type ItemNumber } from "./item-numbers.ts";
import { removeSymbols } from "./symbols.ts";
import { readMark } from "./marks.ts";
import { readRoman } from "./roman-numbers.ts";
import { foldPunctuation, hasBullet, removeBullet, removeLeaders, removeMarks, removeStop } from "../text/typography.ts";

/** How firmly a line is the head of an item: "2." and "(a)" are; "2 Title" is one where the agenda says so. */
type Form = "marked" | "bare";

/** The head of an item: its number or, below an item that stands before it, its mark; and its title as printed. */
export interface ItemHead {
  readonly items: readonly ItemNumber[];
  /** "(a)", "(i)": a level below the item before it. */
  readonly mark?: string;
  readonly rest: string;
  /** Of several items, those marked "(continued)" before the title. */
  readonly continued?: readonly string[];
  readonly form: Form;
}

const NUMBERED =
  /^(?<number>\d{1,2})(?:\s?\.\)?|\)|,\s?(?=\p{Script=Han})|\s?[-–]\s{0,3}(?=\p{Script=Arabic})|\s[-–—]\s(?=["“«]?[\p{Lu}\p{Lo}]))\s?[/:]?\s?(?=[^\d\s./ªº°]|(?<=[.)]\s)\d{4}[\d\s–-]{0,6}:?\s?\p{L})(?![a-z]\b[\s/)])/u;
const BEFORE_TITLE = `(?!${AFTER_HOUR})(?=\\p{L}|["“«([]|(?<=\\s)\\d{1,3}(?:st|nd|rd|th|e|º|ª)\\s|$)`;
const DECIMAL = new RegExp(`^(?<number>(?!0\\.)\\d{1,2}(?:\\.[1-9]\\d?){1,3})(?!\\d)\\.?\\s?[/:]?\\s?${BEFORE_TITLE}`, "u");
const LETTERED =
  /^(?<number>\d{1,2})\s?\.?\s?(?:\((?<round>[a-z\p{Script=Arabic}]ـ?)\)|(?<closed>[a-z])\)|(?<dotted>[a-z])(?=\.?\s?[/:]|\.\s)|(?<=\.)(?<spaced>[a-z])(?=\s["“«]?\p{Lu}))\.?\s?[/:]?\s?/u;
const MARKED =
  /^(?:\((?<round>[a-zа-я\p{Script=Arabic}]ـ?|[ivx]{1,4})\)|(?<closed>[a-zа-я]|[ivx]{2,4})\)|(?<dotted>[a-z])\.(?=\s["“«]?[\p{Lu}\p{Lo}])|(?<roman>[ivx]{2,4}|[ivx](?=\.\s\p{Ll}))\.(?=\s["“«]?\p{L})|(?<arabic>[أبجدهوزحطي])\s?[-–.]\s?(?=\p{Script=Arabic}))\s?[/:]?\s?/u;
const ROMAN = /^(?<number>[IVX]{1,5})\.\s?(?=["“«(]?[\p{Lu}\p{Lo}])/u;
const UPPER = /^(?:\((?<round>[A-Z])\)|(?<dotted>[A-Z])\.)\s(?=["“«(]?(?:\p{Lu}|\p{Lo}|\d{4}))/u;
const CODED = new RegExp(
  `^${NO_CODE}(?<code>[A-Z]{2,5})[ -](?<number>\\d{1,2})(?![\\d/.-])[.:]?\\s?(?=\\(?[\\p{Lu}\\p{Script=Han}"“«]|[([]\\p{Ll}|\\d{4}[-–]\\d{2})`,
  "u",
);
const BARE = /^(?<number>\d{1,2})\s(?=[\p{Lu}\p{Lo}"“«])/u;
const SEPARATOR = /^\s?[.:/–—-]{0,2}\s?/u;

type Reader = (text: string) => ItemHead | undefined;

const readByWord: Reader = (text) => {
  const word = ITEM_WORD.exec(text);
  const list = word ? readLeadingItems(text) : undefined;
  return (
    list && {
      items: list.items,
      continued: list.continued,
      rest: text.slice(list.length).replace(OF_AGENDA, "").replace(SEPARATOR, ""),
      form: "marked",
    }
  );
};

const readBy =
  (pattern: RegExp, form: Form, pathOf: (groups: Readonly<Record<string, string | undefined>>) => readonly string[]): Reader =>
  (text) => {
    const found = pattern.exec(text);
    return found?.groups && { items: [numberItem(pathOf(found.groups))], rest: text.slice(found[0].length), form };
  };

const readByMark: Reader = (text) => {
  const found = MARKED.exec(text);
  const { round, closed, dotted, roman, arabic } = found?.groups ?? {};
  const mark = round ?? closed ?? dotted ?? roman ?? arabic;
  return found && mark !== undefined ? { items: [], mark: readMark(mark), rest: text.slice(found[0].length), form: "marked" } : undefined;
};

const READERS: readonly Reader[] = [
  readByWord,
  readBy(LETTERED, "marked", ({ number, round, closed, dotted, spaced }) => [
    String(Number(number)),
    readMark(round ?? closed ?? dotted ?? spaced ?? ""),
  ]),
  readBy(DECIMAL, "marked", ({ number }) => splitDecimal(number ?? "")),
  readBy(NUMBERED, "marked", ({ number }) => [String(Number(number))]),
  readByMark,
  readBy(CODED, "marked", ({ code, number }) => [`${code ?? ""} ${number ?? ""}`]),
  readBy(BARE, "bare", ({ number }) => [number ?? ""]),
];

/** Reads the head of an item of an agenda that is numbered in Roman: "III. Title", "A. Title" below it. */
export const readRomanHead = (line: string): ItemHead | undefined => {
  const roman = ROMAN.exec(line);
  const number = roman?.groups?.["number"];
  if (roman && number !== undefined && readRoman(number) > 0)
    return { items: [numberItem([number])], rest: line.slice(roman[0].length), form: "marked" };
  const upper = UPPER.exec(line);
  const mark = upper?.groups?.["round"] ?? upper?.groups?.["dotted"];
  return upper && mark !== undefined ? { items: [], mark, rest: line.slice(upper[0].length), form: "marked" } : undefined;
};

const getNextLetter = (letter: string): string => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 1);

/** "A. Title" below an item that is numbered in Arabic: the first letter, or the next one. */
export const readUpperHead = (line: string, previous: readonly string[] | undefined): ItemHead | undefined => {
  const upper = UPPER.exec(line);
  const mark = upper?.groups?.["round"] ?? upper?.groups?.["dotted"];
  if (!upper || mark === undefined || previous === undefined) return undefined;
  const letter = previous.at(-1) ?? "";
  const isNext = mark === "A" ? previous.length === 1 : /^[A-Z]$/.test(letter) && getNextLetter(letter) === mark;
  return isNext ? { items: [], mark, rest: line.slice(upper[0].length), form: "marked" } : undefined;
};

/** Reads the head of an item off a line, if it is one. */
export const readItemHead = (line: string): ItemHead | undefined => {
  // Before numbers a dash only marks the list; "- Opening remarks" is no item.
  const text = hasBullet(line) ? removeBullet(line) : line;
  const folded = foldPunctuation(text);
  for (const read of READERS) {
    const head = read(folded);
    // "- JTC 1 Plenary": a code behind a bullet is a name.
    const isName = hasBullet(line) && (head?.form === "bare" || CODED.test(folded));
    if (head) return isName ? undefined : { ...head, rest: text.slice(text.length - head.rest.length) };
  }
  return undefined;
};

/** Where a mark stands below the item before it: (i) follows (h), or begins a third level below (a). */
export const placeBelow = (previous: readonly string[], mark: string): readonly string[] => {
  const digits = previous.filter((part) => /[.\d]/.test(part));
  const stem = digits.length > 0 ? digits : previous.slice(0, 1);
  const [letter, roman] = previous.slice(stem.length);
  const place = readRoman(mark) - 1;
  const isSibling =
    letter === undefined || (roman === undefined && (getNextLetter(letter) === mark || (place > 0 && readRoman(letter) === place)));
  return place < 0 || isSibling ? [...stem, mark] : [...stem, letter, mark];
};

const NO_DOCUMENT = new RegExp(`\\(\\s?${matchAny("noDocument")}\\s?\\)`, "giu");

/** The title of an item as the agenda gives it: without footnote marks, symbols, "(continued)" and closing stops. */
export const cleanTitle = (printed: string): string => {
  const bare = removeMarks(removeContinued(removeLeaders(removeSymbols(printed))));
  return removeStop(bare.replaceAll(NO_DOCUMENT, "").trim());
};

const BRACKETED = /\s?[([（]\s?(?<word>\p{L}[\p{L} .’'-]{0,24})[)\]）]/gu;

export const isContinued = (printed: string): boolean =>
  [...printed.matchAll(BRACKETED)].some((found) => CONTINUED.test(found.groups?.["word"] ?? "")) || isOnlyContinued(printed);

/** "12. Continued" has no title of its own. */
const isOnlyContinued = (printed: string): boolean =>
  printed.length < 24 && /^\P{L}*$/u.test(printed.replace(CONTINUED, "")) && CONTINUED.test(printed);

const removeContinued = (printed: string): string => {
  if (isOnlyContinued(printed)) return "";
  return printed.replaceAll(BRACKETED, (whole, word: string) => (CONTINUED.test(word) ? " " : whole)).trim();
};
