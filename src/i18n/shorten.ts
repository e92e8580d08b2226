const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What is no word of its own: the gap after one, and marks that would stand before the ellipsis. */
const LOOSE_END = /[\s,;:،؛；，：.(–-]+$/u;

/** Where the last word begins, in a language that parts its words by no gap. */
const findLastWord = (text: string, language: string): number =>
  Array.from(new Intl.Segmenter(language, { granularity: "word" }).segment(text), ({ index }) => index).at(-1) ?? 0;

/** On one line, with an ellipsis where it is cut: before a word, unless it is too long a one, and never inside what a reader sees as one character. */
export const shorten = (text: string, length: number, language: string): string => {
  const line = text.replaceAll(/\s+/g, " ");
  const characters = Array.from(CHARACTERS.segment(line.slice(0, length * 16)), ({ segment }) => segment);
  if (characters.length <= length) return line;
  const room = characters.slice(0, length - 1).join("");
  // With the character that has no room any more, since a word may end just there.
  const whole = characters.slice(0, length).join("");
  const end = [whole.lastIndexOf(" "), findLastWord(whole, language)].find((at) => at > room.length / 2) ?? room.length;
  return `${room.slice(0, end).replace(LOOSE_END, "")}…`;
};
