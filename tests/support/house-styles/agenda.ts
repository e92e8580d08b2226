import type { Block, House } from "./house.ts";
import type { Item } from "./meeting.ts";
import { CASES } from "./masthead.ts";
import { NUMBERINGS, PART_MARKS } from "./numbers.ts";

/** The list of items, each part in the ways that houses have. */

/** What ends the lines of a list. */
export const ENDINGS = {
  nothing: (title) => title,
  stops: (title) => `${title}.`,
  "semicolons and a stop": (title, isLast) => `${title}${isLast ? "." : ";"}`,
} as const satisfies Record<string, (title: string, isLast: boolean) => string>;

/** The paper for an item, where it has one. */
const namePaper = ({ meeting }: House, item: number): string | undefined =>
  item % 3 === 0 ? `${meeting.symbol.slice(0, meeting.symbol.lastIndexOf("/"))}/${item + 100}` : undefined;

/** Symbols of papers beside their items. */
export const PAPERS = {
  none: (line) => [line],
  "in brackets": (line, paper) => [`${line} (${paper})`],
  "in square brackets": (line, paper) => [`${line} [${paper}]`],
  "on a line": (line, paper, word) => [line, `${word} ${paper}`],
  "in a column": (line, paper) => [[[line, paper]]],
} as const satisfies Record<string, (line: string, paper: string, word: string) => readonly Block[]>;

/** How a list is set. */
export const LISTS = {
  lines: (head, title) => `${head}${title}`,
  "number and title": (head, title) => [[head.trim(), title]],
} as const satisfies Record<string, (head: string, title: string) => Block>;

/** What is said of each item, below it or in a section of its own. */
export const ANNOTATIONS = {
  none: [],
  "in a section": [],
  "in numbered paragraphs": [],
  "below each item": [],
} as const;

const printItem = (house: House, { title, parts }: Item, item: number): readonly Block[] => {
  const { style, words, meeting } = house;
  const isLast = item === meeting.items.length;
  const number = NUMBERINGS[style.numbering].key(item);
  const end = ENDINGS[style.ending];
  const write = CASES[style.titles];
  const head = NUMBERINGS[style.numbering].head(item, words.item);
  const text = write(parts.length > 0 && style.ending !== "nothing" ? `${title}:` : end(title, isLast));
  const paper = namePaper(house, item);
  const [first, ...others] = paper === undefined ? [text] : PAPERS[style.papers](text, paper, words.document);
  const list = LISTS[style.list];
  return [
    ...(typeof first === "string"
      ? [list(head, first)]
      : first === undefined
        ? []
        : first.map(([cell = "", ...cells]) => [[head + cell, ...cells]])),
    ...others,
    ...parts.map((part, at) => {
      const mark = PART_MARKS[style.parts].head(number, at + 1, words.letters[at] ?? "");
      return list(mark, end(part, isLast && at + 1 === parts.length));
    }),
    ...(style.annotations === "below each item" ? [words.annotation] : []),
  ];
};

/** Rows that follow each other as one table. */
const joinRows = (blocks: readonly Block[]): readonly Block[] =>
  blocks.reduce<Block[]>((joined, block) => {
    const last = joined.at(-1);
    if (typeof block !== "string" && last !== undefined && typeof last !== "string") joined.splice(-1, 1, [...last, ...block]);
    else joined.push(block);
    return joined;
  }, []);

export const printAgenda = (house: House): readonly Block[] =>
  joinRows(house.meeting.items.flatMap((item, at) => printItem(house, item, at + 1)));

/** Notes under a heading of their own: each item again, and a sentence on it. */
export const printAnnotations = ({ meeting, style, words }: House): readonly Block[] => {
  const { annotations } = style;
  if (annotations !== "in a section" && annotations !== "in numbered paragraphs") return [];
  return [
    "",
    words.annotationsHeading,
    ...meeting.items.flatMap(({ title }, at) => [
      "",
      NUMBERINGS[style.numbering].head(at + 1, words.item) + title,
      annotations === "in a section" ? words.annotation : `${at + 1}. ${words.annotation}`,
    ]),
  ];
};
