import type { Meeting } from "./meeting.ts";
import type { Style } from "./style.ts";
import { WORDS, type Words } from "./words.ts";

/** What a house prints: a paragraph, or the rows of a table, whose cells may hold several lines. */
export type Block = string | readonly (readonly string[])[];

/** A house at work: what it prints, how, and its words. */
export interface House {
  readonly meeting: Meeting;
  readonly style: Style;
  readonly words: Words;
}

export const openHouse = (meeting: Meeting, style: Style): House => ({ meeting, style, words: WORDS[meeting.language] });

/** One of a house's ways to print something; a language has as many as it has. */
export const pickWay = <One>(ways: Readonly<Record<string, One>> | readonly One[], at: number): One => {
  const all = Object.values<One>(ways);
  const one = all[at % all.length];
  if (one === undefined) throw new Error("a house without a way");
  return one;
};
