import { env } from "cloudflare:workers";
import { evictAllDurableObjects, reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { announce, BODY, get, healthLater, MEETING, register, SEED, send } from "./support/secretariat.ts";

const inDirectory = (query: string) =>
  runInDurableObject(env.DIRECTORY.getByName("directory"), (_, { storage }) => storage.sql.exec(query).toArray());
const inBody = (query: string) => runInDurableObject(env.BODIES.getByName(BODY), (_, { storage }) => storage.sql.exec(query).toArray());

const ORIGIN = "https://plenary.example";
const LISTED = {
  meeting: MEETING,
  state: "provisional",
  status: { agenda: "provisional", meeting: "announced" },
  page: `${ORIGIN}/${BODY}/${MEETING}`,
  json: `${ORIGIN}/${BODY}/${MEETING}.json`,
  feed: `${ORIGIN}/${BODY}/${MEETING}.ics`,
  title: SEED.title,
  opensOn: "2010-01-27",
  closesOn: "2010-01-29",
  timezone: "Europe/Vienna",
  city: "Vienna",
};

let seconds = 0;

/** What is told two seconds later than the last time, when nothing is served any more without asking. */
const later = async (path: string): Promise<Response> => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + (seconds += 2) * 1000 });
  try {
    return await get(path);
  } finally {
    vi.useRealTimers();
  }
};
const listed = async () => (await later(`/${BODY}.json`)).json<{ meetings: readonly (typeof LISTED)[] }>();
const listedState = async () => (await listed()).meetings.map(({ meeting, state, closesOn }) => [meeting, state, closesOn]);

beforeEach(async () => {
  await reset();
  await announce();
});

describe("the listings", () => {
  it("say which bodies there are", async () => {
    expect(await (await get("/bodies.json")).json()).toEqual({
      bodies: [{ body: BODY, page: `${ORIGIN}/${BODY}`, json: `${ORIGIN}/${BODY}.json`, record: SEED.body }],
    });
  });

  it("say which meetings all bodies have in a year, each with its body", async () => {
    expect(await (await get("/bodies/2010.json")).json()).toEqual({ year: "2010", meetings: [{ body: BODY, ...LISTED }] });
    expect(await (await get("/bodies/2011.json")).json()).toEqual({ year: "2011", meetings: [] });
  });

  it("say which meetings a body has, the latest first, with their dates, lifecycle, status and addresses", async () => {
    await send("meeting.announced", { data: { meeting: "2009", record: { ...SEED, id: "2009", opensOn: "2010-01-20" } } });
    const answer = await (await get(`/${BODY}.json`)).json<{ meetings: readonly unknown[] }>();
    expect(answer).toMatchObject({
      body: BODY,
      page: `${ORIGIN}/${BODY}`,
      json: `${ORIGIN}/${BODY}.json`,
      feed: `${ORIGIN}/${BODY}.ics`,
      record: SEED.body,
    });
    expect(answer.meetings).toHaveLength(2);
    expect(answer.meetings[0]).toEqual(LISTED);
    expect(answer.meetings[1]).toMatchObject({ meeting: "2009", opensOn: "2010-01-20" });
  });

  it("are read from anywhere, and told unchanged by their ETag", async () => {
    for (const path of ["/bodies.json", `/${BODY}.json`]) {
      const { headers } = await get(path);
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("content-type")).toBe("application/json");
      expect((await get(path, { "if-none-match": headers.get("etag") ?? "" })).status).toBe(304);
    }
    expect((await get("/no-such-body.json")).status).toBe(404);
  });

  it("say at once what an event changed", async () => {
    await send("agenda.adopted");
    await send("meeting.opened");
    expect(await (await get(`/${BODY}.json`)).json()).toMatchObject({
      meetings: [{ state: "in session", status: { agenda: "reportAwaited", meeting: "opened" } }],
    });
    await register({ ...SEED.body, publisher: "Its secretariat" });
    expect(await (await get("/bodies.json")).json()).toMatchObject({ bodies: [{ record: { publisher: "Its secretariat" } }] });
    expect(await (await get(`/${BODY}.json`)).json()).toMatchObject({ record: { publisher: "Its secretariat" } });
  });

  it("wake no body", async () => {
    await evictAllDurableObjects();
    const woken = vi.spyOn(env.BODIES, "getByName");
    try {
      for (const path of ["/", "/bodies.json", `/${BODY}`, `/${BODY}.json`]) expect((await later(path)).status).toBe(200);
      expect(woken).not.toHaveBeenCalled();
    } finally {
      woken.mockRestore();
    }
  });

  it("know how long each log is, without a sender's waiting for it", async () => {
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T11:00" } });
    const [log] = await inBody("SELECT max(position) AS position FROM log");
    await vi.waitFor(async () => expect(await inDirectory("SELECT position FROM bodies")).toEqual([log]));
  });
});

describe("a listing that missed what an event changed", () => {
  /** The body's commit, and then nothing: as if the service had ended between the two. */
  const crashAfter = async (act: () => Promise<unknown>): Promise<void> => {
    await inDirectory("CREATE TABLE kept AS SELECT * FROM bodies");
    await inDirectory("CREATE TABLE kept_meetings AS SELECT * FROM meetings");
    await act();
    await inDirectory("DELETE FROM bodies");
    await inDirectory("DELETE FROM meetings");
    await inDirectory("INSERT INTO bodies SELECT * FROM kept");
    await inDirectory("INSERT INTO meetings SELECT * FROM kept_meetings");
    await evictAllDurableObjects();
  };
  const before = [[MEETING, "provisional", "2010-01-29"]];
  const after = [[MEETING, "adopted", "2010-01-29"]];

  beforeEach(async () => {
    await crashAfter(() => send("agenda.adopted", {}, { id: "msg_adopted" }));
    expect(await listedState()).toEqual(before);
  });

  it("has it by the sender's retry", async () => {
    expect((await send("agenda.adopted", {}, { id: "msg_adopted" })).status).toBe(200);
    await vi.waitFor(async () => expect(await listedState()).toEqual(after));
  });

  it("has it by the next event, of whatever meeting", async () => {
    await send("meeting.announced", { data: { meeting: "2009", record: { ...SEED, id: "2009", opensOn: "2010-01-20" } } });
    expect(await listedState()).toEqual([...after, ["2009", "provisional", "2010-01-29"]]);
  });

  it("has it by the next health scan", async () => {
    await healthLater();
    expect(await listedState()).toEqual(after);
  });

  it("has it by the first read, where another release's machine wrote it", async () => {
    await inDirectory("UPDATE bodies SET machine = 0");
    expect(await listedState()).toEqual(after);
  });
});

it("a change of what lists say that no event made is listed by the next health scan", async () => {
  await inBody("UPDATE meetings SET machine = 0, overview = '{}'");
  await inDirectory("UPDATE meetings SET overview = json_set(overview, '$.record.closesOn', '2010-02-01')");
  await evictAllDurableObjects();
  expect(await listedState()).toEqual([[MEETING, "provisional", "2010-02-01"]]);
  await healthLater();
  expect(await listedState()).toEqual([[MEETING, "provisional", "2010-01-29"]]);
});

it.for(["keys", "endpoints", "my", "all", "setup", "bodies", "embed", "openapi", "sw", "favicon"])(
  "no body or meeting may be called %s",
  async (id) => {
    const { status, answer } = await send("meeting.announced", { data: { meeting: id, record: { ...SEED, id } } });
    expect(status).toBe(422);
    expect(JSON.stringify(answer)).toContain("is reserved");
    expect((await register({ ...SEED.body, id })).status).toBe(422);
  },
);
