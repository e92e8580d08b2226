import { placeBelow, type ItemHead } from "../expressions/item-heads.ts";
import { numberItem } from "../expressions/item-numbers.ts";
import { matchAny } from "../languages/expressions.ts";
import type { Agenda } from "./segment-readers.ts";

/** Several items in one line or cell: "1. Opening 2. Nets: (a) Old nets (b) New nets", "Item 1 Opening Item 2 Nets". */

const WORDED = new RegExp(`(?<=[\\p{L}\\p{N}.;)]{3}\\s)${matchAny("itemWord")}\\s\\d`, "giu");
const NUMBERED = /(?<=\s)(?:(?<number>\d{1,2})(?:[.)]|\.(?<below>[a-z]))|\((?<letter>[a-z])\))\s(?=["“«]?(?<title>\p{Lu}.{0,80}))/gu;

/** Whether a number in the midst of a text begins an item: the agenda lists it, or it is the next one. */
const beginsItem = (path: readonly string[], mark: string, title: string, agenda: Agenda, below?: string): boolean => {
  if (below !== undefined) return Number(mark) >= Number(path[0]) && Number(mark) <= Number(path[0]) + 1;
  const isLetter = /^[a-z]$/.test(mark);
  const item = numberItem(isLetter ? placeBelow(path, mark) : [mark]);
  if (agenda.isKnown) return agenda.isListed(item) && (isLetter || agenda.beginsTitled(item, title) || Number(mark) > Number(path[0]));
  return isLetter || Number(mark) === Number(path[0]) + 1;
};

/** Characters that are searched first, and the longest that is read of an item behind its place. */
const FIRST = 500;
const LONGEST = 100;

/** Where in the title of an item the next one begins, if one does: the search widens, so that a line of many items is read once. */
export const findNextItem = ({ items, mark, rest }: ItemHead, before: readonly string[], agenda: Agenda): number | undefined => {
  const path = items.at(-1)?.path ?? (mark === undefined || before.length === 0 ? ["0"] : placeBelow(before, mark));
  for (let limit = FIRST; ; limit *= 2) {
    const text = rest.slice(0, limit + LONGEST);
    const worded = [...text.matchAll(WORDED)].find(({ 0: word }) => /^\p{Lu}/u.test(word))?.index;
    const numbered = [...text.matchAll(NUMBERED)].find(({ groups }) =>
      beginsItem(path, groups?.["number"] ?? groups?.["letter"] ?? "", groups?.["title"] ?? "", agenda, groups?.["below"]),
    )?.index;
    const found = Math.min(worded ?? Number.POSITIVE_INFINITY, numbered ?? Number.POSITIVE_INFINITY);
    const isWhole = text.length === rest.length;
    if (found < limit || (isWhole && found < rest.length)) return found;
    if (isWhole) return undefined;
  }
};

/** Words that can stand before the first item of a cell, as the name of a counted sitting: "Session 2: 4. Nets". */
const LEAD = /^\p{Lu}[^\d.]{2,60}(?:\s\d{1,2}\s?[:–-])?\s(?=(?<number>\d{1,2})\.\s["“«]?(?<title>\p{Lu}.{0,80}))/u;

/** Where the first item begins, after a few words: "Opening 1. Membership issues". Outside of a table, several must follow. */
export const findFirstItem = (text: string, agenda: Agenda, isCell: boolean): number | undefined => {
  const found = LEAD.exec(text);
  const number = found?.groups?.["number"] ?? "";
  const title = found?.groups?.["title"] ?? "";
  if (!found || (agenda.isKnown && !agenda.beginsTitled(numberItem([number]), title))) return undefined;
  const isSeveral = text.includes(` ${Number(number) + 1}. `);
  return isCell || isSeveral ? found[0].length : undefined;
};
