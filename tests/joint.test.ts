import { env } from "cloudflare:workers";
import { evictAllDurableObjects, reset, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { parse } from "node-html-parser";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { recordFaults } from "./support/record-faults.ts";
import { foldLines } from "../src/log-file/fold.ts";
import { deriveSecret } from "../src/standard-webhooks/derived-secret.ts";
import { exportLines, importLines } from "./support/log-transfer.ts";
import { announce, BODY, feedText, get, MEETING, OPERATOR_KEY, post, SEED, send } from "./support/secretariat.ts";
import { entryBytes, reread } from "./support/reread.ts";
import {
  OTHER,
  say,
  announceOther,
  name,
  LEAD,
  join,
  part,
  UID,
  LEADS,
  OTHERS,
  bytesIn,
  entryIn,
  untilTold,
  untilBoth,
  inBody,
} from "./support/two-bodies.ts";

vi.setConfig({ testTimeout: 30_000 });

beforeEach(async () => {
  await reset();
  await announce();
  await announceOther();
});

describe("a joint sitting before the other body has confirmed it", () => {
  it("is a joint meeting, to be confirmed, and names nobody", async () => {
    expect(await name()).toMatchObject({ status: 200, answer: { warnings: [{ code: "joint-to-confirm" }] } });
    const entry = await entryIn(LEADS);
    expect(entry?.summary).toContain("(prov., joint)");
    expect(entry?.description).toContain("Joint meeting, to be confirmed.");
    for (const path of [
      LEADS,
      `/${BODY}/${MEETING}`,
      `/${BODY}/${MEETING}.json`,
      `/${BODY}/${MEETING}/log`,
      `/${BODY}/${MEETING}/log.json`,
    ])
      expect(await feedText(path), path).not.toMatch(/sbi|Subsidiary/i);
  });

  it("is in no feed of the other body: its own secretariat alone says what is in its programme", async () => {
    await name();
    await runDurableObjectAlarm(env.BODIES.getByName("sbi"));
    expect([...entryBytes(await feedText(OTHERS)).keys()]).toEqual(["sbi.62.slot-1"]);
  });

  it("tells the lead what that means, in words", async () => {
    const { answer } = await send("slot.changed", { dryRun: true, data: { slot: "3", with: [{ body: "sbi" }] } });
    expect(answer["warnings"]).toMatchObject([
      {
        message:
          "Until its secretariat confirms, your programme says 'joint meeting, to be confirmed' and does not name it. You keep time and room; each secretariat reports its own items.",
      },
    ]);
  });

  it("names neither the body itself nor one twice", async () => {
    expect(await name([{ body: BODY }])).toMatchObject({ status: 422, answer: { errors: [{ field: "data.with.0.body" }] } });
    expect(await name([{ body: "sbi" }, { body: "sbi" }])).toMatchObject({ status: 422, answer: { errors: [{ field: "data.with" }] } });
    expect(await say("slot.joined", { data: { lead: { ...LEAD, body: "sbi" } } })).toMatchObject({
      status: 422,
      answer: { errors: [{ field: "data.lead.body" }] },
    });
  });
});

describe("a joint sitting that both bodies say", () => {
  it("is one entry with one UID and the same bytes in both bodies' feeds, with the items of both", async () => {
    await name();
    expect(await join()).toMatchObject({ status: 200, answer: { warnings: [{ code: "joint-kept-elsewhere" }] } });
    const bytes = await untilBoth(/Joint meeting with Subsidiary Body for Implementation\./);
    expect(bytes).toContain("SBI/2010/7");
    expect(bytes?.replaceAll("\r\n ", "")).toContain("Matters that two bodies share");
    expect((await entryIn(OTHERS))?.summary).toContain("joint with SBI, item 7");
    await untilTold(async () => expect(await bytesIn(`/sbi.ics`)).toBe(bytes));
    await untilTold(async () => expect(await bytesIn(`/sbi/62/items/7.ics`)).toBe(bytes));
    expect(await bytesIn("/sbi/62/items/8.ics")).toBeUndefined();
    expect(await bytesIn(`/${BODY}/${MEETING}/slots/3.ics`)).toBe(bytes);
  });

  it("in whichever order they say it", async () => {
    await join();
    await name();
    await untilBoth(/Joint meeting with/);
  });

  it("whoever of them has a contact that answers for it", async () => {
    await reset();
    await announce({ ...SEED, body: { ...SEED.body, contact: "secretariat@body.example" } });
    await announceOther();
    await name();
    await join();
    expect(await untilBoth(/Joint meeting with/)).toContain("ORGANIZER");
    expect(await feedText(LEADS)).toContain("METHOD:PUBLISH");
    expect(await feedText(OTHERS)).not.toContain("METHOD");
  });

  it("in all six languages", async () => {
    await name();
    await join();
    await untilBoth(/Joint meeting with/);
    for (const [lang, text] of [
      ["ar", "جلسة مشتركة مع"],
      ["es", "Sesión conjunta con"],
      ["fr", "Séance commune avec"],
      ["ru", "Совместное заседание с участием"],
      ["zh", "举行的联席会议"],
    ] as const) {
      const [kept, taken] = [entryBytes(await feedText(`${LEADS}?lang=${lang}`)), entryBytes(await feedText(`${OTHERS}?lang=${lang}`))];
      expect(taken.get(UID)).toBe(kept.get(UID));
      expect(kept.get(UID)?.replaceAll("\r\n ", "")).toContain(text);
    }
  });

  it("moves with its lead, in both, and raises SEQUENCE alike", async () => {
    await name();
    await join();
    await untilBoth(/Joint meeting with/);
    const before = (await entryIn(OTHERS))?.sequence ?? 0;
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T16:00" } });
    await untilBoth(/moved from/);
    expect((await entryIn(OTHERS))?.sequence).toBe(before + 1);
    expect((await entryIn(OTHERS))?.start).toContain("2010-01-28T16:00");
  });

  it("is moved by nobody but the lead: the other body has no such slot", async () => {
    await name();
    await join();
    await untilBoth(/Joint meeting with/);
    expect(await say("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T16:00" } })).toMatchObject({
      status: 409,
      answer: { reason: "unknown-slot" },
    });
  });

  it("has other items once the other body says so, or renames them", async () => {
    await name();
    await join();
    await untilBoth(/Matters that two bodies share/);
    await join(["8"]);
    await untilBoth(/Other business of its own/);
    const items = OTHER.agenda.items.map((item) => (item.number === "8" ? { ...item, title: "Renamed business" } : item));
    await say("agenda.revised", { data: { record: { ...OTHER, agenda: { ...OTHER.agenda, items } } } });
    await untilBoth(/Renamed business/);
  });

  it("is asked for of a body that confirmed other sittings before, and by two of its meetings only once", async () => {
    await name();
    await join();
    await untilBoth(/Joint meeting with/);
    const record = { ...OTHER, id: "63" };
    expect(await say("meeting.announced", { data: { meeting: "63", record } })).toMatchObject({ status: 200 });
    await say("slot.joined", { data: { meeting: "63", lead: LEAD, items: ["8"] } });
    await say("slot.joined", { data: { lead: { ...LEAD, slot: "4" }, items: ["8"] } });
    await send("slot.changed", { data: { slot: "4", with: [{ body: "sbi" }] } });
    await untilTold(async () => {
      const fourth = reread(await feedText(OTHERS)).find(({ uid }) => uid === `${BODY}.${MEETING}.slot-4`);
      expect(fourth?.description).toContain("Other business of its own");
      expect(await bytesIn("/sbi/63.ics")).toBe(await bytesIn(LEADS));
    });
  });

  it("keeps its words once it was held, but for what the other secretariat had removed", async () => {
    await name();
    await join();
    await untilBoth(/Matters that two bodies share/);
    await send("slot.opened", { data: { slot: "3" }, at: "2010-01-28T09:00:00Z" });
    await send("slot.adjourned", { data: { slot: "3" }, at: "2010-01-28T12:00:00Z" });
    const titled = (title: string) =>
      say("agenda.revised", {
        data: {
          record: {
            ...OTHER,
            agenda: { ...OTHER.agenda, items: OTHER.agenda.items.map((item) => ({ ...item, title: `${title} ${item.number}` })) },
          },
        },
      });
    const before = await untilBoth(/Matters that two bodies share/);
    await titled("Later words of item");
    await join(["7", "8"]);
    await untilTold(async () => expect(await inBody("sbi", "SELECT 1 FROM peers WHERE ask IS NOT NULL OR tell IS NOT NULL")).toEqual([]));
    await untilTold(async () => expect(await inBody(BODY, "SELECT 1 FROM peers WHERE ask IS NOT NULL OR tell IS NOT NULL")).toEqual([]));
    expect(await untilBoth(/Matters that two bodies share/)).toBe(before);
    const [announced] = await inBody("sbi", "SELECT webhook_id AS id FROM log WHERE type = 'meeting.announced'");
    await say("event.redacted", { data: { event: announced?.["id"], pointers: ["/data/record/agenda/items/0/title"] } });
    await untilTold(async () => expect((await entryIn(LEADS))?.description).not.toContain("Matters that two bodies share"));
  });

  it("changes nothing when it is said again", async () => {
    await name();
    await join();
    const bytes = await untilBoth(/Joint meeting with/);
    expect(await join()).toMatchObject({ answer: { outcome: "unchanged" } });
    expect(await name()).toMatchObject({ answer: { outcome: "unchanged" } });
    await runDurableObjectAlarm(env.BODIES.getByName("sbi"));
    await runDurableObjectAlarm(env.BODIES.getByName(BODY));
    expect(await bytesIn(OTHERS)).toBe(bytes);
  });

  it("counts in the ETag of the other body's feed", async () => {
    await name();
    await join();
    await untilBoth(/Joint meeting with/);
    const etag = (await get(OTHERS)).headers.get("etag") ?? "";
    expect((await get(OTHERS, { "if-none-match": etag })).status).toBe(304);
    await send("slot.relocated", { data: { slot: "3", venue: "Board Room D" } });
    await untilTold(async () => expect((await get(OTHERS, { "if-none-match": etag })).status).toBe(200));
  });
});

