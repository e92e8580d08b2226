import { waitUntil } from "cloudflare:workers";

/** Does what is asked for under a key, unless that is being done: whoever asks meanwhile waits for the same. */
export const createSingleFlight = <Value>(): ((key: string, task: () => Promise<Value>) => Promise<Value>) => {
  const tasks = new Map<string, Promise<Value>>();
  return (key, task) => {
    const known = tasks.get(key);
    if (known) return known;
    const begun = task().finally(() => tasks.delete(key));
    tasks.set(key, begun);
    // Others may wait for it still when the client is gone that asked first.
    waitUntil(begun.catch(() => undefined));
    return begun;
  };
};
