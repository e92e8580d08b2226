import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { ChangedFields } from "../../src/meeting/events/sitting.ts";
import { addMinutes, getDate, hasHour } from "../../src/meeting/local-time.ts";
import type { Slot } from "../../src/meeting/record.ts";
import type { Text } from "../../src/meeting/text.ts";
import { readField, readItemIds, SLOT_FIELDS, type FieldValue, type SlotField } from "./facts.ts";
import { nameFollowed, type Followed } from "./followed.ts";
import { printItems, getWords, type PrintedItem } from "./past.ts";
import type { SlotTime } from "./slot-changes.ts";
import type { ItemState, MeetingState, Said, SlotState } from "./state.ts";

/** Fields that are said in words. */
export type ChangedField = Exclude<keyof ChangedFields, "with">;

/** When a sitting is, as delegates are told. */
export type ToldTime = Omit<SlotTime, "after"> & { readonly follows?: Followed };

/** A line that tells delegates what is otherwise than the documents say of a sitting, and since when: one a field. */
export type SlotChange = Omit<Said, "local"> &
  (
    | { readonly type: "slot.rescheduled"; readonly from: ToldTime; readonly to: ToldTime }
    | { readonly type: "slot.extended"; readonly start: string; readonly from?: string; readonly to: string }
    | { readonly type: "slot.relocated"; readonly from?: Text; readonly to: Text }
    /** Without `to` it is no longer said. */
    | { readonly type: "slot.changed"; readonly field: ChangedField; readonly from?: Text; readonly to?: Text }
    /** Said once, and again as the document has it. */
    | { readonly type: "slot.restored"; readonly field: string }
    /** When it starts, as far as that is told. */
    | { readonly type: "slot.delayed"; readonly to: string }
    | { readonly type: "slot.postponed" | "slot.added" | "slot.reinstated" | "slot.removed" | "slot.joint" | "slot.alone" }
    | { readonly type: "slot.cancelled"; readonly itemsTo?: string }
    | { readonly type: "item.moved"; readonly item: string; readonly direction: "here" | "away"; readonly start: string }
    | { readonly type: "item.scheduled" | "item.restored"; readonly item: string }
    | { readonly type: "item.deferred" | "item.held" | "item.removed"; readonly item: string }
    /** Of a deadline. */
    | { readonly type: "deadline.changed"; readonly from: string; readonly to: string }
    | { readonly type: "deadline.withdrawn" }
    /** A word to delegates of a sitting. */
    | { readonly type: "notice.given"; readonly text: Text }
    | { readonly type: "item.changed"; readonly item: string; readonly to: Text }
    | { readonly type: "item.timed"; readonly item: string; readonly time: string }
    /** An item that has another number now than that under which it came. */
    | { readonly type: "item.renumbered"; readonly item: string; readonly number: string }
  );

const omitLocal = ({ local: _local, ...said }: Said): Omit<Said, "local"> => said;

const isTime = (value: unknown): value is SlotTime => typeof value === "object" && value !== null && "start" in value;

const tellTime = (state: MeetingState, { start, end, part, after, timeNote }: SlotTime): ToldTime => {
  const follows = nameFollowed(state, after);
  return {
    start,
    ...(end !== undefined && { end }),
    ...(part && { part }),
    ...(timeNote !== undefined && { timeNote }),
    ...(follows && { follows }),
  };
};

/** What is said of a field that is no time is a text, and nothing else. */
const isText = (value: unknown): value is Text =>
  typeof value === "string" || (typeof value === "object" && value !== null && !Array.isArray(value));

type SayField = (from: FieldValue, slot: Slot, said: Omit<Said, "local">, state: MeetingState) => readonly SlotChange[];

/** The fields of a time that differ. */
const listOtherTimes = (from: SlotTime, to: SlotTime): readonly (keyof SlotTime)[] =>
  (["start", "end", "part", "after", "timeNote"] as const).filter((name) => !isDeepEqual(from[name], to[name]));

const sayTime: SayField = (from, slot, said, state) => {
  const to = tellTime(state, slot);
  if (!isTime(from)) return [{ ...said, type: "slot.rescheduled", from: to, to }];
  const [other, ...others] = listOtherTimes(from, slot);
  if (others.length === 0 && other === "timeNote") return [sayChanged("timeNote", from.timeNote, slot.timeNote, said)];
  if (others.length === 0 && other === "end" && slot.end !== undefined)
    return [{ ...said, type: "slot.extended", start: slot.start, ...(from.end !== undefined && { from: from.end }), to: slot.end }];
  return [{ ...said, type: "slot.rescheduled", from: tellTime(state, from), to }];
};

const sayVenue: SayField = (from, { venue }, said) =>
  venue === undefined ? [] : [{ ...said, type: "slot.relocated", ...(isText(from) && { from }), to: venue }];

const sayChanged = (field: ChangedField, from: unknown, to: unknown, said: Omit<Said, "local">): SlotChange => ({
  ...said,
  type: "slot.changed",
  field,
  ...(isText(from) && { from }),
  ...(isText(to) && { to }),
});

const sayOf =
  (field: Exclude<ChangedField, "timeNote">): SayField =>
  (from, slot, said) => [sayChanged(field, from, slot[field], said)];

/** Nobody is named who did not confirm it. */
const sayJoint: SayField = (_from, { with: partners }, said) => [{ ...said, type: partners ? "slot.joint" : "slot.alone" }];

