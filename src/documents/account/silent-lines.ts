import { findDates, readLeadingDates } from "../expressions/dates.ts";
import { readItemHead, readRomanHead } from "../expressions/item-heads.ts";
import { readLeadingTimes } from "../expressions/times.ts";
import { isSentence } from "../sections/sentences.ts";
import { warn, type Warning } from "../warnings.ts";
import type { ExplainedLine } from "./explain-lines.ts";

/** Where hours may begin: in Chinese behind a letter, and before the word for the part of the day. */
const TIME = /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{N}.,:/])\d|[上下]午/gu;
/** Characters of a line, and numbers in them, that are looked at. */
const [REACH, MOST_NUMBERS] = [400, 20];

/** Whether a line prints hours with an end, or the hour of a day: "on Monday, 5 May, at 10 a.m." */
const printsHours = (text: string): boolean => {
  const near = text.slice(0, REACH);
  const isDated = findDates(near).length > 0;
  return [...near.matchAll(TIME)].slice(0, MOST_NUMBERS).some(({ index }) => {
    const times = readLeadingTimes(near.slice(index));
    return times !== undefined && !times.isDoubtful && (isDated || times.ranges.some(({ end }) => end !== undefined));
  });
};

const printsWeekday = (text: string): boolean => readLeadingDates(text)?.from.weekday !== undefined;

/** "Monday, 5 May –" and what stands below it were read as one. */
const OPEN = /[-–—]$/;

/** Whether a line is set as an item is: "a) Nets", "IV. Reports". */
const isSetAsItem = (text: string): boolean => {
  const head = readItemHead(text) ?? readRomanHead(text);
  return head !== undefined && head.form === "marked" && /\p{L}{3}/u.test(head.rest) && !isSentence(head.rest);
};

/** "II. Budget" right above an item heads a group of items. */
const headsItems = (lines: readonly ExplainedLine[], at: number): boolean =>
  readItemHead(lines[at]?.text ?? "") === undefined && (lines[at + 1]?.uses.some(({ kind }) => kind === "item") ?? false);

/** Where the items of the agenda stand: from its heading, or its first item, to its last item. */
const findAgenda = (lines: readonly ExplainedLine[]): readonly [number, number] => {
  const items = lines.flatMap(({ uses }, at) => (uses.some(({ kind }) => kind === "item") ? [at] : []));
  const [first = 0, last = -1] = [items[0], items.at(-1)];
  const heading = lines.findLastIndex(({ uses }, at) => at < first && uses.some(({ kind }) => kind === "heading"));
  return [heading < 0 ? first : heading, last];
};

/**
 * Doubts of lines of which neither anything was taken nor anything said, though they print hours or a weekday, or stand among the
 * items of the agenda and are set as they are: what is not read is never silent.
 */
export const warnOfSilentLines = (lines: readonly ExplainedLine[]): readonly Warning[] => {
  const [first, last] = findAgenda(lines);
  return lines.flatMap(({ line, text, uses }, at) => {
    const above = lines[at - 1];
    const isRead = uses.length > 0 || (above !== undefined && above.uses.length > 0 && OPEN.test(above.text));
    const isAmongItems = at > first && at < last && isSetAsItem(text) && !headsItems(lines, at);
    const isLost = printsWeekday(text) || printsHours(text) || isAmongItems;
    return !isRead && isLost ? [warn("left-out-text", text, line)] : [];
  });
};
