import { matchAny } from "../languages/expressions.ts";

const INVISIBLE = /[\u00AD\u200B-\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const SPACES = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;
// oxlint-disable-next-line no-control-regex -- control characters are what this removes
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
const SUPERSCRIPTS = /[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]+/g;
/** Marks of bold and italics in text, and inline tags where only tables are marked. */
const EMPHASIS = /\*\*(?=\S[^*]{0,2000}\*\*)|(?<=[^\s*])\*\*(?!\*)|__|<\/?(?:i|b|u|em|strong|span|font|sub)(?:\s[^<>]{0,200})?>/gi;
/** What a browser without images prints in the place of one: "dot.gif (905 bytes)". */
const IMAGE = /[\w-]{1,60}\.(?:gif|jpe?g|png)\s\(\d{1,7} \p{L}{2,8}\)/giu;
const RAISED = /<sup>\s{0,3}[\d*]{1,3}\s{0,3}<\/sup>/gi;

/** Digits of other scripts, whose blocks begin with their zero. */
const ZEROS = [0x660, 0x6f0, 0xff10];
const readDigit = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
};

/** Punctuation of Chinese and Arabic as its Latin counterpart, character for character: for reading, not for printing. */
const COUNTERPARTS: Readonly<Record<string, string>> = {
  "（": "(",
  "）": ")",
  "：": ":",
  "；": ";",
  "，": ",",
  "、": ",",
  "．": ".",
  "。": ".",
  "－": "-",
  "～": "-",
  "／": "/",
  "،": ",",
  "؛": ";",
};
export const foldPunctuation = (text: string): string =>
  text.replaceAll(/[（）：；，、．。－～／،؛]/g, (mark) => COUNTERPARTS[mark] ?? mark);

/** "暂 定 议 程": a heading of Chinese that is set wide, each character apart. */
const SET_WIDE = /(?<=(?:^|\s)\p{Script=Han})\s(?=\p{Script=Han}(?:\s|$))/gu;

/** "2031 年 5 月 6 日": numbers of a Chinese date that are set apart. */
const APART_IN_DATE = /(?<=\d) (?=[年月日届次时点])|(?<=[年月日至第]) (?=\d)/gu;

/** Word's typography as plain text: one kind of space and of hyphen, no invisible characters; quotes and dashes stay as printed. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(RAISED, "")
    .replaceAll(IMAGE, "")
    .replaceAll(EMPHASIS, "")
    .replaceAll(SPACES, " ")
    .replaceAll(INVISIBLE, "")
    .replaceAll(CONTROLS, "")
    .replaceAll(SUPERSCRIPTS, "")
    .replaceAll(SET_WIDE, "")
    .replaceAll(APART_IN_DATE, "")
    .replaceAll(/[\u2010\u2011\u2212]/g, "-")
    .replaceAll(/[٠-٩۰-۹０-９]/g, readDigit)
    .normalize("NFC")
    .trim();

/** Two lines as one: a word that is parted after its hyphen stays one word. */
export const joinLines = (before: string, after: string): string =>
  (/\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after) ? `${before}${after}` : `${before} ${after}`).trim();

/** A title without the marks of its footnotes: "Session1", "anexo I 1:", "Group *". */
export const removeMarks = (text: string): string =>
  text
    .replaceAll(/(?<=\p{Ll}{4})\d{1,2}(?=[\s.,;:)]|$)/gu, "")
    .replace(/(?<=\s[IVX]{1,4}) \d{1,2}(?= ?[:;.]?$)/u, "")
    .replaceAll(/\s?[*†‡]+(?=[\s.,;:]|$)/g, "")
    .trim();

/** The dots that lead to a page or a symbol at the other margin. */
export const removeLeaders = (text: string): string => text.replaceAll(/\s?(?:\.{4,}|(?:\s?…){2,})(?:\s?\d{1,3}$)?/g, " ").trim();

const AND_MORE = new RegExp(`\\s?[;,]\\s${matchAny("listAnd")}$`, "iu");

/** A title without what closes it in a list: "; and", "." or ":". */
export const removeStop = (text: string): string =>
  text
    .replace(AND_MORE, "")
    .replace(/[\s.;:,；：，。؛،]{1,20}$/, "")
    .trim();

const BULLET = /^(?:[-–—•·▪●○◦*]\s?){1,2}(?=\S)/u;
export const hasBullet = (text: string): boolean => BULLET.test(text);
export const removeBullet = (text: string): string => text.replace(BULLET, "");

export const truncate = (text: string, length: number): string =>
  text.length > length ? text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "") : text;
