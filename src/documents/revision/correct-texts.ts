import type { TextPlace } from "./places.ts";
import type { Candidate } from "./where.ts";

const SPACES = /[\s\u00A0]+/gu;
const normalizeSpaces = (text: string): string => text.replaceAll(SPACES, " ").trim();

/** How often a text stands in another. */
const countIn = (text: string, part: string): number => text.split(part).length - 1;

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

const isWordAt = (text: string, part: string): boolean => {
  const at = text.indexOf(part);
  const isSpaced = !/\p{Script=Han}/u.test(part);
  return (
    at >= 0 && !(isSpaced && ((isLetter(text[at - 1]) && isLetter(part[0])) || (isLetter(text[at + part.length]) && isLetter(part.at(-1)))))
  );
};

export const correctTexts = (places: readonly TextPlace[], find: string, replace: string): readonly Candidate[] => {
  const [from, to] = [find, replace].map(normalizeSpaces) as [string, string];
  const holding = places.filter(({ text }) => isWordAt(normalizeSpaces(text), from));
  // What is a whole text is meant before what is a part of others.
  const whole = holding.filter(({ text }) => normalizeSpaces(text) === from);
  return (whole.length > 0 ? whole : holding.filter(({ text }) => countIn(normalizeSpaces(text), from) === 1)).map(
    ({ text, write, ...place }) => ({
      ...place,
      apply: (now) =>
        write(
          now,
          normalizeSpaces(text).replace(from, () => to),
        ),
    }),
  );
};
