import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDeepEqual } from "../src/meeting/deep-equal.ts";
import { reversed } from "./support/reversed.ts";

const sorted = (_name: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

describe("two values that are compared as JSON", () => {
  it("are the same in whatever order their fields stand", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => isDeepEqual(value, reversed(value))));
  });

  it("are the same exactly where they are written the same, their fields sorted", () => {
    const small = fc.jsonValue({ maxDepth: 2, depthSize: "small" });
    fc.assert(
      fc.property(small, small, (a, b) => isDeepEqual(a, b) === (JSON.stringify(a, sorted) === JSON.stringify(b, sorted))),
      {
        examples: [
          [[], {}],
          [[1], { 0: 1 }],
          [null, {}],
          [[null], []],
        ],
      },
    );
  });

  it.for([
    [{ a: 1 }, { a: 1, b: undefined }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: undefined }, { b: 1 }, false],
    [{ a: [1, 2] }, { a: [1, 2, 3] }, false],
  ] as const)("%j and %j: %s", ([a, b, isSame]) => expect(isDeepEqual(a, b)).toBe(isSame));
});
