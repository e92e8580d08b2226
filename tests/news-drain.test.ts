import { reset, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Endpoint } from "../src/meeting/endpoint.ts";
import { fail, succeed } from "../src/meeting/result.ts";
import { addEndpoint } from "../src/store/body/endpoints-table.ts";
import { readEntries } from "../src/store/body/log-reads.ts";
import { createNewsDrains, type NewsOutcome, type NewsPost } from "../src/store/body/news-drain.ts";
import type { Language } from "../src/meeting/text.ts";
import type { UntoldNews } from "../src/store/body/news-messages.ts";
import { createObjectCache } from "../src/store/body/object-cache.ts";
import { enqueueNews } from "../src/store/body/outbox-table.ts";
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
    /** What was put into words, and in which languages. */
    readonly written: readonly string[];
    /** What is done while the next messages go out. */
    readonly onPost: (() => void)[];
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
    const written: string[] = [];
    const onPost: (() => void)[] = [];
    const [onAlarm, outcomes] = [new Array<() => void>(), new Array<NewsOutcome>()];
    const rename = (url = "https://hooks.example.org/"): void =>
      addEndpoint(sql, { name: "mirror", url, ...(url.startsWith("mailto:") && { byItself: true }) });
    rename();
    const context = {
      sql,
      cache: createObjectCache(sql),
      change: <Value>(write: () => Value) => storage.transactionSync(write),
      setAlarm: () => Promise.resolve(onAlarm.shift()?.()),
      waitUntil: (work: Promise<void>) => works.push(work),
      carrier: {
        writeMessage: async ({ told }: UntoldNews, languages: readonly Language[]) => {
          written.push(`${told.position} ${languages.join()}`);
          return { id: String(told.position), text: "" };
        },
        post: async ({ messages }: NewsPost) => {
          let taken = 0;
          for (const { id } of messages) {
            sent.push(Number(id));
            onPost.shift()?.();
            const outcome = outcomes.shift() ?? succeed(undefined);
            if (!outcome.ok) return { taken, failure: outcome.error };
            taken += 1;
          }
          return { taken };
        },
        mail: async (_endpoint: Endpoint, { told }: UntoldNews) => {
          sent.push(told.position);
          return outcomes.shift() ?? succeed(undefined);
        },
      },
    };
    let drains = createNewsDrains(context);
    await story({
      sql,
      enqueue: (position) => {
        const [entry] = readEntries(sql, [position]);
        if (entry) enqueueNews(sql, { position, arrival: entry.arrival }, entry.event, () => []);
      },
      rename,
      // Late enough that whatever was written down is due.
      start: () => drains.start(Date.now() + 1000),
      beginAnew: () => {
        drains = createNewsDrains(context);
      },
      sent,
      written,
      onPost,
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

  it("hands on what was put into words once, to all who read the same languages", () =>
    runDrains(async ({ sql, enqueue, start, sent, written, waitForAll }) => {
      for (const name of ["second", "third"]) addEndpoint(sql, { name, url: "https://hooks.example.org/" });
      addEndpoint(sql, { name: "fourth", url: "https://hooks.example.org/", languages: ["fr"] });
      enqueue(2);
      start();
      await waitForAll();
      expect(sent).toEqual([2, 2, 2, 2]);
      expect(written.toSorted()).toEqual(["2 en", "2 fr"]);
    }));

  it("goes on after what was taken, where the next of what went out together was not", () =>
    runDrains(async ({ sql, enqueue, start, beginAnew, sent, outcomes, waitForAll }) => {
      outcomes.push(succeed(undefined), fail({ why: "503" }));
      enqueue(2);
      enqueue(3);
      start();
      await waitForAll();
      expect(sent).toEqual([2, 3]);
      sql.exec("UPDATE endpoints SET due = 0");
      beginAnew();
      start();
      await waitForAll();
      expect(sent).toEqual([2, 3, 3]);
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
      onAlarm.push(replace);
      enqueue(2);
      start();
      await waitForAll();
      expect(sent).toEqual([2, 2]);
    }));

  it("is not joined by another, whatever comes while it sends", () =>
    runDrains(async ({ enqueue, rename, start, sent, onPost, waitForAll }) => {
      const come = (): void => {
        enqueue(3);
        rename();
        start();
      };
      onPost.push(come);
      enqueue(2);
      start();
      await waitForAll();
      expect(sent).toEqual([2, 3]);
    }));

  it("that was cut off by a kill is taken up at once by the next, and one that waits after a failure when it is due", () =>
    runDrains(async ({ enqueue, start, beginAnew, sent, onPost, outcomes, waitForAll }) => {
      const kill = (): void => {
        beginAnew();
        start();
      };
      onPost.push(kill);
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
