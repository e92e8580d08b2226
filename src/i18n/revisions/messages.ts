import type { DifferenceOutcome } from "../../../machines/meeting/differences.ts";
import type { MeetingRecord, Slot } from "../../meeting/record.ts";

type SlotField = Exclude<keyof Slot, "number" | "start" | "end" | "part" | "after" | "timeNote" | "items" | "continued">;
type MeetingField = Exclude<keyof MeetingRecord, "body" | "id" | "agenda" | "documents" | "slots" | "covers" | "days" | "asOf">;

/** How one language tells what a revision came to. Sittings and items are named by those who fill a sentence in. */
export interface RevisionMessages {
  /** With `{count}`: how many sentences follow. */
  readonly groups: Record<DifferenceOutcome, string>;
  /** Of an event that said what was so already. */
  readonly unchanged: string;
  /** Beside what is told, with `{value}`: what was before, what the document says, what was reported. */
  readonly asides: {
    readonly was: string;
    readonly stillSays: string;
    readonly says: string;
    /** The document says nothing of it, as before or now. */
    readonly stillSilent: string;
    readonly silent: string;
    readonly reported: string;
    /** The document lists it still, or does not. */
    readonly stillLists: string;
    readonly lacks: string;
  };
  /** Where there is no value. */
  readonly none: string;
  /** Sentences on a sitting, `{slot}`. */
  readonly slot: {
    readonly begins: string;
    readonly ends: string;
    /** Of its time as a whole, and of its items. */
    readonly says: string;
    /** With `{field}`: one of those below. */
    readonly field: string;
    readonly added: string;
    readonly leaves: string;
    readonly staysCancelled: string;
    readonly stays: string;
    readonly again: string;
  };
  readonly slotFields: Record<SlotField, string>;
  readonly access: Record<NonNullable<Slot["access"]>, string>;
  readonly meetingFields: Record<MeetingField, string>;
  /** With `{numbers}`: `item 4`, and `items 4, 6-8` where there are several. */
  readonly item: string;
  readonly items: string;
  /** Where items are taken up, with `{items}` and `{value}`, sittings. */
  readonly placement: {
    readonly at: string;
    readonly also: string;
    readonly noLonger: string;
    readonly nowhere: string;
    /** In place of sittings. */
    readonly noSitting: string;
  };
  /** What the items of the agenda are called now. */
  readonly numbering: {
    readonly added: string;
    readonly removed: string;
    readonly becomes: string;
    /** Of several that move up or down together. */
    readonly become: string;
    readonly followers: string;
    readonly retitled: string;
    /** Its title in one language more. */
    readonly translated: string;
  };
  /** With `{symbols}`. */
  readonly documents: { readonly added: string; readonly removed: string; readonly changed: string };
  /** What a person must decide. */
  readonly decision: {
    /** With `{subject}`, `{when}`, and three values. */
    readonly reported: string;
    /** Of a sitting that is open. */
    readonly open: string;
    readonly today: string;
    readonly keep: string;
    readonly take: string;
    readonly keepSlot: string;
    readonly takeOut: string;
  };
}
