import { readLeadingItems } from "../expressions/item-numbers.ts";
import { findWords, ITEM_WORD } from "../languages/expressions.ts";
import { makeLine, type Line } from "../text/line.ts";

/** Annotations that name each item behind its title: "A. Opening of the meeting (item 1 of the provisional agenda)". */

const HEAD = /^(?:[A-Z]|[IVX]{1,4}|\d{1,2})\.\s?(?<title>\p{Lu}.{3,200}?)\s\((?<reference>(?:[^()]|\([a-z]{1,3}\)){4,120})\)$/u;
const AGENDA = findWords("agendaWord");
/** Lines that are set so, in a document that names its items in this way. */
const FEWEST = 2;

/** The line as one that begins with its item: "item 1. Opening of the meeting". */
const readReferred = (line: Line): Line | undefined => {
  const { title, reference } = HEAD.exec(line.text)?.groups ?? {};
  if (title === undefined || reference === undefined || !ITEM_WORD.test(reference) || !AGENDA.test(reference)) return undefined;
  const list = readLeadingItems(reference);
  return list?.items.length === 1 ? makeLine(line.number, [`${reference.slice(0, list.length)}. ${title}`], true) : undefined;
};

/** Puts the items of such headings before their titles. */
export const putItemsFirst = (lines: readonly Line[]): readonly Line[] => {
  const read = new Map(lines.flatMap((line) => (line.cells.length === 1 ? [[line, readReferred(line)] as const] : [])));
  const referred = [...read.values()].filter((line) => line !== undefined);
  return referred.length < FEWEST ? lines : lines.map((line) => read.get(line) ?? line);
};
