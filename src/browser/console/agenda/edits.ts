import type { DraftSlot } from "../../../meeting/draft.ts";
import type { SlotKind } from "../../../meeting/record.ts";

/** A sitting as a form has it: items as they are printed, `4 (continued), 5`. */
export interface SaidSlot {
  readonly kind: "slot";
  readonly date: string;
  /** Empty where no hour is known yet. */
  readonly start: string;
  readonly end: string;
  readonly items: string;
  readonly venue: string;
  readonly sitting: SlotKind;
  readonly title: string;
}

export interface SaidItem {
  readonly kind: "item";
  readonly number: string;
  readonly title: string;
}

/** What a person says that something of a document is. */
export type Said = SaidSlot | SaidItem | { readonly kind: "nothing" };

/** What a person corrects of a reading: a line as a whole, or what was read. */
export interface Edit {
  readonly said: Said;
  /** The line that says this and nothing else. */
  readonly line?: number;
  /** The sitting in whose place it stands. */
  readonly former?: DraftSlot;
}
