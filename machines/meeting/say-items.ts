import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { getDate } from "../../src/meeting/local-time.ts";
import type { Slot } from "../../src/meeting/record.ts";
import { getWords } from "./past.ts";
import { printItems, type PrintedItem } from "./printed-items.ts";
import type { ItemState, MeetingState, SlotState } from "./state.ts";
import { omitLocal, type SlotChange } from "./told-changes.ts";
import { listDocumentedItems, listFormerItems } from "./told-items.ts";

/** Where an item is taken up and was to be: the first sitting of those that have it on one side only. */
const findOther = (slots: readonly SlotState[], number: string, item: string, side: "documented" | "current"): string | undefined =>
  slots.find(({ slot, ...other }) => {
    if (slot.number === number) return false;
    const [was, is] = [listDocumentedItems({ slot, ...other }).includes(item), slot.items.includes(item)];
    return side === "documented" ? was && !is : is && !was;
  })?.slot.start;

/** Whether an item is again where the documents have it, and nowhere else. */
const isRestored = ({ slots }: MeetingState, id: string): boolean =>
  slots.every((slot) => listDocumentedItems(slot).includes(id) === slot.slot.items.includes(id));

const sayMove = (state: MeetingState, slotState: SlotState, { id, moved }: ItemState, item: string): readonly SlotChange[] => {
  const { number, items } = slotState.slot;
  if (!moved) return [];
  const [was, is] = [listDocumentedItems(slotState).includes(id), items.includes(id)];
  if (was === is) return was && isRestored(state, id) ? [{ ...omitLocal(moved), type: "item.restored", item }] : [];
  const start = findOther(state.slots, number, id, is ? "documented" : "current");
  const said = omitLocal(moved);
  if (start !== undefined) return [{ ...said, type: "item.moved", item, direction: is ? "here" : "away", start }];
  return is ? [{ ...said, type: "item.scheduled", item }] : [];
};

/** What it is called now, or again as in the document; one that is over keeps its words. */
const sayTitle = ({ slot, words }: SlotState, { id, facts }: ItemState, item: PrintedItem): readonly SlotChange[] => {
  const { title } = facts ?? {};
  if (title?.timestamp === undefined || words || !slot.items.includes(id)) return [];
  const said = { timestamp: title.timestamp, ...(title.note !== undefined && { note: title.note }) };
  return isDeepEqual(title.documented, item.title)
    ? [{ ...said, type: "item.restored", item: item.number }]
    : [{ ...said, type: "item.changed", item: item.number, to: item.title }];
};

/** When in a sitting an item is taken up at the earliest, as long as the sitting is at that time. */
export const findTimeIn = ({ start, end, items, number }: Slot, { id, times }: ItemState): string | undefined => {
  const time = times?.[number]?.time;
  const isWithin = time !== undefined && time > start && getDate(time) === getDate(start) && (end === undefined || time < end);
  return isWithin && items.includes(id) ? time : undefined;
};

const sayItemTime = ({ slot }: SlotState, item: ItemState, number: string): readonly SlotChange[] => {
  const { [slot.number]: noted } = item.times ?? {};
  if (!noted || findTimeIn(slot, item) === undefined) return [];
  const { time, ...said } = noted;
  return [{ ...omitLocal(said), type: "item.timed", item: number, time }];
};

export const sayItem = (state: MeetingState, slotState: SlotState, item: ItemState): readonly SlotChange[] => {
  const { deferred, held, wasIn } = item;
  const [printed] = printItems(state, [item.id]);
  if (!printed) return [];
  const { number } = printed;
  const isHere = wasIn?.includes(slotState.slot.number) || slotState.takenUp?.includes(item.id);
  if (deferred) return isHere ? [{ ...omitLocal(deferred), type: "item.deferred", item: number }] : [];
  if (held) return isHere ? [{ ...omitLocal(held), type: "item.held", item: number }] : [];
  return [...sayMove(state, slotState, item, number), ...sayTitle(slotState, item, printed), ...sayItemTime(slotState, item, number)];
};

/** What an event took off the agenda, where it was to be taken up. */
export const sayRemoved = ({ formerItems }: MeetingState, { slot, takenUp = [] }: SlotState): readonly SlotChange[] =>
  listFormerItems(formerItems, slot.number, takenUp).flatMap(({ id, number, removed }): readonly SlotChange[] =>
    removed && (takenUp.includes(id) || !slot.items.includes(id)) ? [{ ...omitLocal(removed), type: "item.removed", item: number }] : [],
  );

/** The number under which an item came, in its id. */
const getFirstNumber = (id: string): string => id.replace(/~\d+$/, "");

export const sayNumbers = (state: MeetingState, slotState: SlotState): readonly SlotChange[] => {
  const { revised } = slotState;
  if (revised === undefined) return [];
  return getWords(state, slotState).items.flatMap(({ id, number }): readonly SlotChange[] => {
    const first = getFirstNumber(id);
    return first === number ? [] : [{ timestamp: revised, type: "item.renumbered", item: first, number }];
  });
};
