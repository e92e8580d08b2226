import type { Slot } from "../../../meeting/record.ts";
import type { Text } from "../../../meeting/text.ts";
import { findFreeNumber } from "../../../meeting/slot-numbers.ts";
import type { Meeting } from "../api.ts";
import type { DraftBatch, DraftEvent } from "./draft-event.ts";
import type { FieldName } from "./fields.ts";

/** What was chosen on a form, as far as other fields hang on it. */
export interface Chosen {
  readonly slot?: string | undefined;
  readonly item?: string | undefined;
  readonly opensOn?: string | undefined;
}

/** Slots that a field may name, given what was chosen above it. */
export const listSlots = (name: FieldName, draft: DraftBatch, meeting: Meeting, chosen: Chosen): readonly Slot[] => {
  const { programme, slots, next } = meeting;
  const isToBeHeld = ({ number }: Slot): boolean => ["scheduled", "postponed", "open", "suspended"].includes(slots[number] ?? "");
  if (name === "from") return programme.filter(({ items, number }) => slots[number] !== "cancelled" && items.includes(chosen.item ?? ""));
  if (name === "to") return programme.filter((slot) => isToBeHeld(slot) && !slot.items.includes(chosen.item ?? ""));
  if (name === "itemsTo") return programme.filter((slot) => isToBeHeld(slot) && slot.number !== chosen.slot);
  const possible = next.find(({ type }) => type === draft.events[0]?.type)?.slots;
  return programme.filter(({ number }) => possible?.includes(number));
};

/** Of an event that names a new slot: the next number that no slot ever had. @param named by events that wait, or were put aside */
export const pickFreeNumber = ({ programme, entries }: Meeting, named: readonly unknown[]): string =>
  findFreeNumber([
    ...programme.map(({ number }) => number),
    ...entries.flatMap(({ slot }) => slot ?? []),
    ...named.filter((slot) => typeof slot === "string"),
  ]);

type PresentValues = Readonly<Partial<Record<FieldName, Text | undefined>>>;

/** What may be said anew of a sitting, as it is said now. */
export const readOwnFields = (slot: Slot): PresentValues => {
  const { title, label, kind, access, webcast, participation, interpretation, accessibility, timeNote } = slot;
  return { title, label, kind, access, webcast, participation, interpretation, accessibility, timeNote };
};

/** What the fields of an event say at first: as things are, unless it is settled otherwise. */
export const readPresentValues = ({ programme, record }: Meeting, event: DraftEvent | undefined, chosen: Chosen): PresentValues => {
  const slot = programme.find(({ number }) => number === chosen.slot);
  return {
    ...(event?.type === "slot.changed" && slot && readOwnFields(slot)),
    start: slot?.start,
    end: event?.type === "slot.rescheduled" ? undefined : slot?.end,
    venue: slot?.venue ?? record.venue,
    opensOn: record.opensOn,
    closesOn: record.closesOn,
    ...(event?.type === "slot.added" && { start: undefined, end: undefined, venue: undefined }),
    ...event?.preset,
  };
};
