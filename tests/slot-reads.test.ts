import { env } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { announce, BODY, feedText, get, MEETING, send } from "./support/secretariat.ts";
import { entryBytes } from "./support/reread.ts";

const PAGE = `/${BODY}/${MEETING}`;
const SLOT = `${PAGE}/slots/3.ics`;

const sql = (query: string): Promise<unknown> =>
  runInDurableObject(env.BODIES.getByName(BODY), (_body, { storage }) => storage.sql.exec(query).toArray());

beforeEach(async () => {
  await reset();
  await announce();
});

describe("the feed of a sitting is read by itself", () => {
  it("and has the entry that the meeting's feed has, after each event too", async () => {
    for (const venue of ["Room A", "Room B"]) {
      await send("slot.relocated", { data: { slot: "3", venue } });
      const [entry, ...others] = entryBytes(await feedText(SLOT)).entries();
      expect(others).toEqual([]);
      expect(entry?.[1]).toContain(venue);
      expect(entryBytes(await feedText(`${PAGE}.ics`)).get(entry?.[0] ?? "")).toBe(entry?.[1]);
    }
  });

  it("without a look at the rest of the meeting", async () => {
    const before = await feedText(SLOT);
    await sql("UPDATE parts SET part = '{' WHERE list <> 'slots'");
    await sql("UPDATE ledger SET entry = '{' WHERE uid NOT LIKE '%slot-3'");
    expect(await feedText(SLOT)).toBe(before);
  });

  it("but is of the log where the entry is damaged, or the tables are of another release", async () => {
    const before = await feedText(SLOT);
    for (const damage of ["UPDATE ledger SET entry = '{'", "UPDATE meetings SET machine = 0", "UPDATE meetings SET overview = '{'"]) {
      await sql(damage);
      expect(await feedText(SLOT)).toBe(before);
    }
  });

  it("and is none where the meeting never had it, or there is no such meeting", async () => {
    for (const [path, code] of [
      [`${PAGE}/slots/99.ics`, "no-such-slot"],
      [`/${BODY}/2011/slots/3.ics`, "no-such-meeting"],
    ] as const) {
      const response = await get(path);
      expect([response.status, (await response.json<{ code: string }>()).code]).toEqual([404, code]);
    }
  });
});
