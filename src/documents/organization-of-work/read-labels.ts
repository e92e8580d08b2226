import { isContinuation } from "../sections/agenda-list.ts";
import { cleanTitle, isContinued } from "../expressions/item-heads.ts";
import type { ItemNumber } from "../expressions/item-numbers.ts";
import { matchAny, matchWhole, OWN_LIST, PLENARY } from "../languages/expressions.ts";
import { stepTo } from "../model/steps.ts";
import { findSymbols } from "../expressions/symbols.ts";
import { readHeading } from "../sections/sections.ts";
import { normalizeText, type Line } from "../text/line.ts";
import { joinLines, removeBullet } from "../text/typography.ts";
import { warn } from "../warnings.ts";
import type { Entry } from "./entries.ts";
import { addKeys, changeEntry, closeEntry, isTitled, noteLine, type TimetableState, type TimetableStep } from "./timetable-state.ts";
import { isOnlyMeeting } from "./plenary.ts";
import { noteClash } from "./read-items.ts";

const MOST_LABELS = 12;
const ROOM = matchWhole("room");
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
  const goingOn = state.entry && isContinued(text) ? addKeys(state.entry.continued, [item.key]) : undefined;
  const marked = goingOn ? changeEntry(state, { continued: goingOn }) : state;
  return noteLine({ ...marked, items, openTitle: { ...openTitle, last: line.text } }, line);
};

/** "Seventh plenary meeting Red Room": what meets before where. */
const MEETS = new RegExp(`^(?<meets>.{0,40}(?<!\\p{L})${matchAny("sitting")})\\s(?<room>.+)$`, "iu");

const readRoom = (text: string): Pick<Entry, "venue"> & Partial<Pick<Entry, "labels">> => {
  const { meets, room } = MEETS.exec(text)?.groups ?? {};
  return meets !== undefined && room !== undefined && ROOM.test(room) ? { venue: room, labels: [meets] } : { venue: text };
};

export const takeLabel = (listed: TimetableState, text: string, line: Line): TimetableStep => {
  const before: TimetableState = { ...listed, isOwnList: OWN_LIST.test(removeBullet(text)) };
  const { entry: open, untitled } = before;
  // "Order of the day", between an hour and its sitting.
  const heading = readHeading(line);
  if (heading === "agenda" || heading === "organization") return stepTo(before);
  if (isOnlyMeeting(text)) {
    const isBeside = open?.isNumbered === true && open.items.length === 0 && open.labels.length === 1 && open.ranges.length > 0;
    if (isBeside) return stepTo(noteLine(changeEntry(before, { labels: [...open.labels, text] }), line));
    if (open && (open.items.length > 0 || open.labels.length > 0)) return closeEntry(before);
    const isSaid = PLENARY.test(text) || (open !== undefined && open.ranges.length > 0);
    return stepTo(noteLine(changeEntry(before, { isNumbered: true, ...(isSaid && { labels: [text] }) }), line));
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
  if (entry && entry.venue === undefined && line.cells.length > 1 && ROOM.test(text)) return stepTo(changeEntry(state, { venue: text }));
  if (entry && text === "–") return stepTo(changeEntry(settled, { isSpan: true }));
  const extended = extendTitle(state, text, line);
  if (extended) return stepTo(extended);
  // The end of a title that is listed, and "(continued)".
  if (entry && state.previous && isContinued(text) && isOfListed(state, state.previous, text))
    return stepTo(noteLine(changeEntry(settled, { continued: addKeys(entry.continued, [state.previous.key]) }), line));
  const isLeftOut =
    /\p{L}{3}/u.test(text) && state.itemsComeFirst !== true && (entry ?? state.today) !== undefined && !isApartFromSittings(text, line);
  return isLeftOut ? stepTo(settled, { kind: "warning", warning: warn("left-out-text", text, line.number) }) : stepTo(settled);
};
