import type { Covers, MeetingRecord, Slot } from "../../src/meeting/record.ts";
import type { Weighing } from "./differences.ts";
import type { SlotState } from "./state.ts";
import { getSlotStatus } from "./statuses.ts";

/** A record that revises, with what it needs to be laid against its base. */
export interface Revising extends Weighing {
  /** Its items by their ids. */
  readonly record: MeetingRecord;
  readonly covers: Covers;
  /** Adopted by the body: it may change what a sitting that is open is still to do. */
  readonly isAdopted: boolean;
  readonly timestamp: string;
  /** When it was sent, by the clock of the meeting's place: what was over then stays. */
  readonly local: string;
}

export const isOpen = ({ value }: SlotState): boolean => ["open", "suspended"].includes(getSlotStatus(value));

const indexed = new WeakMap<readonly Slot[], ReadonlyMap<string, Slot>>();

/** Sittings by their numbers. */
export const indexSlots = (slots: readonly Slot[]): ReadonlyMap<string, Slot> => {
  const known = indexed.get(slots) ?? new Map(slots.map((slot) => [slot.number, slot]));
  indexed.set(slots, known);
  return known;
};
