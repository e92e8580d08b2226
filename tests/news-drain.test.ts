import { reset, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { fail, succeed } from "../src/meeting/result.ts";
import { addEndpoint } from "../src/store/body/endpoints-table.ts";
import { readEntries } from "../src/store/body/log-reads.ts";
import { createNewsDrains, type NewsJob, type NewsOutcome } from "../src/store/body/news-drain.ts";
import { createObjectCache } from "../src/store/body/object-cache.ts";
import { enqueueNews } from "../src/store/body/outbox-table.ts";
import { announce, BODY, send } from "./support/secretariat.ts";

/** Drains on a body's own tables. What they wait for, the network and the alarm, is given, so that each moment can be chosen. */
const runDrains = (
  story: (tools: {
    readonly enqueue: (position: number) => void;
    readonly rename: () => void;
    readonly start: () => void;
    readonly sent: readonly number[];
    /** What is done the next times that the alarm is set. */
    readonly onAlarm: (() => void)[];
    /** What comes of the next tries; those that follow succeed. */
    readonly outcomes: NewsOutcome[];
    readonly waitForAll: () => Promise<void>;
  }) => Promise<void>,
): Promise<void> =>
  runInDurableObject(env.BODIES.getByName(BODY), async (_, { storage }) => {
    const { sql } = storage;
    const [sent, works] = [new Array<number>(), new Array<Promise<void>>()];
    const [onAlarm, outcomes] = [new Array<() => void>(), new Array<NewsOutcome>()];
    const rename = (): void => addEndpoint(sql, { name: "mirror", url: "https://hooks.example.org/" });
    rename();
    const startDrains = createNewsDrains({
      sql,
      cache: createObjectCache(sql),
      change: (write) => storage.transactionSync(write),
      setAlarm: () => Promise.resolve(onAlarm.shift()?.()),
      waitUntil: (work) => works.push(work),
      send: async ({ told }: NewsJob) => {
        sent.push(told.position);
        return outcomes.shift() ?? succeed(undefined);
      },
    });
    await story({
      enqueue: (position) => {
        const [entry] = readEntries(sql, [position]);
        if (entry) enqueueNews(sql, { position, arrival: entry.arrival }, entry.event, () => []);
      },
      rename,
      // Late enough that whatever was written down is due.
      start: () => startDrains(Date.now() + 1000),
      sent,
      onAlarm,
      outcomes,
      waitForAll: async () => {
        for (let work = works.shift(); work; work = works.shift()) await work;
      },
    });
  });

const wait = (): void => {};

beforeEach(async () => {
  await reset();
  await announce();
  await send("meeting.opened");
});

describe("a drain", () => {
  it("sends all that waits, in order", () =>
    runDrains(async ({ enqueue, start, sent, waitForAll }) => {
      enqueue(2);
      enqueue(3);
      start();
      await waitForAll();
      expect(sent).toEqual([2, 3]);
    }));

  it("that found nothing more has ended, so that what comes a moment later is sent at once", () =>
    runDrains(async ({ enqueue, start, sent, onAlarm, waitForAll }) => {
      const come = (): void => {
        enqueue(3);
        start();
      };
      onAlarm.push(wait, come);
      enqueue(2);
      start();
      await waitForAll();
      expect(sent).toEqual([2, 3]);
    }));

  it("that failed has ended, so that another address under its name is tried at once", () =>
    runDrains(async ({ enqueue, rename, start, sent, onAlarm, outcomes, waitForAll }) => {
      const replace = (): void => {
        rename();
        start();
      };
      outcomes.push(fail({ why: "503" }));
      onAlarm.push(wait, replace);
      enqueue(2);
      start();
      await waitForAll();
      expect(sent).toEqual([2, 2]);
    }));

  it("is not joined by another, whatever comes while it sends", () =>
    runDrains(async ({ enqueue, rename, start, sent, onAlarm, waitForAll }) => {
      const come = (): void => {
        enqueue(3);
        rename();
        start();
      };
      onAlarm.push(come);
      enqueue(2);
      start();
      await waitForAll();
      expect(sent).toEqual([2, 3]);
    }));
});
