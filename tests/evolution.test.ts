import { env } from "cloudflare:workers";
import { evictAllDurableObjects, reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import first from "./fixtures/log-of-machine-1.json";
import second from "./fixtures/log-of-machine-2.json";
import { foldLog } from "../machines/meeting/fold-log.ts";
import { getLifecycle, getSlotStatus } from "../machines/meeting/statuses.ts";
import { upcast } from "../machines/meeting/upcast.ts";
import { announce, BODY, feedText, healthLater, MEETING, send } from "./support/secretariat.ts";

const sql = (query: string): Promise<unknown> =>
  runInDurableObject(env.BODIES.getByName(BODY), (_, { storage }) => storage.sql.exec(query).toArray());
const FEED = `/${BODY}/${MEETING}.ics`;

interface Logged {
  readonly id: string;
  readonly machine: number;
  readonly event: unknown;
}

/** What a log comes to whose events hold when they happened, or else happened one after the other, and the items that they name. */
const foldFrozen = (log: readonly (Logged & { readonly at?: number; readonly local?: string; readonly identities?: object })[]) => {
  const fold = foldLog(
    log.map(({ id, machine, event, at, local = "2010-01-27T10:20", identities = {} }, index) => ({
      id,
      event: upcast(event, machine),
      at: at ?? index,
      local,
      identities: identities as Readonly<Record<string, string>>,
    })),
  );
  if (!fold.ok || !fold.value) throw new Error("there is a state");
  return fold.value;
};

const listStatuses = ({ slots }: ReturnType<typeof foldFrozen>) => slots.map(({ slot, value }) => `${slot.number} ${getSlotStatus(value)}`);

describe("a log that an earlier release wrote", () => {
  it("is folded for ever: a guard is only ever loosened", () => {
    const state = foldFrozen(first);
    expect(getLifecycle(state.agenda)).toBe("report adopted");
    expect(state.version).toBe(first.length);
    expect(listStatuses(state)).toEqual(["1", "2", "3", "4", "5", "6"].map((number) => `${number} adjourned`));
  });

  it("is folded by when things happened, and by the items that it names, since it holds both", () => {
    const state = foldFrozen(second);
    expect(getLifecycle(state.agenda)).toBe("report adopted");
    expect(state.version).toBe(second.length);
    expect(listStatuses(state)).toEqual(["1 open", "2 cancelled", "3 scheduled", "4 scheduled", "5 cancelled", "6 scheduled"]);
    expect(state.slots.map(({ slot }) => slot.items.join(" "))).toEqual(["1(a) 1(b) 2 1", "3", "1(a)", "5 3~2", "", "3"]);
  });
});

describe("a release with another machine", () => {
  beforeEach(async () => {
    await reset();
    await announce();
    await send("agenda.adopted");
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T11:00" } });
  });

  it("throws snapshots of another version away and folds the log again", async () => {
    const [feed, json] = [await feedText(FEED), await feedText(`/${BODY}/${MEETING}.json`)];
    await sql(`UPDATE meetings SET machine = 0, snapshot = json_set(snapshot, '$.agenda.agenda', 'nonsense')`);
    await evictAllDurableObjects();
    expect(await feedText(`/${BODY}/${MEETING}.json`)).toBe(json);
    expect(await feedText(FEED)).toBe(feed);
    expect((await send("meeting.opened")).answer).toMatchObject({ version: 4, state: "in session" });
  });

  it("tells calendars what it says differently, as a change like any other", async () => {
    await sql("UPDATE meetings SET machine = 0");
    await sql(`UPDATE ledger SET entry = json_set(entry, '$.location', 'Elsewhere') WHERE uid LIKE '%slot-2'`);
    await evictAllDurableObjects();
    await feedText(FEED);
    const feed = (await feedText(`/${BODY}/${MEETING}/slots/2.ics`)).replaceAll("\r\n ", "");
    expect(feed).toContain("SEQUENCE:2\r\n");
    expect(feed).toContain("LOCATION:Vienna\r\n");
  });

  it("that can't fold a log serves what was last known, takes no event, and says so in its health", async () => {
    const feed = await feedText(FEED);
    expect(await (await healthLater()).json()).toEqual({ status: "ok", storage: "ok", faults: [], news: [] });
    await sql("UPDATE meetings SET machine = 0");
    await sql(`UPDATE log SET raw = CAST(replace(CAST(raw AS TEXT), 'agenda.adopted', 'agenda.exploded') AS BLOB)`);
    await evictAllDurableObjects();
    expect(await feedText(FEED)).toBe(feed);
    expect(await send("meeting.opened")).toMatchObject({ status: 503, answer: { code: "unfoldable" } });
    const health = await healthLater();
    expect(health.status).toBe(503);
    expect(await health.json()).toEqual({
      status: "degraded",
      storage: "ok",
      faults: [
        { at: `${BODY}/${MEETING}`, fault: "unfoldable" },
        // By its digest: this release can't read the event since it is another than came.
        { at: `${BODY}/${MEETING}`, fault: "damaged", position: 3 },
      ],
      news: [],
    });
  });
});
