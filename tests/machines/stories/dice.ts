/** Throws of a story's own, so that equal seeds tell equal stories. */
export interface Dice {
  /** One of `0` to `sides - 1`. */
  readonly throw: (sides: number) => number;
  /** Whether one of so many throws came out. */
  readonly isOneIn: (sides: number) => boolean;
  readonly pick: <Value>(values: readonly Value[]) => Value;
}

/** Marsaglia's xorshift of 32 bits. */
export const createDice = (seed: number): Dice => {
  let word = Math.imul(seed, 2_654_435_761) | 1;
  const roll = (sides: number): number => {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    return (word >>> 0) % sides;
  };
  return {
    throw: roll,
    isOneIn: (sides) => roll(sides) === 0,
    pick: <Value>(values: readonly Value[]): Value => {
      if (values.length === 0) throw new Error("nothing to pick from");
      // What is picked is one of them, undefined where that is.
      return values[roll(values.length)] as Value;
    },
  };
};
