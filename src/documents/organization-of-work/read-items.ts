import { isRepeatedTitle } from "../sections/agenda.ts";
import { isContinuation } from "../sections/agenda-list.ts";
import { placeBelow, cleanTitle, isContinued } from "../expressions/item-heads.ts";
import { numberItem, type ItemNumber } from "../expressions/item-numbers.ts";
import { matchAny, matchWhole, PLENARY } from "../languages/expressions.ts";
import { chainSteps, stepTo } from "../model/steps.ts";
import { findSymbols } from "../expressions/symbols.ts";
import { readHeading } from "../sections/sections.ts";
import { normalizeText, type Line } from "../text/line.ts";
import { joinLines } from "../text/typography.ts";
import { warn } from "../warnings.ts";
import type { Entry } from "./entries.ts";
import { REFERRED, type Segment } from "./segment-readers.ts";
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

const MOST_LABELS = 12;
/** Between items of a list, a longer text is a paragraph and no title. */
const LONGEST_TITLE = 250;
const ROOM = matchWhole("room");
const NUMBERED_MEETING = new RegExp(
  `^(?:the )?${matchAny("sittingOrdinal")}\\s(?:plenary\\s|official\\s)?${matchAny("numberedSitting")}(?:\\s\\(.{1,40}\\))?$`,
  "iu",
);

/** Letters of a title that is more than a word. */
const FEWEST = 8;

const isOtherTitle = (known: string, title: string): boolean => {
  const [one, other] = [cleanTitle(known), cleanTitle(title)];
  return Math.min(one.length, other.length) >= FEWEST && !isContinued(title) && !isRepeatedTitle(one, other);
};

/** Notes that a number stands for a second title, where no agenda says which is right. */
const noteClash = (state: TimetableState, key: string, title: string): TimetableState => {
  const known = state.items.get(key)?.title ?? "";
  const isClash = state.listed.size === 0 && isOtherTitle(known, title);
  return isClash ? { ...state, clashes: new Set([...state.clashes, key]) } : state;
};

