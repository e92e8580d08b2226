import type { Steps } from "../../log-file/steps.ts";

/** Steps, and octets that they go through, that are taken before others are let in: some ten milliseconds. */
const AT_ONCE = 128;
const OCTETS_AT_ONCE = 64 * 1024;

/** Takes the steps of some work, and lets others in on the way. */
export const takeSlowly = async <Value>(steps: Steps<Value>): Promise<Value> => {
  let [taken, octets] = [0, 0];
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    taken += 1;
    octets += step.value;
    if (taken < AT_ONCE && octets < OCTETS_AT_ONCE) continue;
    [taken, octets] = [0, 0];
    await scheduler.wait(0);
  }
};