describe("where a joint sitting is shown", () => {
  beforeEach(async () => {
    await name();
    await join();
    await untilBoth(/Joint meeting with/);
  });

  const slotsOn = async (path: string) =>
    parse(await feedText(path))
      .querySelectorAll("article.slot")
      .map((slot) => ({ id: slot.id, status: slot.getAttribute("data-status"), text: slot.text }));

  it("is once on the page of each body, with the items of both", async () => {
    for (const path of [`/${BODY}/${MEETING}`, "/sbi/62"]) {
      const joint = (await slotsOn(path)).filter(({ text }) => text.includes("Joint meeting with"));
      expect(joint).toHaveLength(1);
      expect(joint[0]?.text).toContain("Matters that two bodies share");
      expect(joint[0]?.text).toContain("discouraging the demand");
    }
    expect((await slotsOn("/sbi/62")).map(({ id }) => id)).toEqual(["slot-1", `slot-${BODY}-${MEETING}-3`]);
  });

  it("is where the lead reports it, on the page and in the JSON of the other body", async () => {
    await send("slot.opened", { data: { slot: "3" } });
    await untilTold(async () => {
      const { jointSittings } = JSON.parse(await feedText("/sbi/62.json")) as { jointSittings: readonly object[] };
      expect(jointSittings).toMatchObject([{ uid: UID, state: "open", body: { id: BODY } }]);
      expect((await slotsOn("/sbi/62")).map(({ status }) => status)).toEqual(["scheduled", "open"]);
    });
  });

  it("is told to whoever follows the other meeting's page, whose version it does not raise", async () => {
    const { webSocket } = await get("/sbi/62/live", { upgrade: "websocket" });
    const told: { version: number; joint: number }[] = [];
    webSocket?.addEventListener("message", ({ data }) => void told.push(JSON.parse(String(data)) as (typeof told)[number]));
    webSocket?.accept();
    await send("slot.opened", { data: { slot: "3" } });
    await untilTold(async () => {
      const last = told.at(-1);
      expect(told[0]?.version).toBe(last?.version);
      expect(last?.joint).toBeGreaterThan(told[0]?.joint ?? Infinity);
      const main = parse(await feedText("/sbi/62")).querySelector("main");
      expect(main?.getAttribute("data-version")).toBe(String(last?.version));
      expect(main?.getAttribute("data-joint")).toBe(String(last?.joint));
      expect(JSON.parse(await feedText("/sbi/62.json"))).toMatchObject(last ?? {});
    });
    webSocket?.close();
  });

  it("is once in a feed over both bodies, and in a choice of its items or of the lead's sitting", async () => {
    const bytes = await bytesIn(OTHERS);
    for (const choice of [`${BODY}.${MEETING}_sbi.62`, `sbi.62_${BODY}.${MEETING}`, `${BODY}.${MEETING}.s3`, "sbi.62.i7"]) {
      const feed = await feedText((await get(`/my/${choice}.ics`)).headers.get("location") ?? `/my/${choice}.ics`);
      expect(feed.match(new RegExp(`UID:${UID}`, "g")), choice).toHaveLength(1);
      expect(entryBytes(feed).get(UID)).toBe(bytes);
    }
    // The third sitting of the other meeting, which it has not, is not that of the lead.
    expect(await feedText("/my/sbi.62.s1.ics")).not.toContain(UID);
    expect((await get("/my/sbi.62.s3.ics")).status).toBe(404);
  });

  it("is in the log of neither what the other said: an export folds by itself, and what calendars were told goes along", async () => {
    const before = await feedText(OTHERS);
    const lines = await exportLines("sbi");
    const folded = foldLines("sbi", lines);
    expect(folded.ok && folded.value.toldMore).toEqual([]);
    await runInDurableObject(env.BODIES.getByName("sbi"), async (_, { storage }) => storage.deleteAll());
    await evictAllDurableObjects();
    expect(await importLines(lines, "sbi")).toMatchObject({ status: 200, answer: { outcome: "imported" } });
    await untilTold(async () => expect(await feedText(OTHERS)).toBe(before));
  });
});

