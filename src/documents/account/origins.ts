import type { ListedItem } from "../sections/agenda.ts";
import type { Note } from "../sections/annotations.ts";
import type { Sittings, UnnumberedSlot } from "../organization-of-work/entries.ts";
import type { DraftSlot } from "../../meeting/draft.ts";
import type { Line } from "../text/line.ts";

/** Where in a document each part of its draft stands. */
export interface Origins {
  readonly masthead: readonly Line[];
  readonly items: readonly ListedItem[];
  readonly notes: readonly Note[];
  readonly slots: readonly (Pick<DraftSlot, "number"> & Pick<UnnumberedSlot, "lines">)[];
  /** What stands in the organization of work, and became no slot. */
  readonly leftOut: readonly Sittings[];
  /** The day that a line names. */
  readonly days: ReadonlyMap<number, string | undefined>;
}
