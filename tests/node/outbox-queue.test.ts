import { describe, expect, it } from "vitest";
import {
  addToQueue,
  transitionQueue,
  computeBase,
  isStopped,
  removeFromQueue,
  findLeaving,
  type Queue,
  type QueueState,
} from "../../src/browser/console/outbox/queue.ts";

/** Events to one meeting, each for the version that the one before it makes. */
const queueOf = (...ids: readonly string[]): Queue => {
  const event = (at: number) => ({
    type: "slot.opened",
    timestamp: "2010-01-27T09:00:00Z",
    data: { meeting: "2010", expectedVersion: 7 + at },
  });
  const fresh = ids.map((id, at) => ({ id, event: event(at), after: ids.slice(0, at) }));
  return addToQueue([], fresh, "ctoc-cop-wg4");
};

const versions = (queue: Queue): readonly string[] => queue.map(({ id, event }) => `${id} ${String(event.data["expectedVersion"])}`);

const states = (queue: Queue): readonly string[] => queue.map(({ id, state }) => `${id} ${state}`);

describe("an event on its way", () => {
  it("leaves at once, and after those before it", () => {
    const queue = queueOf("a", "b");
    expect(findLeaving(queue)?.id).toBe("a");
    expect(findLeaving(transitionQueue(queue, "posted", "a"))).toBeUndefined();
  });

  it("leaves once the page is opened again, by itself, and again where its answer was lost", () => {
    const reopened = transitionQueue(transitionQueue(queueOf("a", "b"), "posted", "a"), "reopened");
    expect(states(reopened)).toEqual(["a unanswered", "b waiting"]);
    expect(findLeaving(reopened)?.id).toBe("a");
  });

  it("can be taken out before it was posted, and not once it may have arrived", () => {
    const posted = transitionQueue(queueOf("a", "b"), "posted", "a");
    expect(states(removeFromQueue(posted, "b"))).toEqual(["a sending"]);
    expect(states(removeFromQueue(posted, "a"))).toEqual(["a sending", "b waiting"]);
    const unanswered = transitionQueue(posted, "unanswered", "a");
    expect(states(removeFromQueue(unanswered, "a"))).toEqual(["a unanswered", "b waiting"]);
  });

  it("that was refused stays so when the page is opened again, and stops the others", () => {
    const problem = { status: 401, code: "bad-signature", detail: "" };
    const refused = transitionQueue(transitionQueue(queueOf("a", "b"), "posted", "a"), "refused", "a", problem);
    const reopened = transitionQueue(refused, "reopened");
    expect(states(reopened)).toEqual(["a refused", "b waiting"]);
    expect(reopened[0]?.problem).toEqual(problem);
    expect(isStopped(reopened)).toBe(true);
    expect(findLeaving(reopened)).toBeUndefined();
  });

  it("that another release of the console left in a state of its own leaves like any other", () => {
    const left = queueOf("a").map((queued) => ({ ...queued, state: "counting" as unknown as QueueState }));
    expect(states(transitionQueue(left, "reopened"))).toEqual(["a waiting"]);
  });
});

describe("the version that a queued event is for", () => {
  it("counts one that goes whatever the version is by when it was sent", () => {
    const event = { type: "slot.opened", timestamp: "2010-01-27T09:00:00Z", data: { meeting: "2010" } };
    const queue = transitionQueue(addToQueue([], [{ id: "a", event, sentAt: 7 }], "ctoc-cop-wg4"), "posted", "a");
    expect(computeBase(queue, "2010", 7)).toEqual({ version: 8, after: ["a"] });
    expect(computeBase(queue, "2010", 8)).toEqual({ version: 8, after: [] });
  });

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
    const queue = addToQueue(queueOf("a", "b"), others, "ctoc-cop-wg4", "a");
    expect(versions(queue)).toEqual(["d 7", "e 8", "b 9"]);
    expect(versions(removeFromQueue(queue, "e")), "it rests on them now").toEqual(["d 7", "b 8"]);
    expect(versions(queue.toSorted((one, other) => one.order - other.order))).toEqual(versions(queue));
  });
});
