import { shareTask, type SharedTask } from "./shared-task.ts";

/** Does what is asked for under a key, unless that is being done: whoever asks meanwhile waits for the same. */
export const createSingleFlight = <Value>(): ((key: string, task: () => Promise<Value>) => Promise<Value>) => {
  const tasks = new Map<string, SharedTask<Value>>();
  return (key, task) => {
    const known = tasks.get(key);
    if (known) return known.wait();
    const begun = shareTask(() => task().finally(() => tasks.delete(key)));
    tasks.set(key, begun);
    return begun.result;
  };
};
