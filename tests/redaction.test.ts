import { env } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import { safeParse } from "zod/mini";
import { meetingEvent, type MeetingEvent } from "../src/meeting/events.ts";
import { mapTexts } from "../src/meeting/free-texts.ts";
import { createRedactText, redactEvent } from "../src/meeting/redaction.ts";
import { generateValue } from "./support/generate.ts";
import { foldLines } from "../src/log-file/fold.ts";
import { renderCache } from "../src/http/render-cache.ts";
import type { BodyObject } from "../src/store/body/body.ts";
import { unwrap } from "../src/store/stored.ts";
import { importLines, requestLog } from "./support/log-transfer.ts";
import { reread } from "./support/reread.ts";
import { announce, BODY, feedText, healthLater, MEETING, nextId, register, SEED, send, type Posted } from "./support/secretariat.ts";

const SECRET = "passcode 482 913, for delegates";
const LINK = "https://meet.example/room?lobby=482913";

/** Every value of every row of every table of an object, as text. */
const dump = (object: DurableObjectStub): Promise<string> =>
  runInDurableObject(object, (_, { storage: { sql } }) => {
    const names = sql
      .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'")
      .toArray();
    return names
      .flatMap(({ name }) => sql.exec(`SELECT * FROM "${name}"`).toArray().flatMap(Object.values))
      .map((value) => (value instanceof ArrayBuffer ? new TextDecoder().decode(value) : String(value)))
      .join("\n");
  });
const tables = async (): Promise<string> =>
  `${await dump(env.BODIES.getByName(BODY))}\n${await dump(env.DIRECTORY.getByName("directory"))}`;

const ofMeeting = (meeting: string): readonly string[] => [
  `/${BODY}/${meeting}.ics`,
  `/${BODY}/${meeting}/slots/3.ics`,
  `/${BODY}/${meeting}/items/4.ics`,
  `/${BODY}/${meeting}`,
  `/${BODY}/${meeting}.json`,
  `/${BODY}/${meeting}/log`,
  `/${BODY}/${meeting}/log.json`,
  `/${BODY}/${meeting}/report.txt`,
];
const ADDRESSES = [`/${BODY}.ics`, `/${BODY}`, `/${BODY}.json`, "/bodies.json", ...ofMeeting(MEETING)];

interface Exported {
  readonly events: readonly string[];
  readonly ledger: readonly string[];
}

const exportAll = async (meeting = 0): Promise<Exported> => {
  const log = await requestLog("export", { request: "log.export", after: 0 });
  const ledger = await requestLog("export", { request: "ledger.export", meeting });
  return { events: log.answer["lines"] as string[], ledger: ledger.answer["lines"] as string[] };
};
const decode = (line: string): string => line + new TextDecoder().decode(Uint8Array.fromBase64((JSON.parse(line) as { raw: string }).raw));

const unfold = (text: string): string => text.replaceAll("\r\n ", "").replaceAll("\\,", ",").replaceAll("&amp;", "&");

/** All that is served of the body, and of each version of its meeting, and all that is stored. */
const everything = async (version: number, meeting = MEETING): Promise<string> => {
  const versions = Array.from({ length: version }, (_, at) => [`.json?version=${at + 1}`, `?version=${at + 1}`]).flat();
  const served = [...ADDRESSES, ...ofMeeting(meeting), ...versions.map((suffix) => `/${BODY}/${meeting}${suffix}`)];
  const texts = await Promise.all(served.map(feedText));
  const { events, ledger } = await exportAll();
  return [await tables(), ...texts.map(unfold), ...events.map(decode), ...ledger].join("\n");
};

const redact = (event: string, pointers?: readonly string[], data: Record<string, unknown> = {}): Promise<Posted> =>
  send("event.redacted", { data: { event, ...(pointers && { pointers }), ...data } });

const withSlot = (change: Record<string, unknown>) => ({
  ...SEED,
  slots: SEED.slots.map((slot) => (slot.number === "3" ? { ...slot, ...change } : slot)),
});
const withItem = (change: Record<string, unknown>) => ({
  ...SEED,
  agenda: { ...SEED.agenda, items: SEED.agenda.items.map((item) => (item.number === "4" ? { ...item, ...change } : item)) },
});

interface Place {
  readonly what: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly pointer: string;
  readonly text: string;
}

