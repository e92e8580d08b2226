import type { ListedItem } from "./agenda.ts";
import { readItemHead, readRomanHead, readUpperHead, cleanTitle } from "../expressions/item-heads.ts";
import type { ItemNumber } from "../expressions/item-numbers.ts";
import { isOpenEnded, ITEM_WORD, matchAny, matchWhole } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import {
  goesOnBelow,
  isBelow,
  isNextRoman,
  isSectionOfReport,
  readCode,
  readLetterBelow,
  readLoneNumber,
  readOrder,
  readRowHead,
  resolvePaths,
} from "./list-heads.ts";
import { readHeading, isDayHeading, isTimeHeading } from "./sections.ts";
import { isSentence } from "./sentences.ts";
import { readLeadingTimes } from "../expressions/times.ts";
import { findSymbols } from "../expressions/symbols.ts";
import { hasBullet, joinLines } from "../text/typography.ts";
import { warn, type Warning } from "../warnings.ts";

/** The agenda list of a document: its items, what is doubtful, and the index of the line after it. */
export interface AgendaList {
  readonly items: readonly ListedItem[];
  readonly warnings: readonly Warning[];
  readonly end: number;
}

/** What looks like an item of a list, and could not be read as one. */
const NUMBERED = /^\d{1,2}[.)]\s?\S/;
const NO_DOCUMENT = matchWhole("noDocument");
const LOWER = /^[\p{Ll}(“"«]/u;
const FULL_WIDTH = 60;
const LONGEST_TITLE = 1800;

const DOCUMENTS = new RegExp(`^[([]?${matchAny("documentWord")}`, "iu");
/** Whether a line names documents, and does not only end with one: "of nets and hooks (NET/12/3)". */
const isOfDocuments = (text: string): boolean => {
  const [first] = findSymbols(text);
  return (
    first !== undefined &&
    (DOCUMENTS.test(text) || !/\p{L}{2}/u.test(text.slice(0, first.start)) || !/[([]$/.test(text.slice(0, first.start)))
  );
};

/** Whether a line goes on with a title: in lower case, after a word that asks for more, or where a full line wraps. */
export const isContinuation = (title: string, last: string, line: Line): boolean => {
  if (title.length > LONGEST_TITLE || line.cells.length > 1 || hasBullet(line.text) || isOfDocuments(line.text)) return false;
  if (NO_DOCUMENT.test(line.text)) return false;
  if (isOpenEnded(title)) return true;
  if (/[.;:]$/.test(title) || (/[)\]]$/.test(title) && /^\p{Lu}/u.test(line.text))) return false;
  const isAfterSymbol = findSymbols(last).some(({ end }) => end >= last.length - 2);
  if (isAfterSymbol && /^\p{Lu}/u.test(line.text)) return false;
  return (
    (LOWER.test(line.text) && !/^\([a-z]{1,4}\)/.test(line.text)) || (!line.isApart && last.length >= FULL_WIDTH && !isSentence(line.text))
  );
};

/** "8.30 a 9.00": hours, and no items 8.30 and 9. */
const beginsWithHours = ({ text }: Line): boolean =>
  readLeadingTimes(text)?.ranges.some(({ start, end }) => end !== undefined && end > start) ?? false;

/** "1. Provisional agenda, item 5": where a corrigendum corrects, and no item. */
const NAMES_ITEM = new RegExp(`^\\p{L}{0,16}\\s?${matchAny("agendaWord")}[^.;]{0,20}[,،，:]\\s?${matchAny("itemWord")}\\s?\\d`, "iu");

/** How the items of an agenda are numbered: most in Arabic numerals. */
export type Numerals = "arabic" | "roman";

/** Items of a list that show how it is set. */
const FEWEST_CLOSE = 4;

/** Reads the list that begins at `start`: items in rising order, their subitems, and titles over several lines. */
export const readAgendaList = (lines: readonly Line[], start: number, numerals: Numerals = "arabic"): AgendaList => {
  const items = new Map<string, ListedItem>();
  const warnings: Warning[] = [];
  let open: ListedItem | undefined;
  let previous: ItemNumber | undefined;
  let last = "";
  let apart = 0;
  let end = start;
  const indent = lines[start]?.indent ?? 0;
  let nested = false;
  const isBare = readItemHead(lines[start]?.text ?? "")?.form === "bare";
  // Between "Item 1" and "Item 2", "1." numbers a paragraph.
  const isWorded = ITEM_WORD.test(lines[start]?.text ?? "");
  const isParagraph = (line: Line): boolean => isWorded && /^\d{1,3}\.(?!\d)/.test(line.text);
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (!line) break;
    const heading = numerals === "roman" && isNextRoman(line.text, previous) ? undefined : readHeading(line);
    if (items.size > 0 && (heading === "annotations" || heading === "annex")) break;
    if (heading === "organization" && previous && !goesOnBelow(lines, end, previous)) break;
    if (previous && isSectionOfReport(lines, end, previous)) break;
    const head =
      heading || isParagraph(line) || beginsWithHours(line)
        ? undefined
        : numerals === "roman"
          ? (readRomanHead(line.text) ?? readLetterBelow(line.text, previous?.path))
          : (readUpperHead(line.text, previous?.path) ?? readRowHead(line));
    const isHead =
      head?.form === "marked" ||
      (isBare && head !== undefined && readOrder(head.items[0]?.path ?? []) === readOrder(previous?.path ?? []) + 1);
    const isNested =
      end > start && line.indent > indent + 1 && head?.mark === undefined && (nested ? head !== undefined : isBelow(head, previous));
    if (isNested && numerals === "arabic") {
      if (!nested) warnings.push(warn("numbers-generated", "", line.number));
      nested = true;
      open = undefined;
      continue;
    }
    const lone = head || heading || isWorded ? undefined : readLoneNumber(line, previous);
    if (lone) {
      items.set(lone.key, { ...lone, title: "", line: line.number });
      [open, last, previous] = [items.get(lone.key), line.text, lone];
      continue;
    }
    // In a list that is set close, or that begins in its midst, "(a)" set apart is no part of the last item: annotations follow.
    const isClose = items.size >= FEWEST_CLOSE || (items.size > 0 && readOrder([...items.values()][0]?.path ?? []) > 1);
    if (head?.mark === "a" && line.isApart && isClose && apart === 0) break;
    const found: ItemNumber | undefined = head && isHead ? resolvePaths(head, previous)[0] : undefined;
    if (head && found) {
      const isRestart =
        previous !== undefined && readCode(found.path) === readCode(previous.path) && readOrder(found.path) < readOrder(previous.path);
      if (isRestart && found.path.length > 1) {
        warnings.push(warn("left-out-text", line.text, line.number));
        open = undefined;
        continue;
      }
      const isFirstAgain = items.has(found.key) && found.key === items.keys().next().value;
      if (isFirstAgain && items.size === 1) warnings.push(warn("left-out-text", line.text, line.number));
      if (isRestart || isFirstAgain) break;
      if (items.has(found.key)) {
        if (head.rest) warnings.push(warn("repeated-item", found.key, line.number));
      } else items.set(found.key, { ...found, title: head.rest, line: line.number });
      if (line.isApart && end > start) apart += 1;
      [open, last, previous] = [items.get(found.key), line.text, found];
      continue;
    }
    const isText = !heading && !isParagraph(line) && !isDayHeading(line.text) && !isTimeHeading(line.text);
    if (open && isText && (open.title === "" || isContinuation(open.title, last, line))) {
      open = { ...open, title: joinLines(open.title, line.text), until: line.number };
      items.set(open.key, open);
      last = line.text;
    } else {
      if (!heading && !isParagraph(line) && !isTimeHeading(line.text) && NUMBERED.test(line.text))
        warnings.push(warn("left-out-text", line.text, line.number));
      open = undefined;
    }
  }
  const found = [...items.values()].map((item) => ({ ...item, title: cleanTitle(item.title) }));
  const named = found.filter(({ title }) => NAMES_ITEM.test(title));
  return {
    items: found.filter((item) => !named.includes(item)),
    warnings: [...warnings, ...named.map(({ title, line }) => warn("left-out-text", title, line))],
    end,
  };
};
