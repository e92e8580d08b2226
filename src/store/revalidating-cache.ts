import { createLruCache } from "../cache/lru-cache.ts";
import { shareTask, type SharedTask } from "../cache/shared-task.ts";

/** A value, and the revision that changes whenever the value may. */
export interface VersionedValue<Value> {
  readonly revision: string;
  readonly value: Value;
  /** Whether it may be served still, without asking again. */
  readonly isCurrent: () => boolean;
}

/** Whether all may be served still. Holds no more than that: who keeps an answer, and asks whether it is current, would keep all that it was made of. */
export const joinCurrent =
  (...all: readonly (() => boolean)[]): (() => boolean) =>
  () =>
    all.every((isCurrent) => isCurrent());

/** What an object answers to a reader who names the revision that it has. */
export interface Fetched<Value> {
  readonly revision: string;
  /** Absent where the reader has it. */
  readonly value?: Value;
}

type Fetcher<Value> = (last: VersionedValue<Value> | undefined) => Promise<Fetched<Value> | undefined>;

/** When something was asked for, and in which epoch: each ends when all that was read expires. */
interface Asked {
  readonly at: number;
  readonly epoch: number;
}

interface Lookup<Value> extends Asked, SharedTask<VersionedValue<Value> | undefined> {}

/** What was read last, as long as anyone holds it. */
interface Held<Value extends object> {
  readonly revision: string;
  readonly value: WeakRef<Value>;
  readonly size: number;
}

interface Entry<Value> {
  last?: VersionedValue<Value> | undefined;
  /** When it was asked for what `last` is; undefined once that has expired. */
  asked?: Asked | undefined;
  /** Of `last` in memory. */
  size: number;
  lookup?: Lookup<Value> | undefined;
}

export interface RevalidatingCache<Value> {
  /** Asks, unless that was done within the last second: whoever reads meanwhile shares the result. */
  readonly read: (key: string, fetcher: Fetcher<Value>) => Promise<VersionedValue<Value> | undefined>;
  /** What was read last, current or not. */
  readonly peek: (key: string) => VersionedValue<Value> | undefined;
  /** After an accepted event: nothing that was asked for earlier is served any more. */
  readonly expire: (key: string) => void;
  /** The same of all. */
  readonly expireAll: () => void;
  /** The same, where a revision may not tell what is new. */
  readonly clear: () => void;
}

/** Milliseconds: for so long, what another process changed may go unseen. */
const MAX_AGE = 1000;

/** Values, by their keys. */
const MOST_HELD = 256;

const isWithin = (at: number, now: number): boolean => now >= at && now - at < MAX_AGE;

/**
 * What this process has read of objects.
 * @param max the bound of its memory, in the unit of `sizeOf`
 */
export const createRevalidatingCache = <Value extends object>(max: number, sizeOf: (value: Value) => number): RevalidatingCache<Value> => {
  const entries = createLruCache<Entry<Value>>(max);
  const held = createLruCache<Held<Value>>(MOST_HELD);
  let epoch = 0;
  const isFresh = (asked: Asked | undefined, now: number): boolean => asked?.epoch === epoch && isWithin(asked.at, now);

  /** Holds no value: who asks it may live longer than the value is kept. */
  const createIsCurrent = (key: string): (() => boolean) => {
    const isCurrent = (): boolean => {
      const entry = entries.get(key);
      return entry?.last?.isCurrent === isCurrent && isFresh(entry.asked, Date.now());
    };
    return isCurrent;
  };

  /** What was pushed out while a request still works with it is taken up again: read anew, it would be there twice. */
  const createEntry = (key: string): Entry<Value> => {
    const { revision = "", value, size = 0 } = held.get(key) ?? {};
    const last = value?.deref();
    return last ? { last: { revision, value: last, isCurrent: createIsCurrent(key) }, size } : { size: 0 };
  };

  const revalidate = (
    key: string,
    entry: Entry<Value>,
    fetcher: Fetcher<Value>,
    at: number,
  ): Promise<VersionedValue<Value> | undefined> => {
    const { last } = entry;
    const run = async (): Promise<VersionedValue<Value> | undefined> => {
      try {
        const fetched = await fetcher(last);
        const next =
          fetched &&
          (fetched.value === undefined ? last : { revision: fetched.revision, value: fetched.value, isCurrent: createIsCurrent(key) });
        // Overtaken by an accepted event, or out of memory and so out of its reach, it answers those who asked before, and fills nothing.
        if (entry.lookup === lookup && lookup.epoch === epoch && entries.get(key) === entry) {
          const size = next && next !== last ? sizeOf(next.value) : entry.size;
          Object.assign(entry, { last: next, asked: { at, epoch }, size });
          // What is not there may come at any time, and takes no room: anyone may ask for anything.
          if (!next) entries.delete(key);
          else {
            entries.set(key, entry, 1 + size);
            held.set(key, { revision: next.revision, value: new WeakRef(next.value), size }, 1);
          }
        }
        return next;
      } finally {
        if (entry.lookup === lookup) entry.lookup = undefined;
      }
    };
    const lookup: Lookup<Value> = { at, epoch, ...shareTask(run) };
    entry.lookup = lookup;
    entries.set(key, entry, 1 + entry.size);
    return lookup.result;
  };

  return {
    read: async (key, fetcher) => {
      const now = Date.now();
      const entry = entries.get(key) ?? createEntry(key);
      if (isFresh(entry.asked, now)) return entry.last;
      return entry.lookup && isFresh(entry.lookup, now) ? entry.lookup.wait() : revalidate(key, entry, fetcher, now);
    },
    peek: (key) => entries.get(key)?.last,
    clear: () => {
      entries.clear();
      held.clear();
    },
    expireAll: () => {
      epoch += 1;
    },
    expire: (key) => {
      const entry = entries.get(key);
      if (entry) Object.assign(entry, { asked: undefined, lookup: undefined });
    },
  };
};
