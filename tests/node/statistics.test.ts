import { describe, expect, it } from "vitest";
import { estimate, median, quantile, ratios } from "../bench/statistics.ts";
import { seeded } from "../support/chance.ts";

describe("the statistics of measurements", () => {
  it("finds medians and quantiles, between two values where they fall between them", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(quantile([10, 20, 30, 40, 50], 0.95)).toBeCloseTo(48);
    expect(median([])).toBeNaN();
  });

  it("compares round by round, so that a slow round says nothing", () => {
    expect(ratios([90, 9, 900], [100, 10, 1000])).toEqual([0.9, 0.9, 0.9]);
  });

  it("draws the same numbers for the same seed, evenly from 0 to 1", () => {
    const [one, same, other] = [seeded(7), seeded(7), seeded(8)];
    const drawn = Array.from({ length: 10_000 }, one);
    expect(Array.from({ length: 10_000 }, same)).toEqual(drawn);
    expect(other()).not.toBe(drawn[0]);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(drawn.reduce((sum, value) => sum + value, 0) / drawn.length).toBeCloseTo(0.5, 1);
  });

  it("bounds a median by an interval that holds it in 95 of 100 experiments", () => {
    const random = seeded(1);
    const experiments = Array.from({ length: 100 }, () =>
      estimate(
        Array.from({ length: 15 }, () => random() + random() + random()),
        random,
      ),
    );
    const holding = experiments.filter(({ low, high }) => low <= 1.5 && 1.5 <= high).length;
    expect(holding).toBeGreaterThanOrEqual(88);
    expect(experiments.every(({ low, median: middle, high }) => low <= middle && middle <= high)).toBe(true);
    expect(estimate([2, 2, 2], random)).toEqual({ median: 2, low: 2, high: 2 });
  });
});
