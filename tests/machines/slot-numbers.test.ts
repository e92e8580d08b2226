import { describe, expect, it } from "vitest";
import { findFreeNumber } from "../../src/meeting/slot-numbers.ts";

describe("the number of a slot that is new", () => {
  it("is the first where there is none", () => expect(findFreeNumber([])).toBe("1"));

  it("follows the highest, and fills no gap that a slot may have left", () => expect(findFreeNumber(["1", "10", "3"])).toBe("11"));

  it("is the lowest that is free where none can follow", () => expect(findFreeNumber(["1", "2", "9999"])).toBe("3"));
});
