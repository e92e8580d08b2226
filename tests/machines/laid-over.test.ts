import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combine, restoreDocuments } from "../../machines/meeting/documented.ts";
import { identifyRecord } from "../../machines/meeting/identities.ts";
import { layOver } from "../../machines/meeting/revise.ts";
import type { Revising } from "../../machines/meeting/revising.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { mergeRevisions, type EntryRevision } from "../../src/calendar/ledger.ts";
import { parseEvent } from "../../src/meeting/parse.ts";
import type { MeetingEvent } from "../../src/meeting/events.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { decide } from "../../src/store/body/decide.ts";
import { listChangedParts, splitState } from "../../src/store/state-parts.ts";
import { greatRecord } from "../support/great-record.ts";
import { RECORD } from "./given.ts";
import { tellStory, type Step } from "./stories/story.ts";

/** A record that is laid over what was said costs what it changes, and comes to what it would if all of it were looked at. */

type Kept = { readonly state: MeetingState; readonly rows: readonly EntryRevision[] } | undefined;

const receive = (before: Kept, type: MeetingEvent["type"], data: object, timestamp: string) => {
  const event = parseEvent({ type, timestamp, data: { body: RECORD.body.id, meeting: "great", ...data } });
  if (!event.ok) throw new Error(JSON.stringify(event.error));
  const decided = decide(`of ${timestamp}`, event.value as MeetingEvent, {
    before,
    body: RECORD.body,
    position: { position: (before?.state.version ?? 0) + 1, arrival: Date.parse(timestamp) },
    openLog: () => {
      throw new Error("It looks back into the log.");
    },
    findEvent: () => undefined,
    isInBodyFeed: () => true,
    reach: "operator",
    findMoved: () => undefined,
    keyWarnings: [],
  });
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return { ...decided.value, kept: { state: decided.value.state, rows: mergeRevisions(before?.rows ?? [], decided.value.rows) } };
};

/** What a record that gives one sitting another room writes, in a meeting of so many sittings of which each had a room reported. */
const reviseOne = (sittings: number) => {
  const { documents: _documents, ...record } = greatRecord(RECORD, "great", sittings, sittings / 2);
  let { kept } = receive(undefined, "meeting.announced", { record }, "2031-01-01T00:00:00Z");
  for (const { number } of record.slots)
    ({ kept } = receive(kept, "slot.relocated", { slot: number, venue: `Hall ${number}` }, "2031-01-02T00:00:00Z"));
  const slots = record.slots.map((slot) => (slot.number === "3" ? { ...slot, venue: "Board Room" } : slot));
  const data = { record: { ...record, slots }, conflicts: "take" };
  return { before: kept, ...receive(kept, "agenda.revised", data, "2031-01-03T00:00:00Z") };
};

describe.each([20, 200])("a revision of one sitting of %d", (sittings) => {
  const { before, state, rows } = reviseOne(sittings);

  it("keeps all others, the agenda and what is said of the meeting as they are", () => {
    expect(state.slots.filter((slot, at) => slot !== before.state.slots[at]).map(({ slot }) => slot.number)).toEqual(["3"]);
    expect(state.record).toBe(before.state.record);
    expect(state.items).toBe(before.state.items);
  });

  it("writes that sitting, that the agenda was revised, and one entry", () => {
    const parts = listChangedParts(splitState(before.state), splitState(state));
    expect(parts.map(({ list, at }) => `${list} ${at}`)).toEqual(["slots 2", "milestones 0"]);
    expect(rows.map(({ entry }) => entry.slot)).toEqual(["3"]);
  });
});

/** A record that says its titles in one language more. */
const translate = (record: MeetingRecord): MeetingRecord => ({
  ...record,
  agenda: {
    ...record.agenda,
    items: record.agenda.items.map((item) => ({
      ...item,
      title: typeof item.title === "string" ? { en: item.title, fr: `Sur ${item.title}` } : item.title,
    })),
  },
});

const OTHERWISE = ["keep", "take", undefined] as const;

const listRevising = ({ delivery: { event }, decided }: Step, draw: number): Revising | undefined => {
  if (!decided.ok || !("record" in event.data) || !event.data.record) return undefined;
  const { identities, local } = decided.value.logged;
  const { covers = "all", days, asOf } = event.data.record;
  const record = { ...identifyRecord(event.data.record, identities), ...(covers === "days" && days && { days }) };
  return {
    record: draw % 5 === 0 ? translate(record) : record,
    covers,
    isAdopted: event.type === "agenda.adopted",
    asOf,
    decide: {},
    otherwise: OTHERWISE[draw % 3],
    replace: draw % 7 === 0,
    timestamp: event.timestamp,
    local,
  };
};

describe("a record laid over what was said", () => {
  it("comes to the same whether what it says as its base did is known for it, or looked at anew", { timeout: 120_000 }, () => {
    let laid = 0;
    let shared = 0;
    const throws = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
    const same = fc.property(throws, fc.boolean(), (all, isTrue) => {
      for (const [at, step] of tellStory(all, { isTrue }).steps.entries()) {
        const revising = listRevising(step, (all[at] ?? 0) + at);
        if (!revising) continue;
        const { state } = step.before;
        const base = restoreDocuments(state);
        const next = combine(base, revising.record, revising.covers);
        laid += 1;
        shared += next.slots.filter((slot) => base.slots.includes(slot)).length;
        expect(layOver(state, base, next, revising)).toEqual(layOver(state, base, structuredClone(next), revising));
      }
    });
    fc.assert(same, { numRuns: Number(process.env["STORIES"] ?? 30), seed: 20_310_301 });
    expect(laid).toBeGreaterThan(50);
    expect(shared).toBeGreaterThan(laid);
  });
});
