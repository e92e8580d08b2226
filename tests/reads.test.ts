import { env } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, inject, it, vi } from "vitest";
import { createLruCache } from "../src/cache/lru-cache.ts";
import { selectMeetingFeed } from "../src/feeds/feed.ts";
import { lookupResponse } from "../src/http/response-cache.ts";
import { renderFeed } from "../src/feeds/ics.ts";
import { parseFeedOptions } from "../src/feeds/options.ts";
import type { BodyObject } from "../src/store/body/body.ts";
import { expireBody } from "../src/store/cached-reads.ts";
import { createRevalidatingCache, type Fetched } from "../src/store/revalidating-cache.ts";
import { ENGLISH } from "../src/i18n/en.ts";
import { unwrap } from "../src/store/stored.ts";
import { entryBytes } from "./support/reread.ts";
import { announce, BODY, feedText, get, MEETING, send } from "./support/secretariat.ts";

const FEED = `/${BODY}/${MEETING}.ics`;
const slotFeed = (slot: number): string => `/${BODY}/${MEETING}/slots/${slot}.ics`;

const KINDS: Record<string, (etag: string) => Record<string, string>> = {
  whole: () => ({}),
  "whole, compressed": () => ({ "accept-encoding": "gzip, deflate, br" }),
  unchanged: (etag) => ({ "if-none-match": etag }),
  "unchanged, compressed": (etag) => ({ "if-none-match": etag, "accept-encoding": "gzip" }),
};

/** A client's fetch decodes what came compressed; an answer that is taken on its way out does not. */
const decoded = (response: Response): Promise<string> => new Response(response.body?.pipeThrough(new DecompressionStream("gzip"))).text();

const described = async (response: Response, text: Promise<string>) => ({
  status: response.status,
  headers: [...response.headers],
  text: await text,
});

describe("what is polled", () => {
  beforeEach(async () => {
    await reset();
    await announce();
  });

  const ASKED = [FEED, `/${BODY}/${MEETING}`, `/fr/${BODY}/${MEETING}/screen`, `/${BODY}/${MEETING}.json`].flatMap((path) =>
    Object.keys(KINDS).map((kind) => [path, kind] as const),
  );

  it.for(ASKED)("%s is answered %s within a second as it was the whole way, byte for byte", async ([path, kind]) => {
    await get(path);
    await send("item.taken_up", { data: { item: "2" } });
    expect(lookupResponse(new Request(`https://plenary.example${path}`)), "nothing is ready after an event").toBeUndefined();
    const etag = (await get(path)).headers.get("etag") ?? "";
    expireBody(BODY, MEETING);
    const headers = KINDS[kind]?.(etag) ?? {};
    const request = new Request(`https://plenary.example${path}`, { headers });
    const slow = await get(path, headers);
    const fast = lookupResponse(request) ?? new Response("nothing is ready after a request");
    const isCoded = fast.headers.has("content-encoding");
    expect(await described(fast, isCoded ? decoded(fast) : fast.text())).toEqual(await described(slow, slow.text()));
    expect(isCoded).toBe(kind === "whole, compressed");
    expect(fast.status).toBe(kind.startsWith("whole") ? 200 : 304);
  });

  it("is asked for anew after a second", async () => {
    const request = new Request(`https://plenary.example${FEED}`);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 10_000 });
    try {
      await get(FEED);
      vi.setSystemTime(Date.now() + 999);
      expect(lookupResponse(request)?.status).toBe(200);
      vi.setSystemTime(Date.now() + 1);
      expect(lookupResponse(request)).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });

  it("keeps its ETag when another slot's entry changes, and has another when its own does", async () => {
    const tag = async (slot: number): Promise<string> => (await get(slotFeed(slot))).headers.get("etag") ?? "";
    const [second, third] = [await tag(2), await tag(3)];
    await send("slot.relocated", { data: { slot: "3", venue: "Board Room A" } });
    expect((await get(slotFeed(2), { "if-none-match": second })).status).toBe(304);
    expect((await get(slotFeed(3), { "if-none-match": third })).status).toBe(200);
  });

  it("is one in the cache, whatever nonsense stands in its query", async () => {
    await get(`${FEED}?utm_source=mail&cancelled=text&lang=en`);
    expect(lookupResponse(new Request(`https://plenary.example${FEED}?cancelled=text`))?.status).toBe(200);
    expect(lookupResponse(new Request(`https://plenary.example${FEED}?utm_source=mail&cancelled=text&lang=en`))).toBeUndefined();
  });
});

describe("a feed after an event", () => {
  it("is the same bytes, whether what did not change was kept in memory or not", async () => {
    await reset();
    await announce();
    await feedText(FEED);
    await send("slot.relocated", { data: { slot: "3", venue: "Board Room A" } });
    const [meeting, body] = [await feedText(FEED), await feedText(`/${BODY}.ics`)];
    const fetched = await runInDurableObject(env.BODIES.getByName(BODY), (object: BodyObject) => unwrap(object.loadMeeting(MEETING)));
    const anew = fetched?.value && renderFeed(selectMeetingFeed(fetched.value, ENGLISH), "https://plenary.example", parseFeedOptions({}));
    expect(meeting).toBe(anew);
    expect([...entryBytes(body)]).toEqual([...entryBytes(meeting)]);
  });
});

const RUNS = inject("runs");

