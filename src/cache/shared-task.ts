import { waitUntil } from "cloudflare:workers";

/** Milliseconds until the first look of who waits, between two at most, and until it gives up: so long may a task go on whose client is gone. */
const FIRST_LOOK = 1;
const LOOK = 20;
const PATIENCE = 30_000;

/** What one request does, and others may wait for. */
export interface SharedTask<Value> {
  /** For the request that does it. */
  readonly result: Promise<Value>;
  /** For all others. */
  readonly wait: () => Promise<Value>;
}

/**
 * Begins a task that other requests may wait for. Each of them looks by itself whether it is done: whoever awaited another's promise, and
 * then one more, would go on in the context of that other request, out of which it can't answer its own.
 */
export const shareTask = <Value>(task: () => Promise<Value>): SharedTask<Value> => {
  const settled: { outcome?: PromiseSettledResult<Value> } = {};
  const settle = async (): Promise<Value> => {
    try {
      const value = await task();
      settled.outcome = { status: "fulfilled", value };
      return value;
    } catch (reason) {
      settled.outcome = { status: "rejected", reason };
      throw reason;
    }
  };
  const result = settle();
  // Others may wait for it still when the client is gone that asked first.
  waitUntil(result.catch(() => undefined));
  return {
    result,
    wait: async () => {
      const end = Date.now() + PATIENCE;
      for (let pause = FIRST_LOOK; !settled.outcome && Date.now() < end; pause = Math.min(2 * pause, LOOK)) await scheduler.wait(pause);
      const { outcome } = settled;
      if (!outcome) throw new Error("What another request began did not end.");
      if (outcome.status === "rejected") throw outcome.reason;
      return outcome.value;
    },
  };
};
