import { describe, expect, it } from "vitest";
import { added, afterwards, groundOf, isStopped, undone, waitOf, type Letters } from "../../src/browser/console/outbox/queue.ts";

const NOW = Date.parse("2010-01-27T09:00:00Z");
const DUE = NOW + 30_000;

/** Letters to one meeting, each for the version that the one before it makes. */
const lettersFor = (...ids: readonly string[]): Letters => {
  const event = (at: number) => ({
    type: "slot.opened",
    timestamp: "2010-01-27T09:00:00Z",
    data: { meeting: "2010", expectedVersion: 7 + at },
  });
  const fresh = ids.map((id, at) => ({ id, event: event(at), after: ids.slice(0, at) }));
  return added([], fresh, "ctoc-cop-wg4", DUE);
};

const versions = (letters: Letters): readonly string[] => letters.map(({ id, event }) => `${id} ${String(event.data["expectedVersion"])}`);

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

describe("the version that a letter is for", () => {
  it("is the one after all that leaves before it", () => {
    expect(groundOf(lettersFor("a", "b"), "2010", 7)).toEqual({ version: 9, after: ["a", "b"] });
    expect(groundOf(lettersFor("a", "b"), "2011", 7)).toEqual({ version: 7, after: [] });
  });

  it("counts one that is in already once, though its answer was lost", () => {
    const letters = afterwards(afterwards(lettersFor("a", "b"), "posted", "a"), "unanswered", "a");
    expect(groundOf(letters, "2010", 8)).toEqual({ version: 9, after: ["b"] });
    expect(groundOf(letters, "2010", 7)).toEqual({ version: 9, after: ["a", "b"] });
  });

  it("is lower once one before it was taken out", () => {
    expect(versions(undone(lettersFor("a", "b", "c"), "b"))).toEqual(["a 7", "c 8"]);
  });

  it("is higher once others are in the place of one before it, which go first", () => {
    const event = { type: "slot.opened", timestamp: "2010-01-27T09:00:00Z", data: { meeting: "2010", expectedVersion: 7 } };
    const others = [
      { id: "d", event },
      { id: "e", event: { ...event, data: { ...event.data, expectedVersion: 8 } }, after: ["d"] },
    ];
    const letters = added(lettersFor("a", "b"), others, "ctoc-cop-wg4", DUE, "a");
    expect(versions(letters)).toEqual(["d 7", "e 8", "b 9"]);
    expect(versions(undone(letters, "e")), "it rests on them now").toEqual(["d 7", "b 8"]);
    expect(versions(letters.toSorted((one, other) => one.order - other.order))).toEqual(versions(letters));
  });
});
