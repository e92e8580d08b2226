import { reset, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fail, succeed } from "../src/meeting/result.ts";
import { addEndpoint } from "../src/store/body/endpoints-table.ts";
import { readEntries } from "../src/store/body/log-reads.ts";
import { createNewsDrains, type NewsJob, type NewsOutcome } from "../src/store/body/news-drain.ts";
import { createObjectCache } from "../src/store/body/object-cache.ts";
import { enqueueNews } from "../src/store/body/outbox-table.ts";
import { releaseLeases } from "../src/store/body/outbox-tries.ts";
import { announce, BODY, send } from "./support/secretariat.ts";

/** Drains on a body's own tables. What they wait for, the network and the alarm, is given, so that each moment can be chosen. */
const runDrains = (
  story: (tools: {
    readonly sql: SqlStorage;
    readonly enqueue: (position: number) => void;
    /** Under the same name, at another address. */
    readonly rename: (url?: string) => void;
    readonly start: () => void;
    /** As after a kill: the object begins anew, and none of its drains runs any more. */
    readonly beginAnew: () => void;
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
    const rename = (url = "https://hooks.example.org/"): void => addEndpoint(sql, { name: "mirror", url });
    rename();
    const context = {
      sql,
      cache: createObjectCache(sql),
      change: <Value>(write: () => Value) => storage.transactionSync(write),
      setAlarm: () => Promise.resolve(onAlarm.shift()?.()),
      waitUntil: (work: Promise<void>) => works.push(work),
      send: async ({ told }: NewsJob) => {
        sent.push(told.position);
        return outcomes.shift() ?? succeed(undefined);
      },
    };
    let startDrains = createNewsDrains(context);
    await story({
      sql,
      enqueue: (position) => {
        const [entry] = readEntries(sql, [position]);
        if (entry) enqueueNews(sql, { position, arrival: entry.arrival }, entry.event, () => []);
      },
      rename,
      // Late enough that whatever was written down is due.
      start: () => startDrains(Date.now() + 1000),
      beginAnew: () => {
        startDrains = createNewsDrains(context);
        releaseLeases(sql, Date.now());
      },
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

  it("that was cut off by a kill is taken up at once by the next, and one that waits after a failure when it is due", () =>
    runDrains(async ({ enqueue, start, beginAnew, sent, onAlarm, outcomes, waitForAll }) => {
      const kill = (): void => {
        beginAnew();
        start();
      };
      onAlarm.push(kill);
      enqueue(2);
      start();
      await waitForAll();
      expect(sent).toEqual([2, 2]);
      outcomes.push(fail({ why: "503" }));
      enqueue(3);
      start();
      await waitForAll();
      beginAnew();
      start();
      await waitForAll();
      expect(sent).toEqual([2, 2, 3]);
    }));
});

describe("a list", () => {
  const pass = (seconds: number): void => void vi.setSystemTime(Date.now() + seconds * 1000);

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is mailed once of what belongs together, when nothing has happened for thirty seconds", () =>
    runDrains(async ({ enqueue, rename, start, sent, waitForAll }) => {
      rename("mailto:list@example.org");
      enqueue(2);
      enqueue(3);
      pass(20);
      start();
      await waitForAll();
      expect(sent).toEqual([]);
      pass(11);
      start();
      await waitForAll();
      expect(sent).toEqual([3]);
      pass(60);
      start();
      await waitForAll();
      expect(sent).toEqual([3]);
    }));

  it("is mailed after sixty seconds, though something happens all the while", () =>
    runDrains(async ({ sql, enqueue, rename, start, sent, waitForAll }) => {
      rename("mailto:list@example.org");
      enqueue(2);
      pass(59);
      sql.exec("UPDATE log SET arrival = ? WHERE position = 3", Date.now());
      enqueue(3);
      pass(2);
      start();
      await waitForAll();
      expect(sent).toEqual([3]);
    }));
});
