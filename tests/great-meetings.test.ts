import { env } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { LIMITS } from "../src/meeting/limits.ts";
import { splitText } from "../src/store/body/long-texts.ts";
import { greatRecord } from "./support/great-record.ts";
import { exportLines, importLines } from "./support/log-transfer.ts";
import { BODY, feedText, get, post, register, SEED } from "./support/secretariat.ts";

/** A meeting of all that a meeting may have, in six languages. */

const GREAT = "great";
const PAGE = `/${BODY}/${GREAT}`;
const RECORD = greatRecord(SEED, GREAT);
const REVISED = { ...RECORD, slots: RECORD.slots.map((slot) => ({ ...slot, venue: "Élysée 🏛", end: slot.start.replace(":00", ":50") })) };

const say = (type: string, data: object, id: string) =>
  post(JSON.stringify({ type, timestamp: "2010-01-01T00:00:00Z", data: { body: BODY, meeting: GREAT, ...data } }), { id });

interface Difference {
  readonly path: string;
}

let revised: Awaited<ReturnType<typeof say>>;

beforeAll(async () => {
  await reset();
  await register();
  expect(await say("meeting.announced", { record: RECORD }, "msg_announced")).toMatchObject({ status: 200 });
  revised = await say("agenda.revised", { record: REVISED }, "msg_revised");
}, 120_000);

describe("a meeting at the limits", { timeout: 120_000 }, () => {
  it("is said by a record of more than a megabyte, which an event may have", () => {
    const octets = new TextEncoder().encode(JSON.stringify(RECORD)).length;
    expect(octets).toBeGreaterThan(1_000_000);
    expect(octets).toBeLessThan(LIMITS.octets.max);
    expect(revised.status).toBe(200);
  });

  it("has an answer that names a hundred feeds, and says how many more change", () => {
    expect(revised.answer["changed"]).toHaveLength(100);
    expect(revised.answer["moreChanged"]).toBeGreaterThan(LIMITS.slots.max);
  });

  it("has a dry run that names a hundred entries and statuses, says how many more change, and goes on from there", async () => {
    const slots = RECORD.slots.map((slot) => ({ ...slot, venue: "Elsewhere" }));
    const data = { body: BODY, meeting: GREAT, record: { ...RECORD, slots } };
    const ask = async (dryRun: unknown) => {
      const { status, answer } = await post(JSON.stringify({ type: "agenda.revised", timestamp: "2010-01-01T00:00:00Z", dryRun, data }));
      return { status, ...(answer as { entries: readonly { uid: string }[]; moreEntries?: number; outcome: string }) };
    };
    const first = await ask(true);
    expect(first).toMatchObject({ outcome: "dry run", moreEntries: LIMITS.slots.max - 100 });
    expect(first.entries).toHaveLength(100);
    const last = await ask({ after: LIMITS.slots.max - 50 });
    expect(last.entries).toHaveLength(50);
    expect(last.moreEntries).toBeUndefined();
    expect(last.entries.some(({ uid }) => first.entries.some((entry) => entry.uid === uid))).toBe(false);
    expect(await ask({ after: -1 })).toMatchObject({ status: 422 });
  });

  it("keeps whole what its sender was told, however long: a retry is told the same, and the history tells each difference", async () => {
    const again = await say("agenda.revised", { record: REVISED }, "msg_revised");
    expect(again).toEqual(revised);
    const differences = revised.answer["differences"] as readonly Difference[];
    expect(differences.length).toBeGreaterThanOrEqual(2 * LIMITS.slots.max);
    const rows = await runInDurableObject(env.BODIES.getByName(BODY), (_body, { storage: { sql } }) =>
      sql.exec<{ octets: number }>("SELECT length(raw) + length(changed) + length(named) + length(answer) AS octets FROM log").toArray(),
    );
    for (const { octets } of rows) expect(octets).toBeLessThan(2_000_000);
    const history = await (await get(`${PAGE}/log.json`)).json<{ events: readonly { revision?: object }[] }>();
    expect(JSON.stringify(history)).toContain("Élysée 🏛");
  });

  it("moves from one service to another with all that was told", async () => {
    const feed = await feedText(`${PAGE}/slots/2000.ics`);
    const lines = await exportLines();
    await reset();
    expect(await importLines(lines)).toMatchObject({ status: 200, answer: { outcome: "imported", events: 3 } });
    expect(await feedText(`${PAGE}/slots/2000.ics`)).toBe(feed);
    expect(await exportLines()).toEqual(lines);
  });
});

it("a long text is parted between characters, and is whole again together", () => {
  for (const text of ["", "abc", "abcd", "🏛🏛🏛", "a🏛🏛b🏛", "abcd".repeat(3)]) {
    const parts = splitText(text, 4);
    expect(parts.join("")).toBe(text);
    for (const part of parts) expect([part.isWellFormed(), part.length <= 4]).toEqual([true, true]);
  }
});
