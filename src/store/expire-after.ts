/** Rejects after so long, unless it is aborted: a wait that outlasts the answer would keep an object from its rest. */
export const expireAfter = async (ms: number, signal: AbortSignal): Promise<never> => {
  await scheduler.wait(ms, { signal });
  throw new Error(`A body did not answer within ${ms} milliseconds.`);
};
