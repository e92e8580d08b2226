import type { After, Slot } from "./record.ts";

export type Rename = (item: string) => string;

export const renumberAfter = <Of extends After | undefined>(after: Of, rename: Rename): Of | { readonly item: string } =>
  after && "item" in after ? { item: rename(after.item) } : after;

/** A sitting that names items otherwise: by their ids, or by the numbers that they have now. */
export const renumberSlot = <Of extends Pick<Slot, "items" | "continued" | "after">>(slot: Of, rename: Rename): Of => ({
  ...slot,
  items: slot.items.map(rename),
  ...(slot.continued && { continued: slot.continued.map(rename) }),
  ...(slot.after && { after: renumberAfter(slot.after, rename) }),
});
