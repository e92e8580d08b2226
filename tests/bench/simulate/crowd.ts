import { LOOKUP, type Deployment } from "./caches.ts";
import { drawInterval, rateOf, type Client } from "./habits.ts";

/**
 * Millions of pollers, feed by feed. The polls of many who know nothing of each other come at random, at the sum of their rates:
 * so only the fills of a cache are simulated, one after the other, and the polls between two of them are counted, not played.
 */

const MONTH = 30 * 86_400;
/** Fills that are simulated of one feed; a busier feed is simulated for a part of the month. */
const FILLS = 2000;

/** Seconds until the next of polls that come at random. */
const wait = (rate: number, random: () => number): number => -Math.log(1 - random()) / rate;

/** How often something that is kept is fetched in a month, by polls at a rate. */
const fillsOf = (rate: number, freshUntil: (filled: number) => number, random: () => number): number => {
  let [now, fills] = [wait(rate, random), 0];
  while (now < MONTH && fills < FILLS) {
    fills += 1;
    now = freshUntil(now) + wait(rate, random);
  }
  return now < MONTH ? fills * (MONTH / now) : fills;
};

export interface Month {
  readonly polls: number;
  readonly invocations: number;
  readonly objectRequests: number;
  /** Polls a second, on average. */
  readonly rate: number;
}

/** Polls a second of one feed's subscribers. */
const feedRate = (audience: number, clients: readonly Client[]): number =>
  clients.reduce((sum, { share, intervals, isShared }) => {
    const pollers = isShared ? Math.min(1, audience * share) : audience * share;
    return sum + pollers * rateOf(intervals);
  }, 0);

/** A month of a deployment that serves feeds with so many subscribers each. */
export const serveCrowd = (
  audience: readonly number[],
  clients: readonly Client[],
  { freshUntil, isolates }: Deployment,
  random: () => number,
): Month => {
  const sum = { polls: 0, invocations: 0, objectRequests: 0 };
  for (const subscribers of audience) {
    const rate = feedRate(subscribers, clients);
    const polls = rate * MONTH;
    const invocations = freshUntil ? fillsOf(rate, freshUntil, random) : polls;
    // Copies are kept longer than lookups, so what gets through a cache asks; without one, each isolate sees its part of the polls.
    const asked = freshUntil ? invocations : isolates * fillsOf(rate / isolates, (filled) => filled + LOOKUP, random);
    sum.polls += polls;
    sum.invocations += invocations;
    sum.objectRequests += Math.min(asked, polls);
  }
  return { ...sum, rate: sum.polls / MONTH };
};

/** Seconds from a change until subscribers of one client have it, for one feed: a sample. */
export const delaysOf = (
  client: Client,
  audience: number,
  clients: readonly Client[],
  { lifetime, isOneProcess }: Deployment,
  size: number,
  random: () => number,
): readonly number[] => {
  const kept = lifetime > 0 ? lifetime : isOneProcess ? 0 : LOOKUP;
  const gap = 1 / feedRate(audience, clients);
  return Array.from({ length: size }, () => {
    const isKept = random() < kept / (kept + gap);
    const staleUntil = isKept ? random() * kept : 0;
    const interval = drawInterval(client.intervals, random);
    let delay = random() * interval;
    while (delay < staleUntil) delay += interval;
    return delay;
  });
};
