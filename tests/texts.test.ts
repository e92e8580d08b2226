import { env } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPageContext } from "../src/pages/page-context.ts";
import { buildHistory } from "../src/reports/history.ts";
import { BodyObject } from "../src/store/body/body.ts";
import { ENGLISH_PAGES } from "../src/i18n/pages/en.ts";
import { unwrap } from "../src/store/stored.ts";
import { handOut } from "./support/told.ts";
import { announce, BODY, feedText, get, MEETING, register, SEED, send } from "./support/secretariat.ts";

const PAGE = `/${BODY}/${MEETING}`;

/** Every text that comes of what is stored. */
const TEXTS = [
  "/",
  "/fr",
  "/problems",
  `/${BODY}`,
  `/ar/${BODY}`,
  PAGE,
  `/ru${PAGE}`,
  `${PAGE}/screen`,
  `${PAGE}/console.webmanifest`,
  `${PAGE}.json`,
  `${PAGE}.json?version=1`,
  `${PAGE}/log`,
  `/zh${PAGE}/log?version=2`,
  `${PAGE}/log.json`,
  `${PAGE}/report.txt`,
  `${PAGE}.svg`,
];

/** Those that the last event of a meeting changes. */
const CHANGED = [`/${BODY}`, PAGE, `/ru${PAGE}`, `${PAGE}/screen`, `${PAGE}.json`, `${PAGE}/log`, `${PAGE}/log.json`, `${PAGE}/report.txt`];

const hashRendered = async (path: string): Promise<string> => (await get(path)).headers.get("etag") ?? "";

const sql = (query: string) => runInDurableObject(env.BODIES.getByName(BODY), (_, { storage }) => storage.sql.exec(query).toArray());

/** What is answered once nothing that was read is taken to be current. */
const later = async (path: string): Promise<string> => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5000 });
  try {
    return await feedText(path);
  } finally {
    vi.useRealTimers();
  }
};

beforeEach(async () => {
  await reset();
  await announce();
  await send("agenda.adopted");
});

