import { seeded } from "../support/chance.ts";

/** Chance that repeats: the same seed and number of an input give the same choices. */
export interface Chance {
  readonly below: (limit: number) => number;
  readonly oneIn: (times: number) => boolean;
  readonly of: <Value>(values: readonly [Value, ...Value[]]) => Value;
}

export const chanceOf = (seed: number, input: number): Chance => {
  const next = seeded(Math.imul(seed, 0x9e3779b1) ^ Math.imul(input + 1, 0x85ebca6b));
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    oneIn: (times) => below(times) === 0,
    of: (values) => values[below(values.length)] ?? values[0],
  };
};
