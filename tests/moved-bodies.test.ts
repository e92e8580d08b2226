import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { expireBodies, expireBody } from "../src/store/cached-reads.ts";
import { reread } from "./support/reread.ts";
import { announce, BODY, feedText, get, MEETING, post, register, SEED, send } from "./support/secretariat.ts";

/** A body that was registered under a wrong id. */

const RIGHT = "ctoc-cop-wg-tip";
const RIGHT_BODY = { ...SEED.body, id: RIGHT };
const move = (movedTo?: string) => register({ ...SEED.body, ...(movedTo !== undefined && { movedTo }) });

const atRight = (type: string, data: Record<string, unknown>) =>
  post(JSON.stringify({ type, timestamp: "2009-12-10T09:00:00Z", data: { body: RIGHT, ...data } }), { path: `/${RIGHT}/events` });
const registerRight = (record: object = RIGHT_BODY) => atRight("body.registered", { record });
const announceRight = () => atRight("meeting.announced", { meeting: MEETING, record: { ...SEED, body: RIGHT_BODY } });

/** Where an address leads, once no process has anything of a second ago. */
const follow = async (path: string): Promise<string | null> => {
  for (const body of [BODY, RIGHT]) expireBody(body, MEETING);
  expireBodies();
  const { status, headers } = await get(path);
  expect([path, [200, 301].includes(status)]).toEqual([path, true]);
  return headers.get("location");
};

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a body that was registered under a wrong id", () => {
  it("leads from all its addresses to the body that was meant, but for its history and the console", async () => {
    await registerRight();
    await announceRight();
    expect(await move(RIGHT)).toMatchObject({ status: 200 });
    for (const rest of ["", ".ics", ".json", `/${MEETING}`, `/${MEETING}.ics`, `/${MEETING}/slots/3.ics`, `/${MEETING}/items/4.ics`])
      expect(await follow(`/${BODY}${rest}?lang=fr`.replace(/(?<!ics)\?lang=fr$/, ""))).toBe(
        `/${RIGHT}${rest}${rest.endsWith(".ics") ? "?lang=fr" : ""}`,
      );
    expect(await follow(`/fr/${BODY}/${MEETING}`)).toBe(`/fr/${RIGHT}/${MEETING}`);
    for (const kept of ["log", "log.json", "console"]) expect(await follow(`/${BODY}/${MEETING}/${kept}`)).toBeNull();
  });

  it("is left by what delegates chose of it, feed and page, and by nothing else that they chose", async () => {
    await register({ ...SEED.body, id: "other" });
    const chosen = `${BODY}.${MEETING}.s3.i4_other.2020`;
    expect(await follow(`/my/${chosen}.ics`)).toBeNull();
    await registerRight();
    await announceRight();
    await move(RIGHT);
    const right = `${RIGHT}.${MEETING}.s3.i4_other.2020`;
    expect(await follow(`/my/${chosen}.ics?lang=fr`)).toBe(`/my/${right}.ics?lang=fr`);
    expect(await follow(`/fr/my/${chosen}`)).toBe(`/fr/my/${right}`);
    expect(await follow(`/my/${right}.ics`)).toBeNull();
  });

  it("is in no list of bodies", async () => {
    await registerRight();
    await move(RIGHT);
    await follow("/bodies.json");
    const { bodies } = JSON.parse(await feedText("/bodies.json")) as { bodies: readonly { body: string }[] };
    expect(bodies.map(({ body }) => body)).toEqual([RIGHT]);
    expect(await feedText("/")).not.toContain(`href="/${BODY}"`);
  });

  it("leads nowhere before the same is there, nor once that was a mistake, and never in a circle", async () => {
    await move(RIGHT);
    expect(await follow(`/${BODY}/${MEETING}.ics`)).toBeNull();
    await registerRight();
    expect(await follow(`/${BODY}`)).toBe(`/${RIGHT}`);
    expect(await follow(`/${BODY}/${MEETING}.ics`)).toBeNull();
    await announceRight();
    expect(await follow(`/${BODY}/${MEETING}.ics`)).toBe(`/${RIGHT}/${MEETING}.ics`);
    await registerRight({ ...RIGHT_BODY, movedTo: BODY });
    expect(await follow(`/${BODY}/${MEETING}.ics`)).toBeNull();
    expect(await follow(`/${RIGHT}`)).toBeNull();
    await move();
    await registerRight();
    expect(await follow(`/${BODY}/${MEETING}`)).toBeNull();
  });

  it("is not itself the body that was meant, and takes events still", async () => {
    expect(await move(BODY)).toMatchObject({ status: 422, answer: { errors: [{ field: "data.record.movedTo" }] } });
    await move(RIGHT);
    expect(await send("agenda.revised", { data: { record: { ...SEED, venue: "Elsewhere" } } })).toMatchObject({ status: 200 });
    expect(await send("meeting.cancelled")).toMatchObject({ status: 200 });
  });

  it("is once in the calendar of all bodies: under the wrong id cancelled, as long as the same is under the right one", async () => {
    const [wrong, right] = [`${BODY}.${MEETING}`, `${RIGHT}.${MEETING}`];
    const readEntries = async () => {
      expireBodies();
      return new Map(reread(await feedText("/all.ics")).map(({ uid, status, sequence }) => [uid, [status, sequence] as const]));
    };
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2009, 11, 12) });
    try {
      await move(RIGHT);
      expect((await readEntries()).get(wrong)).toEqual(["CONFIRMED", 0]);
      await registerRight();
      await announceRight();
      vi.setSystemTime(Date.now() + 2000);
      expect([...(await readEntries())]).toEqual([
        [right, ["CONFIRMED", 0]],
        [wrong, ["CANCELLED", 1]],
      ]);
      await move();
      vi.setSystemTime(Date.now() + 2000);
      expect((await readEntries()).get(wrong)).toEqual(["CONFIRMED", 2]);
    } finally {
      vi.useRealTimers();
    }
  });
});
