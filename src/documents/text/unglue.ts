import { matchAny } from "../languages/expressions.ts";

/** Where the ends of lines were lost: the next line begins right behind a stop, a bracket or a word. */
const AFTER_STOP = /(?<=[\p{L})\d][.;:])(?=(?:\(\p{Ll}{1,4}\)|\d{1,2}\.|[IVX]{1,4}\.)\s?["“«]?\p{Lu})/gu;
const AFTER_MARK = /(?<=(?:^|[\s.;:])(?:\(\p{Ll}{1,4}\)|\d{1,2}\.|[IVX]{1,4}\.))(?=\p{Lu})/gu;
const AFTER_WORD = new RegExp(
  `(?<=\\p{Ll}{3})(?=\\p{Lu}\\p{Ll}{2})|(?<=[.:;])(?=\\p{Lu}\\p{Ll}{2})|(?<=\\p{Ll}{3})(?=\\d{1,3}(?:st|nd|rd|th)?\\s?(?:\\p{Ll}{3}|\\p{Lu}\\p{Ll}{2}))|(?<=\\d)(?=${matchAny("original")})`,
  "gu",
);
/** Items that stand right behind a stop, in a text that lost its line ends. */
const FEWEST = 3;

/** A text that was taken out of its paragraphs without a space between them: with spaces again. */
export const unglue = (text: string): string =>
  [...text.matchAll(AFTER_STOP)].length < FEWEST
    ? text
    : text.replaceAll(AFTER_STOP, " ").replaceAll(AFTER_MARK, " ").replaceAll(AFTER_WORD, " ");
