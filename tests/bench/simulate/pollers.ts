import { LOOKUP, type Deployment } from "./caches.ts";

/** One poll: when, in seconds, who and of which feed. */
export interface Poll {
  readonly at: number;
  readonly subscriber: number;
  readonly feed: number;
}

/** What a deployment did for polls. */
export interface Served {
  readonly polls: number;
  /** Of the Worker. */
  readonly invocations: number;
  readonly objectRequests: number;
  /** Seconds from each change until a subscriber had it, by subscriber. */
  readonly delays: ReadonlyMap<number, readonly number[]>;
}

interface Copy {
  readonly until: number;
  /** What it says was true then. */
  readonly asOf: number;
}

/**
 * Serves each poll, one after the other, by the rules of a deployment.
 * @param polls in the order of time
 * @param changes of each feed, in the order of time
 */
export const serve = (
  polls: readonly Poll[],
  { freshUntil, isolates, isOneProcess }: Deployment,
  changes: ReadonlyMap<number, readonly number[]>,
  random: () => number,
): Served => {
  const copies = new Map<number, Copy>();
  const lookups = new Map<string, number>();
  const seen = new Map<number, number>();
  const delays = new Map<number, number[]>();
  let [invocations, objectRequests] = [0, 0];

  const invoke = (feed: number, at: number): number => {
    invocations += 1;
    const place = `${feed} ${Math.floor(random() * isolates)}`;
    const lookedUp = lookups.get(place) ?? Number.NEGATIVE_INFINITY;
    if (at < lookedUp + LOOKUP) return isOneProcess ? at : lookedUp;
    objectRequests += 1;
    lookups.set(place, at);
    return at;
  };

  const read = (feed: number, at: number): number => {
    const copy = copies.get(feed);
    if (copy && at < copy.until) return copy.asOf;
    const asOf = invoke(feed, at);
    if (freshUntil) copies.set(feed, { until: freshUntil(at), asOf });
    return asOf;
  };

  for (const { at, subscriber, feed } of polls) {
    const asOf = read(feed, at);
    const all = changes.get(feed) ?? [];
    let next = seen.get(subscriber) ?? 0;
    for (; next < all.length && (all[next] ?? 0) <= asOf; next += 1) {
      const told = delays.get(subscriber) ?? [];
      told.push(at - (all[next] ?? 0));
      delays.set(subscriber, told);
    }
    seen.set(subscriber, next);
  }
  return { polls: polls.length, invocations, objectRequests, delays };
};

export interface Subscriber {
  readonly feed: number;
  readonly interval: number;
}

/** Clocks drift and networks wait: each poll is up to this share of its interval late. */
const LATE = 0.02;

/** The polls of subscribers from a random moment of each one's interval, in the order of time, over so many seconds. */
export const pollsOf = (subscribers: readonly Subscriber[], seconds: number, random: () => number): readonly Poll[] =>
  subscribers
    .flatMap(({ feed, interval }, subscriber) => {
      const polls: Poll[] = [];
      for (let at = random() * interval; at < seconds; at += interval * (1 + LATE * random())) polls.push({ at, subscriber, feed });
      return polls;
    })
    .toSorted((a, b) => a.at - b.at);