const PLACES: readonly Place[] = [
  {
    what: "a link",
    type: "agenda.revised",
    data: { record: withSlot({ webcast: LINK }) },
    pointer: "/data/record/slots/2/webcast",
    text: LINK,
  },
  { what: "a venue", type: "slot.relocated", data: { slot: "3", venue: SECRET }, pointer: "/data/venue", text: SECRET },
  {
    what: "the meeting's venue",
    type: "agenda.revised",
    data: { record: { ...SEED, venue: SECRET } },
    pointer: "/data/record/venue",
    text: SECRET,
  },
  {
    what: "a title",
    type: "agenda.revised",
    data: { record: withItem({ title: SECRET }) },
    pointer: "/data/record/agenda/items/3/title",
    text: SECRET,
  },
  {
    what: "a title in one language",
    type: "agenda.revised",
    data: { record: withItem({ title: { en: SECRET, fr: "Examen des meilleures pratiques" } }) },
    pointer: "/data/record/agenda/items/3/title/en",
    text: SECRET,
  },
  {
    what: "the meeting's title",
    type: "agenda.revised",
    data: { record: { ...SEED, title: SECRET } },
    pointer: "/data/record/title",
    text: SECRET,
  },
  {
    what: "an annotation",
    type: "agenda.revised",
    data: { record: withItem({ annotation: SECRET }) },
    pointer: "/data/record/agenda/items/3/annotation",
    text: SECRET,
  },
  {
    what: "a note",
    type: "slot.extended",
    data: { slot: "3", end: "2010-01-28T13:30", note: SECRET },
    pointer: "/data/note",
    text: SECRET,
  },
  { what: "a reason", type: "slot.cancelled", data: { slot: "3", reason: SECRET }, pointer: "/data/reason", text: SECRET },
  {
    what: "a document's title",
    type: "documents.issued",
    data: { documents: [{ symbol: "A/1", title: SECRET, items: ["4"] }] },
    pointer: "/data/documents/0/title",
    text: SECRET,
  },
];

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a redaction by pointer", () => {
  it.for(PLACES)("removes $what from every table, feed, page and version", async ({ type, data, pointer, text }) => {
    const id = nextId();
    expect(await send(type, { data }, { id })).toMatchObject({ status: 200 });
    expect((await everything(2)).includes(text)).toBe(true);
    expect(await redact(id, [pointer])).toMatchObject({ status: 200, answer: { outcome: "applied", version: 3 } });
    expect((await everything(3)).includes(text)).toBe(false);
    expect(await (await healthLater()).json()).toEqual({ status: "ok", storage: "ok", faults: [], news: [] });
  });

  it("removes equal texts from other events, and from the midst of longer ones", async () => {
    const id = nextId();
    await send("slot.relocated", { data: { slot: "3", venue: SECRET } }, { id });
    await send("slot.relocated", { data: { slot: "4", venue: SECRET } });
    await send("slot.cancelled", { data: { slot: "3", reason: `Nobody knew (${SECRET}).` } });
    await send("agenda.revised", { data: { record: withSlot({ venue: SECRET }), conflicts: "keep" } });
    await send("slot.relocated", { data: { slot: "4", venue: "Board Room A" } });
    await redact(id, ["/data/venue"], { note: `The ${SECRET} was told to all` });
    const text = await everything(7);
    expect(text.includes(SECRET)).toBe(false);
    expect(text.includes("Nobody knew ([redacted]).")).toBe(true);
    expect(text.includes("The [redacted] was told to all")).toBe(true);
  });

  it("leaves what merely has the same letters in a word", async () => {
    const id = nextId();
    await send("slot.relocated", { data: { slot: "3", venue: "Board" } }, { id });
    await send("slot.relocated", { data: { slot: "4", venue: "Boardroom" } });
    await redact(id, ["/data/venue"]);
    expect(await feedText(`/${BODY}/${MEETING}/slots/4.ics`)).toContain("Boardroom");
    expect(await feedText(`/${BODY}/${MEETING}/slots/3.ics`)).toContain("[redacted]");
  });

  it("goes to the body's other meetings, whose readers get it although no event of theirs came", async () => {
    const [id, other] = [nextId(), "2011"];
    await send("meeting.announced", { data: { meeting: other, record: { ...withSlot({ venue: SECRET }), id: other } } });
    await send("slot.relocated", { data: { slot: "3", venue: SECRET } }, { id });
    expect((await everything(1, other)).includes(SECRET)).toBe(true);
    expect((await redact(id, ["/data/venue"])).answer["changed"]).toContain(`/${BODY}/${other}.ics`);
    expect((await everything(1, other)).includes(SECRET)).toBe(false);
    const [entry] = reread(await feedText(`/${BODY}/${other}/slots/3.ics`));
    expect(entry).toMatchObject({ sequence: 1 });
  });

  it("leaves a sitting that is cancelled for ever its UID, and counts its SEQUENCE on", async () => {
    const id = nextId();
    const added = { slot: "7", start: "2010-01-29T19:00", end: "2010-01-29T20:00", items: ["7"], venue: SECRET };
    await send("slot.added", { data: added }, { id });
    await send("event.withdrawn", { data: { event: id } });
    const [before] = reread(await feedText(`/${BODY}/${MEETING}/slots/7.ics`));
    expect((await everything(3)).includes(SECRET)).toBe(true);
    await redact(id, ["/data/venue"]);
    expect((await everything(4)).includes(SECRET)).toBe(false);
    const [after] = reread(await feedText(`/${BODY}/${MEETING}/slots/7.ics`));
    expect([before?.status, before?.sequence]).toEqual(["CANCELLED", 1]);
    expect([after?.uid, after?.status, after?.sequence]).toEqual([before?.uid, "CANCELLED", 2]);
  });

  it("is shown by a dry run, which removes nothing and repeats nothing", async () => {
    const id = nextId();
    await send("slot.relocated", { data: { slot: "3", venue: SECRET } }, { id });
    const { status, answer } = await send("event.redacted", { dryRun: true, data: { event: id, pointers: ["/data/venue"] } });
    expect([status, answer["outcome"]]).toEqual([200, "dry run"]);
    expect(JSON.stringify(answer)).not.toContain(SECRET);
    expect(JSON.stringify(answer["entries"])).toContain("slot-3");
    expect((await everything(2)).includes(SECRET)).toBe(true);
  });

  it("leaves lines of an import that was given up in no table", async () => {
    const id = nextId();
    await send("slot.relocated", { data: { slot: "3", venue: SECRET } }, { id });
    const { events } = await exportAll();
    await runInDurableObject(env.BODIES.getByName(BODY), (_, { storage: { sql } }) => {
      for (const [at, line] of events.entries()) sql.exec("INSERT INTO staged (line, text) VALUES (?, ?)", at + 1, decode(line));
    });
    expect((await tables()).includes(SECRET)).toBe(true);
    await redact(id, ["/data/venue"]);
    expect((await tables()).includes(SECRET)).toBe(false);
  });

  it.for([
    { what: "nothing", pointer: "/data/webcast", says: /points at nothing/ },
    { what: "a sitting's number", pointer: "/data/slot", says: /points at no text/ },
    { what: "a time", pointer: "/data/start", says: /points at no text/ },
    { what: "a list", pointer: "/data/items", says: /points at no text/ },
    { what: "the number of an item", pointer: "/data/items/0", says: /points at no text/ },
    { what: "beyond a list", pointer: "/data/items/9", says: /points at nothing/ },
    { what: "what the body's record says", pointer: "/data/venue", says: /the operator registers the body without it/ },
  ])("that points at $what is refused, and says so", async ({ pointer, says }) => {
    const id = nextId();
    const venue = SEED.body.name;
    await send("slot.added", { data: { slot: "7", start: "2010-01-29T19:00", items: ["7"], venue } }, { id });
    const { status, answer } = await redact(id, [pointer]);
    expect([status, answer["code"]]).toEqual([422, "not-an-event"]);
    expect(answer["errors"]).toEqual([{ field: "data.pointers.0", message: expect.stringMatching(says) as unknown }]);
  });

  it("that was made already is refused", async () => {
    const id = nextId();
    await send("slot.relocated", { data: { slot: "3", venue: SECRET, note: "As agreed" } }, { id });
    await redact(id, ["/data/venue", "/data/note"]);
    expect((await redact(id, ["/data/venue"])).answer["errors"]).toMatchObject([
      { message: expect.stringContaining("already") as unknown },
    ]);
    expect((await redact(id, ["/data/note"])).status).toBe(422);
    expect((await redact(id)).answer["reason"]).toBe("no-words");
  });

  it("never gives an address to another subject: an item whose title is gone keeps its own", async () => {
    const id = nextId();
    await send("agenda.revised", { data: { record: withItem({ title: SECRET }) } }, { id });
    await redact(id, ["/data/record/agenda/items/3/title"]);
    await send("agenda.revised", { data: { record: withItem({ title: "Another subject", was: "4" }) } });
    expect(await feedText(`/${BODY}/${MEETING}/items/4.ics`)).toContain("Another subject");
  });
});

