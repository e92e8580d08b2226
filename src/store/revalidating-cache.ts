import { waitUntil } from "cloudflare:workers";
import { createLruCache } from "../cache/lru-cache.ts";

/** What an object answered: a value, and the revision that changes whenever the value may. */
export interface Reading<Value> {
  readonly revision: string;
  readonly value: Value;
  /** Whether it may be served still, without asking again. */
  readonly isCurrent: () => boolean;
}

/** What an object answers to a reader who names the revision that it has. */
export interface Found<Value> {
  readonly revision: string;
  /** Absent where the reader has it. */
  readonly value?: Value;
}

type Question<Value> = (last: Reading<Value> | undefined) => Promise<Found<Value> | undefined>;

interface Lookup<Value> {
  readonly at: number;
  readonly answer: Promise<Reading<Value> | undefined>;
}

/** Something that is read over and over. */
interface Subject<Value> {
  last?: Reading<Value> | undefined;
  /** When the question was put that `last` answers. */
  askedAt: number;
  /** Of `last` in memory. */
  weight: number;
  lookup?: Lookup<Value> | undefined;
}

export interface Readings<Value> {
  /** Asks, unless that was done within the last second: whoever reads meanwhile shares the answer. */
  readonly read: (key: string, question: Question<Value>) => Promise<Reading<Value> | undefined>;
  /** After an accepted event: no answer to an earlier question is served any more. */
  readonly expire: (key: string) => void;
}

/** Milliseconds: for so long, what another process changed may go unseen. */
const SHARED = 1000;

const isWithin = (at: number, now: number): boolean => now >= at && now - at < SHARED;

/**
 * What this process has read of objects.
 * @param most the bound of its memory, in the unit of `weigh`
 */
export const readings = <Value>(most: number, weigh: (value: Value) => number): Readings<Value> => {
  const subjects = createLruCache<Subject<Value>>(most);

  /** Holds no value: who asks it may live longer than the value is kept. */
  const currency = (key: string): (() => boolean) => {
    const isCurrent = (): boolean => {
      const subject = subjects.get(key);
      return subject?.last?.isCurrent === isCurrent && isWithin(subject.askedAt, Date.now());
    };
    return isCurrent;
  };

  const ask = (key: string, subject: Subject<Value>, question: Question<Value>, at: number): Promise<Reading<Value> | undefined> => {
    const { last } = subject;
    const put = async (): Promise<Reading<Value> | undefined> => {
      try {
        const found = await question(last);
        const reading =
          found && (found.value === undefined ? last : { revision: found.revision, value: found.value, isCurrent: currency(key) });
        // Overtaken by an accepted event, or out of memory and so out of its reach, it answers those who asked before, and fills nothing.
        if (subject.lookup === lookup && subjects.get(key) === subject) {
          const weight = reading && reading !== last ? weigh(reading.value) : subject.weight;
          Object.assign(subject, { last: reading, askedAt: at, weight });
          // What is not there may come at any time, and takes no room: anyone may ask for anything.
          if (reading) subjects.set(key, subject, 1 + weight);
          else subjects.delete(key);
        }
        return reading;
      } finally {
        if (subject.lookup === lookup) subject.lookup = undefined;
      }
    };
    const lookup: Lookup<Value> = { at, answer: put() };
    subject.lookup = lookup;
    subjects.set(key, subject, 1 + subject.weight);
    // Others may wait for it still when the client is gone that asked first.
    waitUntil(lookup.answer.catch(() => undefined));
    return lookup.answer;
  };

  return {
    read: async (key, question) => {
      const now = Date.now();
      const subject = subjects.get(key) ?? { askedAt: Number.NEGATIVE_INFINITY, weight: 0 };
      if (isWithin(subject.askedAt, now)) return subject.last;
      return subject.lookup && isWithin(subject.lookup.at, now) ? subject.lookup.answer : ask(key, subject, question, now);
    },
    expire: (key) => {
      const subject = subjects.get(key);
      if (subject) Object.assign(subject, { askedAt: Number.NEGATIVE_INFINITY, lookup: undefined });
    },
  };
};
