import { getDate } from "../../src/meeting/local-time.ts";
import { addLanguages } from "../../src/meeting/text-languages.ts";
import type { MeetingState, SlotState } from "./state.ts";
import { getSlotStatus } from "./statuses.ts";
import { describeItems, printItems, type MeetingWords } from "./printed-items.ts";
import { listDocuments } from "./printed-documents.ts";
import { mapChanged } from "../../src/meeting/shared-lists.ts";

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
    // What it said stays, but for languages that the agenda has more of.
    if (slot.words && earlier.slot.items === slot.slot.items && before.record.agenda === after.record.agenda) return slot;
    const said = updateItems(slot.words ?? getWords(before, earlier), after, slot.slot.items);
    return { ...slot, words: sayInMoreLanguages(said, describeItems(after, slot.slot.items)) };
  };
};

/** The past keeps its words: what is over, cancelled or removed says what it said when a document came. */
export const keepPastOfRevised = (before: MeetingState, after: MeetingState, local: string): MeetingState => {
  const keep = keepWords(before, after, local);
  return { ...after, slots: mapChanged(after.slots, keep), removedSlots: mapChanged(after.removedSlots, keep) };
};

/** The same of any event that changes what the meeting says. */
export const keepPast = (before: MeetingState, after: MeetingState, local: string): MeetingState =>
  before.record === after.record && before.formerItems === after.formerItems ? after : keepPastOfRevised(before, after, local);
