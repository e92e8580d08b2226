import { compareUids } from "./ledger.ts";

/** Each once, in one order: `9` before `10`, whatever order they came in. */
export const sortUniquely = (texts: readonly string[]): readonly string[] => [...new Set(texts)].toSorted(compareUids);

/** Items of a meeting as a person may type them into an address, in any order, with blanks or commas between. */
export const parseItemSlugs = (text: string): readonly string[] => sortUniquely(text.split(/[+,\s]+/).filter(Boolean));

/** `3+5`: the same items, the same text. */
export const formatItemSlugs = (slugs: readonly string[]): string => sortUniquely(slugs).join("+");