describe("a joint sitting ends", () => {
  beforeEach(async () => {
    await name();
    await join();
    await untilBoth(/Joint meeting with/);
  });

  const untilLeft = (): Promise<void> =>
    untilTold(async () => {
      const [kept, taken] = [await entryIn(LEADS), await entryIn(OTHERS)];
      expect(taken).toMatchObject({ status: "CANCELLED" });
      expect(taken?.description).toContain("Subsidiary Body for Implementation takes no part in this joint meeting any more.");
      expect(taken?.description).not.toContain("Joint meeting with");
      expect(taken?.summary).not.toContain("joint");
      expect(kept?.status).not.toBe("CANCELLED");
      expect(kept?.description).not.toContain("Subsidiary");
    });

  it("when the other body parts from it: its own calendar keeps the entry, cancelled", async () => {
    const dry = await say("slot.parted", { dryRun: true, data: { lead: LEAD } });
    expect(dry.answer).toMatchObject({
      changed: ["/sbi.ics", OTHERS, "/sbi/62/items/7.ics"],
      entries: [{ uid: "sbi.62.item-7" }, { uid: UID, before: { status: "TENTATIVE" }, after: { status: "CANCELLED" } }],
    });
    await part();
    await untilLeft();
    await join();
    await untilBoth(/Joint meeting with/);
  });

  it("when what the other body said is withdrawn", async () => {
    const [joined] = await inBody("sbi", "SELECT webhook_id AS id FROM log WHERE type = 'slot.joined'");
    await say("event.withdrawn", { data: { event: joined?.["id"] } });
    await untilLeft();
  });

  it("when the lead no longer names the other body", async () => {
    await name(null);
    await untilLeft();
  });

  it("when the other meeting is cancelled", async () => {
    await say("meeting.cancelled");
    await untilLeft();
  });

  it("when it is cancelled, in both alike", async () => {
    await send("slot.cancelled", { data: { slot: "3", cause: "security" } });
    await untilBoth(/CANCELLED/);
    expect(await entryIn(OTHERS)).toMatchObject({ status: "CANCELLED" });
  });

  it("when it is withdrawn or leaves the programme, in both alike", async () => {
    await send("agenda.revised", {
      data: { record: { ...SEED, slots: SEED.slots.filter(({ number }) => number !== "3") }, conflicts: "take" },
    });
    await untilTold(async () => {
      expect((await entryIn(LEADS))?.status).toBe("CANCELLED");
      expect(await bytesIn(OTHERS)).toBe(await bytesIn(LEADS));
    });
  });
});

