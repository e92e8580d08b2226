import { seeded } from "../support/chance.ts";

/** Numbers that look like chance and come again with the same seed. */
export interface Chance {
  /** From 0 up to, and without, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, and without, `count`. */
  readonly below: (count: number) => number;
  readonly of: <Item>(items: readonly Item[]) => Item;
}

export const chanceOf = (seed: number): Chance => {
  const next = seeded(seed);
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    of: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("there is nothing to choose from");
      return item;
    },
  };
};
