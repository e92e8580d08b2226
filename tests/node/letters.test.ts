import { describe, expect, it } from "vitest";
import { added, afterwards, isStopped, undone, waitOf, type Letters } from "../../src/browser/console/letters.ts";

const NOW = Date.parse("2010-01-27T09:00:00Z");
const DUE = NOW + 30_000;

/** Letters to one meeting, each for the version that the one before it makes. */
const lettersFor = (...ids: readonly string[]): Letters => {
  const event = (at: number) => ({
    type: "slot.opened",
    timestamp: "2010-01-27T09:00:00Z",
    data: { meeting: "2010", expectedVersion: 7 + at },
  });
  const fresh = ids.map((id, at) => ({ id, event: event(at) }));
  return added([], fresh, "ctoc-cop-wg4", DUE);
};

const states = (letters: Letters): readonly string[] => letters.map(({ id, state }) => `${id} ${state}`);

describe("a letter", () => {
  it("leaves when it can no longer be undone", () => {
    const letters = lettersFor("a");
    expect(waitOf(letters, NOW)).toBe(30_000);
    expect(waitOf(letters, DUE + 1)).toBe(0);
    expect(waitOf(afterwards(letters, "hurried"), NOW)).toBe(0);
  });

  it("is not touched by 'Send now' while it is sent, nor where it is asked about", () => {
    const sending = afterwards(lettersFor("a", "b"), "posted", "a");
    expect(states(afterwards(sending, "hurried"))).toEqual(["a sending", "b waiting"]);
    const held = afterwards(lettersFor("a"), "reopened");
    expect(states(afterwards(held, "hurried"))).toEqual(["a held"]);
    expect(states(afterwards(held, "released", "a"))).toEqual(["a waiting"]);
  });

  it("that was taken out does not come back with the end of its attempt", () => {
    const left = undone(afterwards(afterwards(lettersFor("a", "b"), "posted", "a"), "unanswered", "a"), "a");
    expect(states(afterwards(left, "unanswered", "a"))).toEqual(["b counting"]);
  });

  it("can't be taken out while it is sent", () => {
    expect(states(undone(afterwards(lettersFor("a"), "posted", "a"), "a"))).toEqual(["a sending"]);
  });

  it("that was refused stays so when the page is opened again, and stops the others", () => {
    const problem = { status: 401, code: "bad-signature", detail: "" };
    const refused = afterwards(afterwards(lettersFor("a", "b"), "posted", "a"), "refused", "a", problem);
    const reopened = afterwards(refused, "reopened");
    expect(states(reopened)).toEqual(["a refused", "b held"]);
    expect(reopened[0]?.problem).toEqual(problem);
    expect(isStopped(reopened)).toBe(true);
    expect(waitOf(reopened, DUE + 1)).toBeUndefined();
  });
});
