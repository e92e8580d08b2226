import type { Slot } from "../../src/meeting/record.ts";

/** The sittings that take an item up, each with whether it is to be continued there: said and compared as one. */
export type Placement = Readonly<Record<string, boolean>>;
export type Placements = ReadonlyMap<string, Placement>;

export const NOWHERE: Placement = {};

/** Where some items are taken up, by their ids, among some sittings. */
export const listPlacements = (slots: readonly Slot[], numbers: ReadonlySet<string>, ids: ReadonlySet<string>): Placements => {
  const placements = new Map<string, Record<string, boolean>>();
  for (const { number, items, continued } of slots) {
    if (!numbers.has(number)) continue;
    for (const item of items) {
      if (!ids.has(item)) continue;
      const known = placements.get(item) ?? {};
      known[number] = continued?.includes(item) ?? false;
      placements.set(item, known);
    }
  }
  return placements;
};

/** The items that are placed in each sitting, by its number. */
export const listPlaced = (placements: Placements): ReadonlyMap<string, readonly string[]> => {
  const placed = new Map<string, string[]>();
  for (const [item, placement] of placements)
    for (const number of Object.keys(placement)) placed.getOrInsertComputed(number, () => []).push(item);
  return placed;
};

/** A slot with the items that are placed in it: as the documents list them, then what events put there. */
export const placeItems = (slot: Slot, placements: Placements, placed: readonly string[], listed: readonly string[]): Slot => {
  const here = new Set(placed);
  const added = [...slot.items, ...placed].filter((item) => !listed.includes(item));
  const items = [...new Set([...listed, ...added])].filter((item) => here.has(item));
  const continued = items.filter((item) => placements.get(item)?.[slot.number] === true);
  const { continued: _continued, ...rest } = slot;
  return { ...rest, items, ...((continued.length > 0 || slot.continued) && { continued }) };
};
