import { getDate } from "../../src/meeting/local-time.ts";
import { findDistinctTitles } from "../../src/meeting/distinct-titles.ts";
import { numberItems, type NumberedItem } from "../../src/meeting/numbered-items.ts";
import type { BodyRecord, MeetingDocument, Programme } from "../../src/meeting/record.ts";
import type { Text } from "../../src/meeting/text.ts";
import { addLanguages } from "../../src/meeting/text-languages.ts";
import type { MeetingState, SlotState } from "./state.ts";
import { getSlotStatus } from "./statuses.ts";

/** An item as an entry prints it. */
export interface PrintedItem {
  readonly id: string;
  readonly number: string;
  readonly title: Text;
  readonly shortTitle?: Text;
  /** What tells its title apart from another of the agenda that begins alike, where it has no short one. */
  readonly distinctTitle?: Text;
  /** The ids of the items that it is a part of, the nearest last. */
  readonly wholes: readonly string[];
}

/** What the meeting says of a sitting: its words at the time, once it is over. */
export interface MeetingWords {
  readonly body: BodyRecord;
  readonly timezone: string;
  readonly city?: Text;
  readonly venue?: Text;
  readonly items: readonly PrintedItem[];
  readonly documents: readonly Pick<MeetingDocument, "symbol" | "title">[];
}

interface Index {
  readonly record: Programme;
  readonly former: MeetingState["formerItems"];
  readonly items: ReadonlyMap<string, PrintedItem>;
  readonly documents: ReadonlyMap<string, readonly MeetingDocument[]>;
}

const printItem = ({ id, number, item, wholes }: NumberedItem, findDistinct: (title: Text) => Text | undefined): PrintedItem => {
  const { title, shortTitle } = item;
  const distinctTitle = shortTitle === undefined ? findDistinct(title) : undefined;
  return {
    id,
    number,
    title,
    ...(shortTitle !== undefined && { shortTitle }),
    ...(distinctTitle !== undefined && { distinctTitle }),
    wholes,
  };
};

const buildIndex = ({ record, formerItems }: MeetingState): Index => {
  const documents = new Map<string, MeetingDocument[]>();
  for (const document of record.documents ?? [])
    for (const item of document.items ?? []) documents.set(item, [...(documents.get(item) ?? []), document]);
  const former = formerItems.map(({ id, number, title }): PrintedItem => ({ id, number, title, wholes: [] }));
  const numbered = numberItems(record.agenda.items);
  const findDistinct = findDistinctTitles(numbered.map(({ item }) => item.title));
  const present = numbered.map((item) => printItem(item, findDistinct));
  return { record, former: formerItems, items: new Map([...former, ...present].map((item) => [item.id, item])), documents };
};

const indexes = new WeakMap<Programme, Index>();

/** Read off once for each record, not for each sitting. */
const findIndex = (state: MeetingState): Index => {
  const known = indexes.get(state.record);
  if (known?.former === state.formerItems) return known;
  const made = buildIndex(state);
  indexes.set(state.record, made);
  return made;
};

/** Items by their ids, as entries print them. */
export const printItems = (state: MeetingState, ids: readonly string[]): readonly PrintedItem[] => {
  const { items } = findIndex(state);
  return ids.flatMap((id) => items.get(id) ?? []);
};

const listDocuments = (state: MeetingState, ids: readonly string[]): MeetingWords["documents"] => {
  const { documents } = findIndex(state);
  const found = new Set(ids.flatMap((id) => documents.get(id) ?? []));
  return (state.record.documents ?? [])
    .filter((document) => found.has(document))
    .map(({ symbol, title }) => ({ symbol, ...(title !== undefined && { title }) }));
};

export const describeItems = (state: MeetingState, ids: readonly string[]): MeetingWords => {
  const { body, timezone, city, venue } = state.record;
  return {
    body,
    timezone,
    ...(city !== undefined && { city }),
    ...(venue !== undefined && { venue }),
    items: printItems(state, ids),
    documents: listDocuments(state, ids),
  };
};

/** What the meeting says of a sitting now, or said when it was over. */
export const getWords = (state: MeetingState, { slot, words }: SlotState): MeetingWords => words ?? describeItems(state, slot.items);

/** Over for an event: adjourned, or its end, or else its day, was before. What was put off is still to come. */
export const isOver = ({ slot, value }: SlotState, local: string): boolean =>
  value === "adjourned" || (getSlotStatus(value) !== "postponed" && (slot.end ?? `${getDate(slot.start)}T24:00`) < local);

/** Whether a sitting keeps what the meeting says of it at an event; a cancelled one does too. */
export const isDone = (slot: SlotState, local: string): boolean => getSlotStatus(slot.value) === "cancelled" || isOver(slot, local);

/** The words of a sitting that is over, once an event has put an item into it or taken one out: the others keep theirs. */
export const updateItems = (words: MeetingWords, state: MeetingState, ids: readonly string[]): MeetingWords => {
  const earlier = words.items.map(({ id }) => id);
  const [added, gone] = [ids.filter((id) => !earlier.includes(id)), earlier.filter((id) => !ids.includes(id))];
  const known = new Map([...printItems(state, ids), ...words.items].map((item) => [item.id, item]));
  const [served, left] = [ids, gone].map((of) => new Set(listDocuments(state, of).map(({ symbol }) => symbol)));
  const documents = [
    ...words.documents.filter(({ symbol }) => served?.has(symbol) || !left?.has(symbol)),
    ...listDocuments(state, added).filter(({ symbol }) => !words.documents.some((document) => document.symbol === symbol)),
  ];
  return { ...words, items: ids.flatMap((id) => known.get(id) ?? []), documents };
};

const sayInMoreLanguages = (words: MeetingWords, now: MeetingWords): MeetingWords => {
  const titles = new Map(now.items.map((item) => [item.id, item]));
  return {
    ...words,
    items: words.items.map((item) => {
      const same = titles.get(item.id);
      return same ? { ...item, title: addLanguages(item.title, same.title) } : item;
    }),
  };
};

const keepWords = (before: MeetingState, after: MeetingState, local: string): ((slot: SlotState) => SlotState) => {
  const known = new Map([...before.slots, ...before.removedSlots].map((slot) => [slot.slot.number, slot]));
  return (slot) => {
    const earlier = known.get(slot.slot.number);
    if (!earlier || !isDone(slot, local)) {
      const { words: _words, ...rest } = slot;
      return slot.words ? rest : slot;
    }
    const said = updateItems(slot.words ?? getWords(before, earlier), after, slot.slot.items);
    return { ...slot, words: sayInMoreLanguages(said, describeItems(after, slot.slot.items)) };
  };
};

/** The past keeps its words: what is over, cancelled or removed says what it said, where the event changes what the meeting says. */
export const keepPast = (before: MeetingState, after: MeetingState, local: string): MeetingState => {
  if (before.record === after.record && before.formerItems === after.formerItems) return after;
  const keep = keepWords(before, after, local);
  return { ...after, slots: after.slots.map(keep), removedSlots: after.removedSlots.map(keep) };
};