describe("what a secretariat had removed", () => {
  it("leaves the other body's copy too, and what is stored of it", async () => {
    await name();
    await join();
    await untilBoth(/Joint meeting with/);
    await send("slot.relocated", { data: { slot: "3", venue: "Room of Mr. Zebra" } }, { id: "msg_venue" });
    await untilTold(async () => expect((await entryIn(OTHERS))?.location).toContain("Zebra"));
    await send("event.redacted", { data: { event: "msg_venue", pointers: ["/data/venue"] } });
    await untilTold(async () => expect((await entryIn(OTHERS))?.location).not.toContain("Zebra"));
    expect(await bytesIn(OTHERS)).toBe(await bytesIn(LEADS));
    expect(JSON.stringify(await inBody("sbi", "SELECT * FROM joint"))).not.toContain("Zebra");
  });
});

describe("two leads", () => {
  it("each keep the sitting that is theirs, and each takes part in the other's", async () => {
    await name();
    await say("slot.changed", { data: { slot: "1", with: [{ body: BODY }] } });
    expect(await join()).toMatchObject({ status: 200, answer: { warnings: [{ code: "joint-kept-elsewhere" }, { code: "two-leads" }] } });
    await send("slot.joined", { data: { lead: { body: "sbi", meeting: "62", slot: "1" } } });
    await untilBoth(/Joint meeting with/);
    await untilTold(async () => {
      const [kept, taken] = [
        entryBytes(await feedText(OTHERS)).get("sbi.62.slot-1"),
        entryBytes(await feedText(LEADS)).get("sbi.62.slot-1"),
      ];
      expect(taken).toBe(kept);
      expect(kept?.replaceAll("\r\n ", "")).toContain("Joint meeting with");
    });
  });
});

