import { findWords } from "../languages/expressions.ts";

export const FINITE_VERB = findWords("finiteVerbs");
/** Characters of a title that is not short; a word of Chinese has two of them. */
const [LONG, LONG_HAN] = [60, 18];
/** A full stop with more after it, or at the end of much. */
const STOPPED_HAN = /。.|[，,].{8,}。$/u;

/** "… of nets. The Committee …": a second sentence. */
const TWO_SENTENCES = /[\p{Ll}\d]{4,}\.\s\p{Lu}\p{Ll}+\s\p{Ll}/u;

/** Whether a text is a paragraph of its own, as no title of an item is. */
export const isSentence = (text: string): boolean => {
  const isHan = /\p{Script=Han}{4}/u.test(text);
  return (
    text.length > (isHan ? LONG_HAN : LONG) && (FINITE_VERB.test(text) || TWO_SENTENCES.test(text) || (isHan && STOPPED_HAN.test(text)))
  );
};