describe("the exported log of a body of which something was redacted", () => {
  const redactAll = async (): Promise<void> => {
    const [moved, wrong] = [nextId(), nextId()];
    await send("agenda.revised", { data: { record: withSlot({ webcast: LINK }) } });
    await send("slot.relocated", { data: { slot: "3", venue: SECRET, note: LINK } }, { id: moved });
    await send("slot.added", { data: { slot: "7", start: "2010-01-29T19:00", items: ["7"], venue: SECRET } }, { id: wrong });
    await send("event.withdrawn", { data: { event: wrong } });
    await redact(moved, ["/data/venue", "/data/note"]);
    await send("slot.relocated", { data: { slot: "3", venue: "Board Room A" } });
  };

  it("folds to what the service has", async () => {
    await redactAll();
    const { events, ledger } = await exportAll();
    const folded = foldLines(BODY, events);
    expect(folded.ok).toBe(true);
    if (!folded.ok) return;
    const [meeting] = folded.value.meetings;
    expect(meeting?.rows).toEqual(ledger.map((line) => (JSON.parse(line) as { row: unknown }).row));
    const stored = await runInDurableObject(env.BODIES.getByName(BODY), (object: BodyObject) => unwrap(object.loadMeeting(MEETING)));
    expect(stored?.value?.state).toEqual(JSON.parse(JSON.stringify(meeting?.state)));
  });

  it("makes the same body elsewhere", async () => {
    await redactAll();
    const before = await Promise.all(ADDRESSES.map(feedText));
    const { events, ledger } = await exportAll();
    await reset();
    renderCache.clear();
    expect(await importLines([...events, ...ledger])).toMatchObject({ status: 200 });
    expect(await Promise.all(ADDRESSES.map(feedText))).toEqual(before);
    expect((await exportAll()).events).toEqual(events);
  });

  it("says nothing of it where the first lines were exported before it came", async () => {
    const id = nextId();
    await send("slot.relocated", { data: { slot: "3", venue: SECRET } }, { id });
    await send("slot.relocated", { data: { slot: "4", venue: SECRET } });
    const early = (await exportAll()).events;
    await redact(id, ["/data/venue"]);
    const { events, ledger } = await exportAll();
    await reset();
    await importLines([...early, ...events.slice(early.length), ...ledger]);
    expect((await everything(4)).includes(SECRET)).toBe(false);
  });
});

