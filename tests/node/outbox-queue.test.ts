import { describe, expect, it } from "vitest";
import {
  addToQueue,
  transitionQueue,
  computeBase,
  isStopped,
  removeFromQueue,
  computeWait,
  type Queue,
  type QueueState,
} from "../../src/browser/console/outbox/queue.ts";

const NOW = Date.parse("2010-01-27T09:00:00Z");
const DUE = NOW + 30_000;

/** Events to one meeting, each for the version that the one before it makes. */
const queueOf = (...ids: readonly string[]): Queue => {
  const event = (at: number) => ({
    type: "slot.opened",
    timestamp: "2010-01-27T09:00:00Z",
    data: { meeting: "2010", expectedVersion: 7 + at },
  });
  const fresh = ids.map((id, at) => ({ id, event: event(at), after: ids.slice(0, at) }));
  return addToQueue([], fresh, "ctoc-cop-wg4", DUE);
};

const versions = (queue: Queue): readonly string[] => queue.map(({ id, event }) => `${id} ${String(event.data["expectedVersion"])}`);

const states = (queue: Queue): readonly string[] => queue.map(({ id, state }) => `${id} ${state}`);

describe("an event on its way", () => {
  it("leaves when it can no longer be undone", () => {
    const queue = queueOf("a");
    expect(computeWait(queue, NOW)).toBe(30_000);
    expect(computeWait(queue, DUE + 1)).toBe(0);
    expect(computeWait(transitionQueue(queue, "flushed"), NOW)).toBe(0);
  });

  it("is not touched by 'Send now' while it is sent, nor where it is asked about", () => {
    const sending = transitionQueue(queueOf("a", "b"), "posted", "a");
    expect(states(transitionQueue(sending, "flushed"))).toEqual(["a sending", "b waiting"]);
    const paused = transitionQueue(queueOf("a"), "reopened");
    expect(states(transitionQueue(paused, "flushed"))).toEqual(["a paused"]);
    expect(states(transitionQueue(paused, "resumed", "a"))).toEqual(["a waiting"]);
  });

  it("that was taken out does not come back with the end of its attempt", () => {
    const left = removeFromQueue(transitionQueue(transitionQueue(queueOf("a", "b"), "posted", "a"), "unanswered", "a"), "a");
    expect(states(transitionQueue(left, "unanswered", "a"))).toEqual(["b countdown"]);
  });

  it("can't be taken out while it is sent", () => {
    expect(states(removeFromQueue(transitionQueue(queueOf("a"), "posted", "a"), "a"))).toEqual(["a sending"]);
  });

  it("that was refused stays so when the page is opened again, and stops the others", () => {
    const problem = { status: 401, code: "bad-signature", detail: "" };
    const refused = transitionQueue(transitionQueue(queueOf("a", "b"), "posted", "a"), "refused", "a", problem);
    const reopened = transitionQueue(refused, "reopened");
    expect(states(reopened)).toEqual(["a refused", "b paused"]);
    expect(reopened[0]?.problem).toEqual(problem);
    expect(isStopped(reopened)).toBe(true);
    expect(computeWait(reopened, DUE + 1)).toBeUndefined();
  });

  it("that another release of the console left in a state of its own is asked about", () => {
    const left = queueOf("a").map((queued) => ({ ...queued, state: "counting" as unknown as QueueState }));
    expect(states(transitionQueue(left, "reopened"))).toEqual(["a paused"]);
  });
});

describe("the version that a queued event is for", () => {
  it("is the one after all that leaves before it", () => {
    expect(computeBase(queueOf("a", "b"), "2010", 7)).toEqual({ version: 9, after: ["a", "b"] });
    expect(computeBase(queueOf("a", "b"), "2011", 7)).toEqual({ version: 7, after: [] });
  });

  it("counts one that is in already once, though its answer was lost", () => {
    const queue = transitionQueue(transitionQueue(queueOf("a", "b"), "posted", "a"), "unanswered", "a");
    expect(computeBase(queue, "2010", 8)).toEqual({ version: 9, after: ["b"] });
    expect(computeBase(queue, "2010", 7)).toEqual({ version: 9, after: ["a", "b"] });
  });

  it("is lower once one before it was taken out", () => {
    expect(versions(removeFromQueue(queueOf("a", "b", "c"), "b"))).toEqual(["a 7", "c 8"]);
  });

  it("is higher once others are in the place of one before it, which go first", () => {
    const event = { type: "slot.opened", timestamp: "2010-01-27T09:00:00Z", data: { meeting: "2010", expectedVersion: 7 } };
    const others = [
      { id: "d", event },
      { id: "e", event: { ...event, data: { ...event.data, expectedVersion: 8 } }, after: ["d"] },
    ];
    const queue = addToQueue(queueOf("a", "b"), others, "ctoc-cop-wg4", DUE, "a");
    expect(versions(queue)).toEqual(["d 7", "e 8", "b 9"]);
    expect(versions(removeFromQueue(queue, "e")), "it rests on them now").toEqual(["d 7", "b 8"]);
    expect(versions(queue.toSorted((one, other) => one.order - other.order))).toEqual(versions(queue));
  });
});