/** Notes an item with the title that is printed beside it; the first title stays. */
const recordItem = (state: TimetableState, item: ItemNumber, title: string, line: Line): TimetableState => {
  const known = state.items.get(item.key);
  const isKnown = known !== undefined && cleanTitle(known.title) !== "";
  const entry = { ...item, title: title || known?.title || "", line: known?.line ?? line.number };
  return {
    ...noteClash(state, item.key, title),
    items: isKnown ? state.items : new Map(state.items).set(item.key, entry),
    openTitle: isKnown ? undefined : { key: item.key, last: line.text },
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
  const { previous, listed } = state;
  const named = segment.mark !== undefined && previous ? [numberItem(placeBelow(previous.path, segment.mark))] : segment.items;
  const [first, ...others] = named;
  const isParagraph =
    first !== undefined &&
    others.length === 0 &&
    listed.size > 0 &&
    segment.title.length > LONGEST_TITLE &&
    !isTitled(state, first, segment.title);
  if (first === undefined || isParagraph) return stepTo(state);
  if (!segment.isWorded && isOfUnknown(state, first))
    return stepTo(state, {
      kind: "warning",
      warning: warn("left-out-text", segment.title || first.key, line.number),
    });
  const keys = named.map(({ key }) => key);
  const isMarked = segment.mark !== undefined && segment.title.includes("(") && segment.continued.length > 0;
  const begun: TimetableState = { ...state, previous: named.at(-1) };
  if (state.itemsComeFirst !== true && !state.entry && !state.today) return stepTo(begun);
  return chainSteps(placeItems(begun, keys, isMarked ? keys : segment.continued, line, isDated), (placed) => {
    const title = others.length === 0 && segment.title !== REFERRED ? segment.title : "";
    const untitled = segment.title === "" ? keys.at(-1) : undefined;
    return stepTo(named.reduce((next, item) => recordItem(next, item, title, line), { ...placed, untitled }));
  });
};

/** Letters of a word that tells a title from another. */
const FEWEST_LETTERS = 4;

/** Whether a text says in other words what the agenda lists: a word of its own is enough. */
const isLikeListed = ({ listed }: TimetableState, { key }: ItemNumber, text: string): boolean => {
  const words = normalizeText(listed.get(key)?.title ?? "").split(" ");
  const said = normalizeText(text);
  return words.some((word) => (word.length >= FEWEST_LETTERS || /\p{Script=Han}/u.test(word)) && said.includes(word));
};

/** Whether the text after the number of an item can be its title: where the agenda lists it, another text is none. */
const canBeTitle = (state: TimetableState, item: ItemNumber, text: string): boolean =>
  !state.listed.has(item.key) || isTitled(state, item, text) || isLikeListed(state, item, text);

/** Rooms, headings, documents and what says "(continued)": nothing that a sitting takes up. */
const isApartFromSittings = (text: string, line: Line): boolean =>
  ROOM.test(text) || isContinued(text) || readHeading(line) !== undefined || findSymbols(text).length > 0;

/** Whether a text can go on with the title of an item: one that the agenda lists has no more words than there. */
const isOfListed = ({ listed }: TimetableState, { key }: ItemNumber, text: string): boolean => {
  const title = listed.get(key)?.title ?? "";
  return title === "" || normalizeText(title).includes(normalizeText(cleanTitle(text)));
};

/** The state with a line added to the title that is open, if it goes on with it. */
const extendTitle = (state: TimetableState, text: string, line: Line): TimetableState | undefined => {
  const { openTitle } = state;
  const item = openTitle && state.items.get(openTitle.key);
  const goesOn =
    openTitle &&
    item &&
    (item.title === "" ? canBeTitle(state, item, text) : isContinuation(item.title, openTitle.last, line) && isOfListed(state, item, text));
  if (!openTitle || !item || goesOn !== true) return undefined;
  const items = new Map(state.items).set(item.key, { ...item, title: joinLines(item.title, text), until: line.number });
  return noteLine({ ...state, items, openTitle: { ...openTitle, last: line.text } }, line);
};

/** "Seventh plenary meeting Red Room": what meets before where. */
const MEETS = new RegExp(`^(?<meets>.{0,40}(?<!\\p{L})${matchAny("sitting")})\\s(?<room>.+)$`, "iu");

const readRoom = (text: string): Pick<Entry, "venue"> & Partial<Pick<Entry, "labels">> => {
  const { meets, room } = MEETS.exec(text)?.groups ?? {};
  return meets !== undefined && room !== undefined && ROOM.test(room) ? { venue: room, labels: [meets] } : { venue: text };
};

export const takeLabel = (before: TimetableState, text: string, line: Line): TimetableStep => {
  const { entry: open, untitled } = before;
  if (NUMBERED_MEETING.test(text)) {
    if (open && (open.items.length > 0 || open.labels.length > 0)) return closeEntry(before);
    return stepTo(PLENARY.test(text) ? noteLine(changeEntry(before, { labels: [text] }), line) : before);
  }
  const isMarked = untitled !== undefined && open !== undefined && isContinued(text);
  const noted = untitled === undefined ? before : noteClash(before, untitled, text);
  const marked = isMarked ? changeEntry(noted, { continued: addKeys(open.continued, [untitled]) }) : noted;
  const state: TimetableState = { ...marked, untitled: undefined };
  const { entry, openTitle: _, ...rest } = state;
  const settled: TimetableState = { ...rest, entry, openTitle: undefined };
  if (entry && entry.items.length === 0) {
    if (ROOM.test(text)) return stepTo(noteLine(changeEntry(settled, readRoom(text)), line));
    if (text === "–") return stepTo(changeEntry(settled, { isSpan: true }));
    return stepTo(entry.labels.length < MOST_LABELS ? noteLine(changeEntry(settled, { labels: [...entry.labels, text] }), line) : settled);
  }
  if (entry && text === "–") return stepTo(changeEntry(settled, { isSpan: true }));
  const extended = extendTitle(state, text, line);
  if (extended) return stepTo(extended);
  const isLeftOut =
    /\p{L}{3}/u.test(text) && state.itemsComeFirst !== true && (entry ?? state.today) !== undefined && !isApartFromSittings(text, line);
  return isLeftOut ? stepTo(settled, { kind: "warning", warning: warn("left-out-text", text, line.number) }) : stepTo(settled);
};
