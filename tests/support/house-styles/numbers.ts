import type { Place } from "./meeting.ts";

/** How items and their parts are numbered. */

const ROMANS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split(" ");
const letter = (part: number): string => String.fromCodePoint(96 + part);
const arabic = (item: number): string => String(item);

interface Numbering {
  /** By which slots name it. */
  readonly key: (item: number) => string;
  /** What stands before the title. */
  readonly head: (item: number, word: string) => string;
}

export const NUMBERINGS = {
  "1.": { key: arabic, head: (item) => `${item}. ` },
  "1)": { key: arabic, head: (item) => `${item}) ` },
  "Item 1:": { key: arabic, head: (item, word) => `${word} ${item}: ` },
  "Item 1.": { key: arabic, head: (item, word) => `${word} ${item}. ` },
  "Item 1 –": { key: arabic, head: (item, word) => `${word} ${item} – ` },
  "1": { key: arabic, head: (item) => `${item} ` },
  "1 -": { key: arabic, head: (item) => `${item} - ` },
  "1、": { key: arabic, head: (item) => `${item}、` },
  "I.": { key: (item) => ROMANS[item - 1] ?? "", head: (item) => `${ROMANS[item - 1] ?? ""}. ` },
} as const satisfies Record<string, Numbering>;
export type NumberingName = keyof typeof NUMBERINGS;

interface PartMarks {
  readonly isDecimal: boolean;
  /** Behind the number of its item; with the letter of the language. */
  readonly head: (item: string, part: number, own: string) => string;
  /** Where a timetable names it. */
  readonly refer: (item: string, part: number, own: string) => string;
}

export const PART_MARKS = {
  "(a)": { isDecimal: false, head: (_, part) => `(${letter(part)}) `, refer: (item, part) => `${item} (${letter(part)})` },
  "a)": { isDecimal: false, head: (_, part) => `${letter(part)}) `, refer: (item, part) => `${item} ${letter(part)})` },
  "1.1": { isDecimal: true, head: (item, part) => `${item}.${part} `, refer: (item, part) => `${item}.${part}` },
  "1(a)": { isDecimal: false, head: (item, part) => `${item}(${letter(part)}) `, refer: (item, part) => `${item}(${letter(part)})` },
  "own (a)": { isDecimal: false, head: (_, __, own) => `(${own}) `, refer: (item, _, own) => `${item} (${own})` },
  "a.": { isDecimal: false, head: (_, part) => `${letter(part)}. `, refer: (item, part) => `${item} (${letter(part)})` },
  "1.1.": { isDecimal: true, head: (item, part) => `${item}.${part}. `, refer: (item, part) => `${item}.${part}` },
} as const satisfies Record<string, PartMarks>;
export type PartMarksName = keyof typeof PART_MARKS;

/** The number by which a slot names a place on the agenda. */
export const keyOf = ({ item, part }: Place, numbering: NumberingName, marks: PartMarksName): string => {
  const key = NUMBERINGS[numbering].key(item);
  if (part === undefined) return key;
  return PART_MARKS[marks].isDecimal ? `${key}.${part}` : `${key}(${letter(part)})`;
};