/** How delegates are told of each field: one that an event begins to say needs its words here. */
const SAY_FIELD: Readonly<Record<SlotField, SayField>> = {
  time: sayTime,
  venue: sayVenue,
  title: sayOf("title"),
  label: sayOf("label"),
  kind: sayOf("kind"),
  access: sayOf("access"),
  webcast: sayOf("webcast"),
  participation: sayOf("participation"),
  interpretation: sayOf("interpretation"),
  accessibility: sayOf("accessibility"),
  with: sayJoint,
};

const sayFields = (state: MeetingState, { slot, facts }: SlotState): readonly SlotChange[] =>
  SLOT_FIELDS.flatMap((field) => {
    const { documented = null, timestamp, note } = facts[field] ?? {};
    if (timestamp === undefined) return [];
    const said = { timestamp, ...(note !== undefined && { note }) };
    const isRestored = isDeepEqual(documented, readField(slot, field));
    return isRestored ? [{ ...said, type: "slot.restored", field }] : SAY_FIELD[field](documented, slot, said, state);
  });

const listDocumentedItems = ({ slot, facts: { items }, undocumented }: SlotState): readonly string[] => {
  if (undocumented) return [];
  return items ? readItemIds(items.documented) : slot.items;
};

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

const sayItem = (state: MeetingState, slotState: SlotState, item: ItemState): readonly SlotChange[] => {
  const { deferred, held, wasIn } = item;
  const [printed] = printItems(state, [item.id]);
  if (!printed) return [];
  const { number } = printed;
  const isHere = wasIn?.includes(slotState.slot.number);
  if (deferred) return isHere ? [{ ...omitLocal(deferred), type: "item.deferred", item: number }] : [];
  if (held) return isHere ? [{ ...omitLocal(held), type: "item.held", item: number }] : [];
  return [...sayMove(state, slotState, item, number), ...sayTitle(slotState, item, printed), ...sayItemTime(slotState, item, number)];
};

/** What an event took off the agenda, where it was to be taken up. */
const sayRemoved = ({ formerItems }: MeetingState, { slot }: SlotState): readonly SlotChange[] =>
  formerItems.flatMap(({ number, removed, wasIn }): readonly SlotChange[] =>
    removed && wasIn.includes(slot.number) && !slot.items.includes(number)
      ? [{ ...omitLocal(removed), type: "item.removed", item: number }]
      : [],
  );

const sayNotices = ({ notices = [] }: MeetingState, { slot: { number } }: SlotState): readonly SlotChange[] =>
  notices.flatMap(({ slot, timestamp, text }) => (slot === number ? [{ type: "notice.given" as const, timestamp, text }] : []));

/** Whether something is told of an item beside its place on the agenda. */
export const isToldOf = ({ moved, deferred, held, facts, times }: ItemState): boolean =>
  (moved ?? deferred ?? held ?? facts ?? times) !== undefined;

const sayDelay = ({ minutes, ...said }: Said & { readonly minutes: number }, { start }: Slot): SlotChange => ({
  ...omitLocal(said),
  type: "slot.delayed",
  to: addMinutes(start, minutes),
});

const sayWhole = (state: MeetingState, { slot, said }: SlotState): readonly SlotChange[] => {
  const { added, cancelled, reinstated, removed, postponed, delayed } = said;
  const { itemsTo, ...cancellation } = cancelled ?? { timestamp: "" };
  const target = state.slots.find((other) => other.slot.number === itemsTo)?.slot.start;
  return [
    ...(added ? [{ ...omitLocal(added), type: "slot.added" as const }] : []),
    ...(cancelled
      ? [{ ...omitLocal(cancellation), type: "slot.cancelled" as const, ...(target !== undefined && { itemsTo: target }) }]
      : []),
    ...(postponed ? [{ ...omitLocal(postponed), type: "slot.postponed" as const }] : []),
    ...(delayed && hasHour(slot.start) ? [sayDelay(delayed, slot)] : []),
    ...(reinstated ? [{ ...omitLocal(reinstated), type: "slot.reinstated" as const }] : []),
    ...(removed ? [{ ...omitLocal(removed), type: "slot.removed" as const }] : []),
  ];
};

/** The number under which an item came, in its id. */
const getFirstNumber = (id: string): string => id.replace(/~\d+$/, "");

const sayNumbers = (state: MeetingState, slotState: SlotState): readonly SlotChange[] => {
  const { revised } = slotState;
  if (revised === undefined) return [];
  return getWords(state, slotState).items.flatMap(({ id, number }): readonly SlotChange[] => {
    const first = getFirstNumber(id);
    return first === number ? [] : [{ timestamp: revised, type: "item.renumbered", item: first, number }];
  });
};

/** What is otherwise than the documents say of a sitting, by when it was said; nothing of one that is over. */
export const listChanges = (state: MeetingState, slotState: SlotState): readonly SlotChange[] => {
  if (slotState.value === "adjourned") return [];
  const fields = sayFields(state, slotState);
  const items = state.items.filter(isToldOf).flatMap((item) => sayItem(state, slotState, item));
  return [
    ...sayWhole(state, slotState),
    ...fields,
    ...items,
    ...sayRemoved(state, slotState),
    ...sayNotices(state, slotState),
    ...sayNumbers(state, slotState),
  ].toSorted((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp));
};
