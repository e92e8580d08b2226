import { placeBelow, readItemHead, readRomanHead, readUpperHead, type ItemHead } from "../expressions/item-heads.ts";
import { readRoman } from "../expressions/roman-numbers.ts";
import { numberItem, readOnlyItems, type ItemNumber } from "../expressions/item-numbers.ts";
import type { Line } from "../text/line.ts";
import { removeBullet } from "../text/typography.ts";
import { FINITE_VERB, isSentence } from "./sentences.ts";

/** The paths that a head names: its own numbers, or its mark below the item before it. */
export const resolvePaths = (head: ItemHead, previous: ItemNumber | undefined): readonly ItemNumber[] => {
  if (head.mark === undefined) return head.items;
  return previous ? [numberItem(placeBelow(previous.path, head.mark))] : [];
};

export const readOrder = ([number = ""]: readonly string[]): number => readRoman(number) || Number(/(\d+)$/.exec(number)?.[1] ?? 0);
export const readCode = ([number = ""]: readonly string[]): string => (readRoman(number) > 0 ? "" : number.replace(/\s?\d+$/, ""));

/** Rows of an agenda table: the number in one cell, the title in the next. */
export const readRowHead = (line: Line): ItemHead | undefined => {
  const [first = "", ...rest] = line.cells.filter(Boolean);
  const only = rest.length > 0 ? readOnlyItems(removeBullet(first)) : undefined;
  // "15-18" are hours, or items that a sitting takes up: no item of a list.
  if (only?.items.length === 1) return { items: only.items, rest: rest[0] ?? "", form: "marked" };
  return readItemHead(rest.length > 0 && first.length > 4 ? first : line.text);
};

/** "a) Title" below an item that is numbered in Roman: the first letter, or the next one. */
export const readLetterBelow = (text: string, previous: readonly string[] | undefined): ItemHead | undefined => {
  const head = previous && readItemHead(text);
  const mark = head?.mark ?? "";
  const letter = previous?.length === 1 ? "`" : (previous?.at(-1) ?? "");
  const isNext = mark.length === 1 && letter.length === 1 && mark.codePointAt(0) === (letter.codePointAt(0) ?? 0) + 1;
  return isNext ? head : undefined;
};

/** Whether a Roman number, or a letter, goes on with a list: "II. Organization of work" behind item VII heads a section. */
export const isNextRoman = (text: string, previous: ItemNumber | undefined): boolean => {
  const head = readRomanHead(text);
  const [item] = head?.items ?? [];
  if (item) return readOrder(item.path) > readOrder(previous?.path ?? []);
  return head !== undefined && readUpperHead(text, previous?.path) !== undefined;
};

/** "9." alone, whose title stands below it: the next number of its list. */
export const readLoneNumber = (line: Line, previous: ItemNumber | undefined): ItemNumber | undefined => {
  const [, number, part] = /^(\d{1,2})(?:\.(\d{1,2}))?\.?$/.exec(line.text) ?? [];
  if (number === undefined) return undefined;
  if (previous === undefined) return number === "1" ? numberItem([number]) : undefined;
  if (part === undefined) return Number(number) === readOrder(previous.path) + 1 ? numberItem([number]) : undefined;
  const [top, last = `${number}.0`] = previous.path;
  const isNext = top === number && last === `${number}.${Number(part) - 1}`;
  return isNext ? numberItem([number, `${number}.${part}`]) : undefined;
};

/** Whether a number begins anew below an item: a list within it, whose marks are those of its page. */
export const isBelow = (head: ItemHead | undefined, previous: ItemNumber | undefined): boolean => {
  const [item] = head?.items ?? [];
  return item !== undefined && previous !== undefined && item.path.length === 1 && readOrder(item.path) <= readOrder(previous.path);
};

/** Lines in which a group of items begins below its heading. */
const GROUP = 3;

/** What stands behind the next number of a list, where that stands soon below a heading. */
const readNextBelow = (lines: readonly Line[], heading: number, previous: ItemNumber): string | undefined => {
  const head = lines
    .slice(heading + 1, heading + 1 + GROUP)
    .map(readRowHead)
    .find((found) => found !== undefined && found.items.length > 0);
  const path = head?.items[0]?.path ?? [];
  return head?.form === "marked" && path.length === 1 && readOrder(path) === readOrder(previous.path) + 1 ? head.rest : undefined;
};

/** Whether a list goes on below a heading: "Programme matters" heads a group of items, and ends no agenda. */
export const goesOnBelow = (lines: readonly Line[], heading: number, previous: ItemNumber): boolean => {
  const next = readNextBelow(lines, heading, previous);
  return next !== undefined && !isSentence(next);
};

const SECTION = /^(?:[A-H]|[IVX]{1,5})\.\s\p{Lu}/u;

/** "C. Attendance", and below it the next paragraph of a report, which an agenda stood in. */
export const isSectionOfReport = (lines: readonly Line[], at: number, previous: ItemNumber): boolean =>
  SECTION.test(lines[at]?.text ?? "") && FINITE_VERB.test(readNextBelow(lines, at, previous) ?? "");

/** Lines after a list that go on with its numbers, and that nothing else took: items that were lost. */
export const findLostItems = (lines: readonly Line[], last: ItemNumber, taken: ReadonlySet<number>): readonly Line[] => {
  const lost: Line[] = [];
  let order = readOrder(last.path.slice(0, 1));
  for (const line of lines) {
    const head = taken.has(line.number) ? undefined : readRowHead(line);
    const path = head?.items[0]?.path ?? [];
    const step = readOrder(path) - order;
    const isNext = step === 1 ? path.length <= 2 : step === 0 && path.length === 2;
    if (!isNext || head?.form !== "marked" || readCode(path) !== readCode(last.path) || isSentence(head.rest)) continue;
    order += step;
    lost.push(line);
  }
  return lost;
};