it(`a sender reads its own write, ${RUNS} times, among others who read meanwhile`, { timeout: 1_200_000 }, async () => {
  await reset();
  await announce();
  for (let run = 1; run <= RUNS; run += 1) {
    const title = `Edition ${run}`;
    const meanwhile = Array.from({ length: 4 }, (_, at) => get(at % 2 ? FEED : `/${BODY}.ics`));
    const { status } = await send("documents.issued", { data: { documents: [{ symbol: "A/1", title, items: ["4"] }] } });
    expect(status).toBe(200);
    for (const path of [FEED, slotFeed(3), `/${BODY}.ics`]) expect(await feedText(path), path).toContain(`A/1: ${title}`);
    await Promise.all(meanwhile.map(async (reading) => (await reading).arrayBuffer()));
  }
});

interface Said {
  readonly said: string;
}

/** An object whose answers are given by hand. */
const slowObject = () => {
  const waiting: ((fetched: Fetched<Said>) => void)[] = [];
  return {
    questions: () => waiting.length,
    ask: () => new Promise<Fetched<Said>>((resolve) => waiting.push(resolve)),
    answer: (at: number, revision: string) => waiting[at]?.({ revision, value: { said: `value of ${revision}` } }),
  };
};

describe("a revalidating cache", () => {
  it("share one lookup, under way or within a second", async () => {
    const { read } = createRevalidatingCache<Said>(100, () => 1);
    const { ask, answer, questions } = slowObject();
    const both = [read("key", ask), read("key", ask)];
    answer(0, "1");
    expect((await Promise.all(both)).map((reading) => reading?.value.said)).toEqual(["value of 1", "value of 1"]);
    expect((await read("key", ask))?.isCurrent()).toBe(true);
    expect(questions()).toBe(1);
  });

  it("are never those of a lookup that began before an accepted event", async () => {
    const { read, expire } = createRevalidatingCache<Said>(100, () => 1);
    const { ask, answer } = slowObject();
    const before = read("key", ask);
    expire("key");
    const after = read("key", ask);
    answer(1, "2");
    expect((await after)?.value.said).toBe("value of 2");
    answer(0, "1");
    expect((await before)?.isCurrent()).toBe(false);
    expect((await read("key", ask))?.value.said).toBe("value of 2");
  });

  it("keep the value where the object names the same revision", async () => {
    const { read, expire } = createRevalidatingCache<Said>(100, () => 1);
    const first = await read("key", () => Promise.resolve({ revision: "1", value: { said: "one" } }));
    expire("key");
    expect(first?.isCurrent()).toBe(false);
    expect(await read("key", (last) => Promise.resolve({ revision: last?.revision ?? "" }))).toBe(first);
    expect(first?.isCurrent()).toBe(true);
  });

  it("are never those of a lookup that began before an accepted event, even if memory was short meanwhile", async () => {
    const { read, expire } = createRevalidatingCache<Said>(2, () => 1);
    const { ask, answer } = slowObject();
    const before = read("key", ask);
    for (const other of ["a", "b"]) void read(other, ask);
    expire("key");
    answer(0, "1");
    await before;
    const after = read("key", ask);
    answer(3, "2");
    expect((await after)?.value.said).toBe("value of 2");
  });

  it("is not read anew where a request still works with what was pushed out", async () => {
    const { read, expire } = createRevalidatingCache<Said>(2, () => 1);
    const first = await read("key", () => Promise.resolve({ revision: "1", value: { said: "one" } }));
    for (const other of ["a", "b"]) await read(other, () => Promise.resolve({ revision: "1", value: { said: other } }));
    expire("key");
    const again = await read("key", (last) => Promise.resolve({ revision: last?.revision ?? "unknown" }));
    expect(again?.revision).toBe("1");
    expect(again?.value).toBe(first?.value);
  });

  it("of what is not there take no room", async () => {
    const { read } = createRevalidatingCache<Said>(10, () => 1);
    const there = await read("key", () => Promise.resolve({ revision: "1", value: { said: "one" } }));
    for (let other = 0; other < 20; other += 1) await read(`nothing ${other}`, () => Promise.resolve(undefined));
    expect(there?.isCurrent()).toBe(true);
  });

  it("of a lookup that failed are asked for again", async () => {
    const { read } = createRevalidatingCache<Said>(100, () => 1);
    await expect(read("key", () => Promise.reject(new Error("storage")))).rejects.toThrow("storage");
    expect((await read("key", () => Promise.resolve({ revision: "1", value: { said: "one" } })))?.value.said).toBe("one");
  });
});

describe("what is kept in memory", () => {
  it("stays within its bound: what was not asked for longest goes first", () => {
    const kept = createLruCache<string>(10);
    kept.set("a", "first", 4);
    kept.set("b", "second", 4);
    kept.get("a");
    kept.set("c", "third", 4);
    expect(["a", "b", "c"].map(kept.get)).toEqual(["first", undefined, "third"]);
    kept.set("a", "first, grown", 7);
    expect(["a", "c"].map(kept.get)).toEqual(["first, grown", undefined]);
  });

  it("is at least what was kept last, however large: else it would be made for each who asks", () => {
    const kept = createLruCache<string>(10);
    kept.set("a", "first", 4);
    kept.set("b", "too large for it", 11);
    expect(["a", "b"].map(kept.get)).toEqual([undefined, "too large for it"]);
    kept.set("c", "third", 4);
    expect(["b", "c"].map(kept.get)).toEqual([undefined, "third"]);
  });
});