describe("a text over HTTP", () => {
  it.for(TEXTS)("has a tag, and is not sent again to who has it: %s", async (path) => {
    const { status, headers } = await get(path);
    const etag = headers.get("etag") ?? "";
    expect(status).toBe(200);
    expect(etag).toMatch(/^"[0-9a-f]{24}"$/);
    for (const tag of [`W/${etag}`, `"other", ${etag}`, etag.replace(/"$/, '-gzip"'), "*"]) {
      const again = await get(path, { "if-none-match": tag });
      expect({ tag, status: again.status, text: await again.text() }).toEqual({ tag, status: 304, text: "" });
      for (const name of ["etag", "cache-control", "vary", "access-control-allow-origin", "content-security-policy"])
        expect(again.headers.get(name), name).toBe(headers.get(name));
    }
    expect((await get(path, { "if-none-match": '"other"' })).status).toBe(200);
  });

  it.for(TEXTS)("is compressed for those who take it, under a tag of its own: %s", async (path) => {
    const [plain, coded] = [await get(path), await get(path, { "accept-encoding": "gzip" })];
    expect(coded.headers.get("content-encoding")).toBe("gzip");
    expect(coded.headers.get("etag")).toBe(plain.headers.get("etag")?.replace(/"$/, '-gzip"'));
    for (const name of ["content-type", "cache-control", "vary"]) expect(coded.headers.get(name), name).toBe(plain.headers.get(name));
    expect(await coded.text()).toBe(await plain.text());
  });

  it("has another tag once it says something else, and only then", async () => {
    const before = new Map<string, string>();
    for (const path of TEXTS) before.set(path, await hashRendered(path));
    await send("meeting.opened");
    const changed: string[] = [];
    for (const path of TEXTS) if ((await hashRendered(path)) !== before.get(path)) changed.push(path);
    // A list in Arabic shows the same change.
    expect(changed.toSorted()).toEqual([...CHANGED, `/ar/${BODY}`].toSorted());
  });

  it("of all bodies has another tag once there is another body, or another name", async () => {
    const before = await hashRendered("/");
    await register({ ...SEED.body, name: "Renamed" });
    const renamed = await hashRendered("/");
    expect(renamed).not.toBe(before);
    expect(await feedText("/")).toContain("Renamed");
    expect(await feedText(`/${BODY}`)).toContain("Renamed");
  });
});

describe("a text about what did not change", () => {
  it.for([
    { path: `/${BODY}`, query: "UPDATE meetings SET overview = replace(overview, 'Persons', 'Goods')" },
    { path: `${PAGE}/report.txt`, query: "UPDATE log SET raw = CAST('{' AS BLOB)" },
    { path: `${PAGE}/log?version=1`, query: "UPDATE log SET raw = CAST('{' AS BLOB)" },
    { path: `${PAGE}/log.json?version=1`, query: "UPDATE log SET raw = CAST('{' AS BLOB)" },
    { path: `${PAGE}.json?version=1`, query: "UPDATE log SET raw = CAST('{' AS BLOB)" },
  ])("is told once: $path", async ({ path, query }) => {
    const told = await feedText(path);
    await sql(query);
    expect(await later(path)).toBe(told);
  });
});

describe("a long history", () => {
  afterEach(() => vi.restoreAllMocks());

  it("is read once for all who ask for the same at the same time", async () => {
    const read = await runInDurableObject(env.BODIES.getByName(BODY), async (object) => {
      const events = await object.readHistory(MEETING, 2);
      // Long enough for all to have asked.
      return vi.spyOn(BodyObject.prototype, "readHistory").mockImplementation(async () => {
        await scheduler.wait(200);
        return events;
      });
    });
    const answers = await Promise.all(Array.from({ length: 6 }, () => get(`${PAGE}/log`)));
    for (const answer of answers) expect(answer.status).toBe(200);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it("is told as it was, whoever asks at the same time for how it is", async () => {
    const [now, then] = await Promise.all([get(`${PAGE}/log.json`), get(`${PAGE}/log.json?version=1`)]);
    const events = async (answer: Response) => (await answer.json<{ events: readonly unknown[] }>()).events.length;
    expect([await events(now), await events(then)]).toEqual([2, 1]);
    const [earlier, sent] = [get(`${PAGE}/log.json`), send("meeting.opened")];
    await Promise.all([earlier, sent]);
    expect(await events(await get(`${PAGE}/log.json`))).toBe(3);
    for (const version of ["0", "4", "1.5", "", "one"])
      expect((await get(`${PAGE}/log.json?version=${version}`)).status, version).toBe(404);
  });

  it("is told up to any of its events, and of a long one the end, with where the rest is", async () => {
    await send("meeting.opened");
    const read = async (query: string) =>
      (await get(`${PAGE}/log.json${query}`)).json<{ events: { version: number }[]; earlier?: number }>();
    const versions = async (query: string) => (await read(query)).events.map(({ version }) => version);
    expect(await versions("")).toEqual([1, 2, 3]);
    expect(await versions("?until=2")).toEqual([1, 2]);
    expect(await versions("?version=2&until=1")).toEqual([1]);
    for (const until of ["0", "4", "x"]) expect((await get(`${PAGE}/log.json?until=${until}`)).status, until).toBe(404);

    const [first] = await runInDurableObject(env.BODIES.getByName(BODY), async (object) => unwrap(object.readHistory(MEETING, 1)));
    if (!first) throw new Error("There is no history.");
    const long = Array.from({ length: 2500 }, (_, at) => ({ ...first, version: 2500 - at, octets: 1 }));
    const setting = { slots: [], timezone: "Europe/Vienna", withdrawn: new Set<string>(), redacted: new Set<string>() };
    const told = await buildHistory(handOut(long), setting, createPageContext("en", "https://plenary.example", ENGLISH_PAGES));
    expect(told.events.map(({ version }) => version)).toEqual(Array.from({ length: 1000 }, (_, at) => 1501 + at));
    expect(told.earlier).toBe(1500);
    const large = long.map((event) => ({ ...event, octets: 900_000 }));
    const less = await buildHistory(handOut(large), setting, createPageContext("en", "https://plenary.example", ENGLISH_PAGES));
    expect(less).toMatchObject({ events: [{ version: 2499 }, { version: 2500 }], earlier: 2498 });
  });
});
