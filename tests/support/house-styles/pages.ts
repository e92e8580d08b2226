import type { Block, House } from "./house.ts";

/** What stands at the foot of a page, and at the head of the next: between any two blocks. */

type PrintFeet = (house: House, page: number) => readonly Block[];

export const FEET = {
  none: () => [],
  number: (_, page) => [`- ${page} -`],
  "page and number": ({ words }, page) => [words.page(page)],
  "symbol, page and number": ({ meeting, words }, page) => [meeting.symbol, words.page(page + 1)],
} as const satisfies Record<string, PrintFeet>;

/** Blocks of a page. */
const HEIGHT = 24;

export const breakPages = (house: House, blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block, at) => (at > 0 && at % HEIGHT === 0 ? [...FEET[house.style.feet](house, at / HEIGHT), block] : [block]));
