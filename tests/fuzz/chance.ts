/** Chance that repeats: the same seed and number of an input give the same choices. */
export interface Chance {
  readonly below: (limit: number) => number;
  readonly oneIn: (times: number) => boolean;
  readonly of: <Value>(values: readonly [Value, ...Value[]]) => Value;
}

/** Mulberry32. */
export const chanceOf = (seed: number, input: number): Chance => {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(input + 1, 0x85ebca6b)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    oneIn: (times) => below(times) === 0,
    of: (values) => values[below(values.length)] ?? values[0],
  };
};
