import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import { foldLines } from "../src/log-file/fold.ts";
import { meetingEvent } from "../src/meeting/events.ts";
import { meetingRecord, slot as slotSchema, type MeetingRecord, type Slot } from "../src/meeting/record.ts";
import { generateValue } from "./support/generate.ts";
import { importLines, requestLog } from "./support/log-transfer.ts";
import { announce, BODY, feedText, MEETING, send } from "./support/secretariat.ts";

/** What a document says of how it revises another, and no meeting has. */
const OF_REVISION: ReadonlySet<string> = new Set(["covers", "days", "asOf", "was"]);

function withoutRevision(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRevision);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (OF_REVISION.has(name) ? [] : [[name, withoutRevision(inner)]])),
  );
}

/** Every field that the schemas have, whoever added it. Only what fields say of one another is chosen here. */
const GENERATED_SLOT = generateValue(slotSchema) as Slot;
const SLOT: Slot = { ...GENERATED_SLOT, end: "2010-01-27T13:00", access: "open", after: { item: GENERATED_SLOT.items[0] ?? "" } };
const GENERATED = withoutRevision(generateValue(meetingRecord)) as MeetingRecord;
const RECORD: MeetingRecord = { ...GENERATED, id: MEETING, body: { ...GENERATED.body, id: BODY }, slots: [SLOT] };

/** Whom a sitting names beside its own body is told once they have confirmed it: see joint.test.ts. */
const hidePartners = ({ with: _with, ...slot }: Slot): Slot => slot;
const PRINTED = hidePartners(SLOT);

/** What an entry says in a calendar's own terms. */
const { number: _number, items: _items, continued: _continued, kind: _kind, venue: _venue, ...CARRIED } = PRINTED;

interface MeetingJson {
  readonly record: MeetingRecord;
  readonly programme: readonly Slot[];
  readonly entries: readonly Record<string, unknown>[];
  readonly steps: readonly Record<string, unknown>[];
}

const meetingText = (): Promise<string> => feedText(`/${BODY}/${MEETING}.json`);
const meetingJson = async (): Promise<MeetingJson> => JSON.parse(await meetingText()) as MeetingJson;

const exportLog = async (): Promise<readonly string[]> => {
  const { answer } = await requestLog("export", { request: "log.export", after: 0 });
  return answer["lines"] as string[];
};

const dataSchema = (type: string): z.core.$ZodType => {
  const found = meetingEvent.def.options.find((option) => option.shape.type.def.values.some((value) => value === type));
  if (!found) throw new Error(`there is no event ${type}`);
  return found.shape.data;
};

beforeEach(async () => {
  await reset();
  expect(await announce(RECORD)).toMatchObject({ status: 200 });
});

describe("a record with every field that its schema has", () => {
  it("is in the meeting's JSON whole, and in its programme", async () => {
    const { record, programme } = await meetingJson();
    expect(record).toEqual({ ...RECORD, slots: [PRINTED] });
    expect(programme).toEqual([PRINTED]);
  });

  it("is carried by the calendar's entry, field by field, where a calendar has no term of its own for it", async () => {
    const { entries } = await meetingJson();
    expect(entries[0]).toMatchObject(CARRIED);
  });

  it("is in the state that an exported log folds to", async () => {
    const folded = foldLines(BODY, await exportLog());
    if (!folded.ok) throw new Error(JSON.stringify(folded));
    expect([...folded.value.meetings].map(({ state }) => [{ ...state.record, slots: [] }, state.slots.map(({ slot }) => slot)])).toEqual([
      [{ ...RECORD, slots: [] }, [SLOT]],
    ]);
  });

  it("is there again after an import into another service", async () => {
    const [before, lines] = [await meetingText(), await exportLog()];
    await reset();
    expect(await importLines(lines)).toMatchObject({ status: 200, answer: { outcome: "imported" } });
    expect(await meetingText()).toBe(before);
  });

  it("keeps each field that an event does not name", async () => {
    await send("slot.relocated", { data: { slot: SLOT.number, venue: "Elsewhere" } });
    await send("slot.extended", { data: { slot: SLOT.number, end: "2010-01-27T14:00" } });
    expect((await meetingJson()).programme).toEqual([{ ...PRINTED, venue: "Elsewhere", end: "2010-01-27T14:00" }]);
  });
});

describe("a slot that is added with every field that the schema has", () => {
  it("is in the programme with each of them, in the schema's order", async () => {
    const { number: _own, ...fields } = SLOT;
    const backwards = Object.fromEntries(Object.entries(fields).toReversed());
    expect(await send("slot.added", { data: { slot: "8", ...backwards } })).toMatchObject({ status: 200 });
    const [, added] = (await meetingJson()).programme;
    expect(JSON.stringify(added)).toBe(JSON.stringify({ ...PRINTED, number: "8" }));
  });

  it("is refused if it continues what it does not take up", async () => {
    const { number: _own, ...fields } = SLOT;
    expect(await send("slot.added", { data: { slot: "8", ...fields, continued: ["elsewhere"] } })).toMatchObject({
      status: 422,
      answer: { errors: [{ field: "data.continued.0" }] },
    });
  });
});

describe("a step of the lifecycle", () => {
  it.for([
    ["meeting.postponed", "meeting.rescheduled", "meeting.cancelled"],
    [
      "agenda.revised",
      "meeting.opened",
      "agenda.adopted",
      "meeting.suspended",
      "meeting.resumed",
      "report.adopted",
      "report.issued",
      "meeting.closed",
    ],
  ])("says all that its event says of it: %s", async (types) => {
    const said = types.map((type) => {
      const { expectedVersion: _unasked, ...data } = generateValue(dataSchema(type)) as Record<string, unknown>;
      const programme = { ...("record" in data && { record: { ...RECORD, venue: type } }), ...("slots" in data && { slots: [SLOT] }) };
      return { type, data: { ...data, body: BODY, meeting: MEETING, ...programme } };
    });
    for (const { type, data } of said) expect([type, await send(type, { data })]).toMatchObject([type, { status: 200 }]);
    // Dates, places and sittings are the record's from then on, which is asked above; how a document is weighed is no step's.
    const steps = said.map(({ type, data }) => {
      const {
        body: _body,
        meeting: _meeting,
        record: _record,
        slots: _slots,
        opensOn: _opensOn,
        closesOn: _closesOn,
        city: _city,
        venue: _place,
        timezone: _timezone,
        decide: _decide,
        conflicts: _conflicts,
        replace: _replace,
        ...own
      } = data as Record<string, unknown>;
      return { type, ...own };
    });
    expect((await meetingJson()).steps).toMatchObject(steps);
  });
});