describe("of an event with every field that its schema has", () => {
  const words = "Words of a person, not to be told";
  /** Every free text in the place of what was generated; all else as it is. */
  const fill = (schema: z.core.$ZodType): MeetingEvent =>
    mapTexts(schema, generateValue(schema), (text) => (text === "value" ? words : text), "") as MeetingEvent;
  const schemas = meetingEvent.def.options.map((schema) => ({ type: schema.shape.type.def.values[0], schema }));

  it.for(schemas)("$type, nothing is left, and what is left is such an event", ({ schema }) => {
    const event = fill(schema);
    const redacted = redactEvent(event, createRedactText([words]));
    expect(JSON.stringify(redacted)).not.toContain(words);
    expect(safeParse(schema, event).error?.issues).toEqual(safeParse(schema, redacted).error?.issues);
    expect(redactEvent(redacted, createRedactText([words]))).toEqual(redacted);
  });
});

describe("without pointers", () => {
  it("an event's note and its reason are removed, wherever they stand", async () => {
    const id = nextId();
    await register();
    await send("slot.cancelled", { data: { slot: "3", reason: SECRET, note: LINK } }, { id });
    await send("slot.extended", { data: { slot: "4", end: "2010-01-28T18:30", note: SECRET } });
    await redact(id);
    const text = await everything(4);
    expect(text.includes(SECRET)).toBe(false);
    expect(text.includes(LINK)).toBe(false);
  });
});
