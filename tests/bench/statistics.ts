/** The value below which a share of the values lies, between the two nearest where it falls between them; NaN of none. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = Float64Array.from(values).toSorted();
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** A median and the bounds between which it lies with 95 % confidence. */
export interface Estimate {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 10_000;

/** The median of what each round measured, and its spread by the bootstrap: rounds drawn again and again, with replacement. */
export const estimate = (values: readonly number[], random: () => number): Estimate => {
  const medians = Array.from({ length: RESAMPLES }, () =>
    median(values.map(() => values[Math.floor(random() * values.length)] ?? Number.NaN)),
  );
  return { median: median(values), low: quantile(medians, 0.025), high: quantile(medians, 0.975) };
};

/** Round by round, so that what slows a whole round down slows both sides. */
export const ratios = (mine: readonly number[], others: readonly number[]): readonly number[] =>
  mine.map((value, round) => value / (others[round] ?? Number.NaN));
