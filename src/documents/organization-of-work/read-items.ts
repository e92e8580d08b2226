import { isRepeatedTitle } from "../sections/agenda.ts";
import { placeBelow, cleanTitle, isContinued } from "../expressions/item-heads.ts";
import { numberItem, type ItemNumber } from "../expressions/item-numbers.ts";
import { PERSON } from "../languages/expressions.ts";
import { chainSteps, stepTo } from "../model/steps.ts";
import type { Line } from "../text/line.ts";
import { warn } from "../warnings.ts";
import { isSentence } from "../sections/sentences.ts";
import type { Segment } from "./segment-readers.ts";
import {
  addKeys,
  changeEntry,
  closeEntry,
  isTitled,
  noteLine,
  openEntry,
  type TimetableState,
  type TimetableStep,
} from "./timetable-state.ts";

/** Between items of a list, a longer text is a paragraph and no title. */
const LONGEST_TITLE = 250;

/** Letters of a title that is more than a word. */
const FEWEST = 8;

const isOtherTitle = (known: string, title: string): boolean => {
  const [one, other] = [cleanTitle(known), cleanTitle(title)];
  return Math.min(one.length, other.length) >= FEWEST && !isContinued(title) && !isRepeatedTitle(one, other);
};

/** Notes that a number stands for a second title, where no agenda says which is right. */
export const noteClash = (state: TimetableState, key: string, title: string): TimetableState => {
  const known = state.items.get(key)?.title ?? "";
  const isClash = state.listed.size === 0 && isOtherTitle(known, title);
  return isClash ? { ...state, clashes: new Set([...state.clashes, key]) } : state;
};

/** Notes an item with the title that is printed beside it; the first title stays. */
const recordItem = (state: TimetableState, item: ItemNumber, title: string, line: Line, isClosed: boolean): TimetableState => {
  const known = state.items.get(item.key);
  const isKnown = known !== undefined && cleanTitle(known.title) !== "";
  const entry = { ...item, title: title || known?.title || "", line: known?.line ?? line.number };
  return {
    ...(isClosed ? state : noteClash(state, item.key, title)),
    items: isKnown ? state.items : new Map(state.items).set(item.key, entry),
    openTitle: isKnown || isClosed ? undefined : { key: item.key, last: line.text },
  };
};

/** How far beyond the items that are known the next one of a list without an agenda can be. */
const LONGEST_STEP = 3;

/** "48.3" in a list that has come to item 3: a decimal number that is no part of an item, as of a table or an area. */
const isOfUnknown = ({ listed, items }: TimetableState, { key, path }: ItemNumber): boolean => {
  const [root = ""] = path;
  if (path.length < 2 || !key.includes(".") || listed.size > 0 || items.has(root)) return false;
  const known = [...items.values()].map((item) => Number(item.path[0])).filter((number) => !Number.isNaN(number));
  return Number(root) > Math.max(0, ...known) + LONGEST_STEP;
};

/** Whether a number is that of a person or of a question, and of no item. */
const isOfOwnList = ({ listed, isOwnList, isOwnSection }: TimetableState, title: string): boolean =>
  isOwnSection === true || (listed.size === 0 && (isOwnList === true || PERSON.test(title)));

/** Numbered paragraphs of a paper with hours in it, where no agenda lists items. */
const isProse = ({ listed }: TimetableState, title: string): boolean => listed.size === 0 && isSentence(title);

type Items = Extract<Segment, { readonly kind: "items" }>;

/** Puts items into the entry of their line, or lets them wait for one. */
const placeItems = (
  state: TimetableState,
  keys: readonly string[],
  continued: readonly string[],
  line: Line,
  isDated: boolean,
): TimetableStep => {
  const isInRow = state.entry !== undefined && line.cells.length > 1 && !isDated;
  if (state.itemsComeFirst === true && !isInRow)
    return chainSteps(closeEntry(state), (closed) => {
      const { lines, items, continued: before } = closed.waiting ?? { lines: [], items: [], continued: [] };
      const waiting = { lines: [...lines, line.number], items: [...items, ...keys], continued: [...before, ...continued] };
      return stepTo({ ...closed, waiting });
    });
  return chainSteps(state.entry ? stepTo(state) : openEntry(state, line, state.partOfDay ?? ""), (opened) => {
    const { items = [], continued: before = [] } = opened.entry ?? {};
    const goingOn = continued.filter((key) => !items.includes(key));
    return stepTo(noteLine(changeEntry(opened, { items: addKeys(items, keys), continued: addKeys(before, goingOn) }), line));
  });
};

export const takeItems = (state: TimetableState, segment: Items, line: Line, isDated: boolean): TimetableStep => {
  const { listed } = state;
  // Letters below "(items 8 and 9 of the agenda)" are of neither.
  const previous = state.isReferred === true ? undefined : state.previous;
  const named = segment.mark !== undefined && previous ? [numberItem(placeBelow(previous.path, segment.mark))] : segment.items;
  const [first, ...others] = named;
  if (first === undefined && segment.mark !== undefined && state.today !== undefined)
    return stepTo(state, { kind: "warning", warning: warn("left-out-text", segment.title, line.number) });
  const isParagraph =
    first !== undefined &&
    others.length === 0 &&
    listed.size > 0 &&
    segment.title.length > LONGEST_TITLE &&
    !isTitled(state, first, segment.title);
  if (first === undefined || isParagraph) return stepTo(state);
  const isParagraphs = isProse(state, segment.title);
  const isOther = isParagraphs || isOfUnknown(state, first) || isOfOwnList(state, segment.title);
  if (segment.isWorded !== true && isOther)
    return stepTo(isParagraphs ? { ...state, isOwnList: true } : state, {
      kind: "warning",
      warning: warn("left-out-text", [first.key, segment.title].filter(Boolean).join(" "), line.number),
    });
  const keys = named.map(({ key }) => key);
  const isReferred = segment.isReferred === true;
  const isMarked = segment.mark !== undefined && segment.title.includes("(") && segment.continued.length > 0;
  const begun: TimetableState = { ...state, previous: named.at(-1), isReferred };
  if (state.itemsComeFirst !== true && !state.entry && !state.today) return stepTo(begun);
  const { items = [], labels = [] } = state.entry ?? {};
  const isBeside = segment.isOfOther === true && items.length + labels.length > 1;
  const placing = isBeside ? stepTo(begun) : placeItems(begun, keys, isMarked ? keys : segment.continued, line, isDated);
  return chainSteps(placing, (placed) => {
    const title = others.length === 0 ? segment.title : "";
    const untitled = segment.title === "" && !isReferred ? keys.at(-1) : undefined;
    return stepTo(
      named.reduce((next, item) => recordItem(next, item, title, line, isReferred || others.length > 0), { ...placed, untitled }),
    );
  });
};
