import { evictDurableObject, listDurableObjectIds, reset, runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { subscribe } from "../src/store/body/subscribers.ts";
import { announce, BODY, get, MEETING, SEED, send } from "./support/secretariat.ts";

const LIVE = `/${BODY}/${MEETING}/live`;

const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> => get(path, { upgrade: "websocket", ...headers });

/** One who follows a meeting, and waits for what it is told next. */
const follower = async (path = LIVE) => {
  const { webSocket: socket, status } = await ask(path);
  if (!socket) throw new Error(`${path} answered ${status}`);
  const told: string[] = [];
  let onTold = (): void => {};
  const tell = (words: string): void => {
    told.push(words);
    onTold();
  };
  socket.addEventListener("message", ({ data }) => tell(String(data)));
  socket.addEventListener("close", () => tell("hung up"));
  socket.accept();
  const next = async (): Promise<string> => {
    while (told.length === 0)
      await new Promise<void>((resolve) => {
        onTold = resolve;
      });
    return told.shift() ?? "";
  };
  return { socket, next };
};

const version = (number: number): string => JSON.stringify({ version: number });

beforeEach(reset);

describe("whoever follows a meeting", () => {
  it("is told its present version at once, and its next after each event", async () => {
    await announce();
    const { next } = await follower();
    expect(await next()).toBe(version(1));
    await send("meeting.opened");
    expect(await next()).toBe(version(2));
    await send("agenda.adopted");
    expect(await next()).toBe(version(3));
  });

  it("hears nothing of dry runs, of refused events, of the same delivery again, nor of other meetings", async () => {
    await announce();
    await announce({ ...SEED, id: "2011" });
    const { next } = await follower();
    await next();
    await send("meeting.opened", { dryRun: true });
    await send("slot.cancelled", { data: { slot: "99" } });
    await send("meeting.opened", { data: { meeting: "2011" } });
    await send("meeting.opened", {}, { id: "msg_twice" });
    await send("meeting.opened", {}, { id: "msg_twice" });
    await send("agenda.adopted");
    expect([await next(), await next()]).toEqual([version(2), version(3)]);
  });

  it("hears on when another has left", async () => {
    await announce();
    const [leaves, stays] = [await follower(), await follower()];
    await stays.next();
    leaves.socket.close();
    expect((await send("meeting.opened")).status).toBe(200);
    expect(await stays.next()).toBe(version(2));
  });

  it("still hears after the body's object was out of memory, which no ping brings back", async () => {
    await announce();
    const { socket, next } = await follower();
    await next();
    await evictDurableObject(env.BODIES.getByName(BODY));
    socket.send("ping");
    expect(await next()).toBe("pong");
    // Only an object in memory can be evicted.
    await expect(evictDurableObject(env.BODIES.getByName(BODY))).rejects.toThrow();
    await send("meeting.opened");
    expect(await next()).toBe(version(2));
  });

  it.for([
    ["a word", "Hello"],
    ["a lot", "x".repeat(100_000)],
  ] as const)("is hung up on when it says %s more than ping", async ([, words]) => {
    await announce();
    const { socket, next } = await follower();
    await next();
    socket.send(words);
    expect(await next()).toBe("hung up");
  });

  it("may come from any site", async () => {
    await announce();
    expect((await ask(LIVE, { origin: "https://elsewhere.example" })).status).toBe(101);
  });
});

describe("whoever follows a meeting in a language", () => {
  const follow = async (language: string) => {
    const { next } = await follower(`${LIVE}?lang=${language}`);
    return { next: async (): Promise<unknown> => JSON.parse(await next()) };
  };

  it("is told what happened, where, and the secretariat's own words", async () => {
    await announce();
    const [english, french] = [await follow("en"), await follow("fr-CH")];
    expect([await english.next(), await french.next()]).toEqual([{ version: 1 }, { version: 1 }]);
    await send("slot.cancelled", { data: { slot: "4", reason: "Consultations" } });
    expect(await english.next()).toEqual({
      version: 2,
      text: "The sitting of Thursday afternoon, 28 January 2010 was cancelled.",
      words: ["Consultations"],
      slot: "4",
    });
    expect(await french.next()).toMatchObject({ version: 2, text: expect.stringMatching(/jeudi après-midi/), slot: "4" });
  });

  it("is told one thing after the other, and the number alone where nothing became another", async () => {
    await announce();
    const { next } = await follow("en");
    await next();
    await Promise.all([send("slot.cancelled", { data: { slot: "4" } }), send("slot.cancelled", { data: { slot: "5" } })]);
    await send("slot.cancelled", { data: { slot: "5" } });
    const told = [await next(), await next(), await next()];
    expect(told).toMatchObject([{ version: 2, slot: expect.any(String) }, { version: 3, slot: expect.any(String) }, { version: 4 }]);
    expect(told[2]).toEqual({ version: 4 });
  });

  it("is told the number alone in a language that there is not", async () => {
    await announce();
    const { next } = await follow("tlh");
    await send("meeting.opened");
    expect([await next(), await next()]).toEqual([{ version: 1 }, { version: 2 }]);
  });
});

describe("what can't be followed", () => {
  it("is a meeting that ten thousand follow already", { timeout: 60_000 }, async () => {
    await announce();
    // Held until the end: a reader's end that nobody holds is closed when memory is tidied.
    const answers: Response[] = [];
    await runInDurableObject(env.BODIES.getByName(BODY), (_, ctx) => {
      const followers = new Map<string, number>();
      for (let at = 0; at < 10_002; at += 1) answers.push(subscribe(ctx, followers, { meeting: MEETING, version: 1 }));
    });
    expect((await ask(LIVE)).status).toBe(503);
    expect([101, 503].map((status) => answers.filter((answer) => answer.status === status).length)).toEqual([10_000, 2]);
  });

  it("is a meeting or a body that is unknown, and asking creates nothing", async () => {
    await announce();
    expect((await ask(`/${BODY}/1999/live`)).status).toBe(404);
    expect((await ask(`/nobody/2010/live`)).status).toBe(404);
    expect(await listDurableObjectIds(env.BODIES)).toHaveLength(1);
  });

  it("is anything without a WebSocket", async () => {
    await announce();
    const response = await exports.default.fetch(`https://plenary.example${LIVE}`);
    expect({ status: response.status, upgrade: response.headers.get("upgrade") }).toEqual({ status: 426, upgrade: "websocket" });
    expect(await response.json()).toMatchObject({ code: "not-a-websocket" });
  });
});