describe("a body that is not there, or not as it was", () => {
  it("is addressed only once the directory has its row", async () => {
    const woken = vi.spyOn(env.BODIES, "getByName");
    try {
      await name([{ body: "nobody" }]);
      await runDurableObjectAlarm(env.BODIES.getByName(BODY));
      expect(woken.mock.calls.map(([id]) => id)).not.toContain("nobody");
    } finally {
      woken.mockRestore();
    }
    expect(await feedText("/nobody.ics")).toContain("no-such-body");
  });

  it("is waited for no longer than until it answers: an object that waits does not rest", async () => {
    const waits = vi.spyOn(scheduler, "wait");
    try {
      await name();
      await join();
      await untilBoth(/Joint meeting with/);
      const signals = waits.mock.calls.flatMap(([, options]) => options?.signal ?? []);
      expect(signals.length).toBeGreaterThan(0);
      await untilTold(async () => expect(signals.map(({ aborted }) => aborted)).not.toContain(false));
    } finally {
      waits.mockRestore();
    }
  });

  it("leaves the feed of the other alone where its storage is gone", async () => {
    await name();
    await join();
    const bytes = await untilBoth(/Joint meeting with/);
    await inBody(BODY, "ALTER TABLE ledger RENAME TO torn");
    await evictAllDurableObjects();
    const faults = recordFaults();
    await join(["8"]);
    await untilTold(async () => expect(await inBody("sbi", "SELECT failures > 0 AS hasFailed FROM peers")).toEqual([{ hasFailed: 1 }]));
    expect(await bytesIn(OTHERS)).toBe(bytes);
    expect(faults.join()).toContain("no such table: ledger");
    // It is tried again, and then has what is new.
    await inBody(BODY, "ALTER TABLE torn RENAME TO ledger");
    await untilBoth(/Other business of its own/);
  });

  it("is told anew by a health scan after it was restored to what it was before", async () => {
    await name();
    await join();
    await untilBoth(/Joint meeting with/);
    await inBody(BODY, "CREATE TABLE kept AS SELECT * FROM log");
    await inBody(BODY, "CREATE TABLE kept_ledger AS SELECT * FROM ledger");
    await inBody(BODY, "CREATE TABLE kept_meetings AS SELECT * FROM meetings");
    await send("slot.relocated", { data: { slot: "3", venue: "Board Room D" } });
    await untilTold(async () => expect((await entryIn(OTHERS))?.location).toContain("Board Room D"));
    for (const [table, kept] of [
      ["log", "kept"],
      ["ledger", "kept_ledger"],
      ["meetings", "kept_meetings"],
    ] as const) {
      await inBody(BODY, `DELETE FROM ${table}`);
      await inBody(BODY, `INSERT INTO ${table} SELECT * FROM ${kept}`);
    }
    await evictAllDurableObjects();
    await get("/healthz");
    await untilTold(async () => {
      expect((await entryIn(OTHERS))?.location).not.toContain("Board Room D");
      expect(await bytesIn(OTHERS)).toBe(await bytesIn(LEADS));
    });
  });

  it("takes part by a key of its own that speaks for that meeting alone, and moves nothing", async () => {
    await name();
    const key = await deriveSecret(OPERATOR_KEY, { body: "sbi", name: "desk", generation: 1 });
    const added = {
      type: "key.added",
      timestamp: "2010-01-01T00:00:00Z",
      data: { body: "sbi", key: { name: "desk", generation: 1, meeting: "62" } },
    };
    expect(await post(JSON.stringify(added), { path: "/sbi/events" })).toMatchObject({ status: 200 });
    const data = { lead: LEAD, items: ["7"] };
    expect(await say("slot.joined", { data: { ...data, meeting: "63" } }, key)).toMatchObject({ answer: { code: "not-permitted" } });
    expect(await say("slot.joined", { data }, key)).toMatchObject({ status: 200 });
    expect(await send("slot.relocated", { data: { slot: "3", venue: "Elsewhere" } }, key === undefined ? {} : { key })).toMatchObject({
      status: 401,
    });
    await untilBoth(/Joint meeting with/);
  });
});

describe("a joint meeting with an agenda of its own, which a body keeps and another lists", () => {
  const list = (id = "2010-joint", of: object = { body: BODY, meeting: MEETING }) => say("meeting.listed", { data: { meeting: id, of } });
  const untilListed = (): Promise<void> =>
    untilTold(async () => {
      const [own, listed] = [entryBytes(await feedText(LEADS)), entryBytes(await feedText("/sbi.ics"))];
      expect([...own].map(([uid, bytes]) => listed.get(uid) === bytes)).toEqual(Array(6).fill(true));
    });

  it("is in the other body's feed with the same UIDs and bytes, beside its own meetings", async () => {
    expect(await list()).toMatchObject({ status: 200, answer: { outcome: "applied", state: "listed" } });
    await untilListed();
    expect([...entryBytes(await feedText("/sbi.ics")).keys()]).toContain("sbi.62.slot-1");
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T16:00" } });
    await untilListed();
  });

  it("is on the other body's page and in its JSON, whose addresses are those of the body that keeps it", async () => {
    await list();
    await untilTold(async () => {
      const { meetings } = JSON.parse(await feedText("/sbi.json")) as { meetings: readonly object[] };
      expect(meetings).toMatchObject([{ body: BODY, meeting: MEETING, feed: `https://plenary.example${LEADS}` }, { meeting: "62" }]);
      expect(meetings[1]).not.toHaveProperty("body");
      expect(await feedText("/sbi")).toContain(`href="/${BODY}/${MEETING}"`);
    });
    await send("meeting.opened");
    await untilTold(async () => {
      const { meetings } = JSON.parse(await feedText("/sbi.json")) as { meetings: readonly object[] };
      expect(meetings[0]).toMatchObject({ status: { meeting: "opened" } });
    });
  });

  it("is found under the id by which it is listed", async () => {
    await list();
    for (const [path, target] of [
      ["/sbi/2010-joint", `/${BODY}/${MEETING}`],
      ["/sbi/2010-joint.ics?lang=fr", `/${BODY}/${MEETING}.ics?lang=fr`],
      ["/fr/sbi/2010-joint/log", `/fr/${BODY}/${MEETING}/log`],
    ] as const) {
      const { status, headers } = await get(path);
      expect([status, headers.get("location")]).toEqual([302, target]);
    }
    expect((await get("/sbi/2011-joint")).status).toBe(404);
  });

  it("is listed no more once that is withdrawn: its entries stay in the body's calendar, cancelled", async () => {
    await list();
    await untilListed();
    const [listed] = await inBody("sbi", "SELECT webhook_id AS id FROM log WHERE type = 'meeting.listed'");
    const withdrawn = () => say("event.withdrawn", { data: { meeting: "2010-joint", event: listed?.["id"] } });
    expect(await withdrawn()).toMatchObject({ status: 200, answer: { state: "unlisted" } });
    expect(await withdrawn()).toMatchObject({ status: 409, answer: { reason: "already-withdrawn" } });
    await untilTold(async () => {
      const left = reread(await feedText("/sbi.ics")).filter(({ uid }) => uid.startsWith(BODY));
      expect(left.map(({ status }) => status)).toEqual(Array(6).fill("CANCELLED"));
      expect((JSON.parse(await feedText("/sbi.json")) as { meetings: readonly object[] }).meetings).toHaveLength(1);
    });
    expect((await get("/sbi/2010-joint")).status).toBe(404);
    await list();
    await untilListed();
  });

  it("is under an id that no meeting of its own has, and takes no other event", async () => {
    expect(await list("62")).toMatchObject({ status: 409, answer: { reason: "id-taken" } });
    expect(await list("2010-joint", { body: "sbi", meeting: "62" })).toMatchObject({
      status: 422,
      answer: { errors: [{ field: "data.of.body" }] },
    });
    await list();
    expect(await list()).toMatchObject({ answer: { outcome: "unchanged" } });
    expect(await list("2010-joint", { body: "elsewhere", meeting: "1" })).toMatchObject({ status: 409, answer: { reason: "is-listed" } });
    expect(await say("meeting.opened", { data: { meeting: "2010-joint" } })).toMatchObject({
      status: 409,
      answer: { reason: "is-listed" },
    });
    const record = { ...OTHER, id: "2010-joint" };
    expect(await say("meeting.announced", { data: { meeting: "2010-joint", record } })).toMatchObject({ answer: { reason: "is-listed" } });
  });

  it("may be one that is not there yet", async () => {
    await list("later", { body: BODY, meeting: "2011" });
    await runDurableObjectAlarm(env.BODIES.getByName("sbi"));
    await send("meeting.announced", { data: { meeting: "2011", record: { ...SEED, id: "2011" } } });
    await untilTold(async () => {
      const uids = [...entryBytes(await feedText("/sbi.ics")).keys()];
      expect(uids.filter((uid) => uid.startsWith(`${BODY}.2011.`))).toHaveLength(6);
    });
  });

  it("is in an exported log, and is listed again where that is imported", async () => {
    await list();
    await untilListed();
    const lines = await exportLines("sbi");
    await runInDurableObject(env.BODIES.getByName("sbi"), (_, { storage }) => storage.deleteAll());
    await evictAllDurableObjects();
    expect(await importLines(lines, "sbi")).toMatchObject({ status: 200, answer: { outcome: "imported" } });
    await untilListed();
  });

  it("stays cancelled in the calendar of a body that left it, also where its log is imported", async () => {
    await list();
    await untilListed();
    const [listed] = await inBody("sbi", "SELECT webhook_id AS id FROM log WHERE type = 'meeting.listed'");
    await say("event.withdrawn", { data: { meeting: "2010-joint", event: listed?.["id"] } });
    const lines = await exportLines("sbi");
    await runInDurableObject(env.BODIES.getByName("sbi"), (_, { storage }) => storage.deleteAll());
    await evictAllDurableObjects();
    expect(await importLines(lines, "sbi")).toMatchObject({ status: 200, answer: { outcome: "imported" } });
    await untilTold(async () => {
      const left = reread(await feedText("/sbi.ics")).filter(({ uid }) => uid.startsWith(BODY));
      expect(left.map(({ status }) => status)).toEqual(Array(6).fill("CANCELLED"));
    });
  });

  it("is named by a dry run that changes nothing", async () => {
    const data = { meeting: "2010-joint", of: { body: BODY, meeting: MEETING } };
    expect(await say("meeting.listed", { dryRun: true, data })).toMatchObject({ status: 200, answer: { outcome: "dry run" } });
    expect(await inBody("sbi", "SELECT * FROM listings")).toEqual([]);
  });
});
