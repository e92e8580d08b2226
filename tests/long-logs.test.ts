import { env } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { foldLog } from "../machines/meeting/fold-log.ts";
import type { MeetingEvent } from "../src/meeting/events.ts";
import { MEMORY } from "../src/cache/memory.ts";
import { LIMITS } from "../src/meeting/limits.ts";
import type { BodyObject } from "../src/store/body/body.ts";
import type { IndexedRow } from "../src/store/body/log-index.ts";
import { readLog } from "../src/store/body/log-reads.ts";
import { weighLog } from "../src/store/body/stored-log.ts";
import { unwrap } from "../src/store/stored.ts";
import { deliveryOf } from "./support/delivery.ts";
import { announce, BODY, get, MEETING } from "./support/secretariat.ts";

/** What looks back in a log that is folded bit by bit. */

const EVENTS = 600;
const NOW = Date.UTC(2010, 0, 27, 12);
const BEGINNING = Date.UTC(2010, 0, 20);

/** @param minute after the first of them */
const relocate = (slot: string, venue: string, minute: number): MeetingEvent => ({
  type: "slot.relocated",
  timestamp: new Date(BEGINNING + minute * 60_000).toISOString(),
  data: { body: BODY, meeting: MEETING, slot, venue },
});

const withdraw = (event: string): MeetingEvent => ({
  type: "event.withdrawn",
  timestamp: new Date(NOW).toISOString(),
  data: { body: BODY, meeting: MEETING, event },
});

const inBody = <Value>(callback: (body: BodyObject, sql: SqlStorage) => Promise<Value>): Promise<Value> =>
  runInDurableObject(env.BODIES.getByName(BODY), (body: BodyObject, { storage }) => callback(body, storage.sql));

const receive = async (body: BodyObject, id: string, event: MeetingEvent) => unwrap(body.receive(deliveryOf(id, event), NOW));

const readVenues = async (body: BodyObject) => {
  const state = (await unwrap(body.loadMeeting(MEETING)))?.value?.state;
  return state?.slots.map(({ slot }) => slot.venue);
};

const foldVenues = (sql: SqlStorage) => {
  const folded = foldLog(readLog(sql, MEETING));
  return folded.ok ? folded.value?.slots.map(({ slot }) => slot.venue) : undefined;
};

it("what was folded of a log of all events that a meeting may have, and as many withdrawals, stays in memory for the next", () => {
  const row = (at: number, octets: number): IndexedRow => ({
    id: `msg_${at}`,
    at,
    position: at,
    octets,
    event: { type: "slot.relocated", data: {} },
  });
  const index = [row(0, LIMITS.octets.max), ...Array.from({ length: 2 * LIMITS.events.max }, (_, at) => row(1 + at, 300))];
  expect(weighLog({ index })).toBeLessThan(MEMORY.logs);
});

describe("in a long log", () => {
  beforeEach(async () => {
    await reset();
    await announce();
    await inBody(async (body) => {
      for (let at = 0; at < EVENTS; at += 1) await receive(body, `told-${at}`, relocate(String(1 + (at % 6)), `Room ${at}`, at));
    });
  });

  it.for([
    { what: "a withdrawal", event: withdraw(`told-${EVENTS - 1}`), room: `Room ${EVENTS - 7}` },
    { what: "a late fact", event: relocate("6", "Too late", 10), room: `Room ${EVENTS - 1}` },
  ])("$what lets others in, whose events stand", async ({ event, room }) => {
    await inBody(async (body, sql) => {
      const looksBack = receive(body, "looks-back", event);
      const meanwhile = await Promise.all([
        receive(body, "in-time", relocate("1", "Board Room A", EVENTS)),
        receive(body, "late-too", relocate("2", "Board Room B", 20)),
      ]);
      const receipts = [await looksBack, ...meanwhile];
      expect(receipts.map(({ ok }) => ok)).toEqual([true, true, true]);
      const positions = receipts.map((receipt) => receipt.ok && receipt.value.answer.position);
      expect(positions).toEqual([EVENTS + 4, EVENTS + 3, EVENTS + 5]);
      const venues = await readVenues(body);
      expect(venues).toEqual(["Board Room A", ...[5, 4, 3, 2].map((back) => `Room ${EVENTS - back}`), room]);
      expect(venues).toEqual(foldVenues(sql));
    });
  });

  it("a past version lets others in after each page", async () => {
    const isOver = get(`/${BODY}/${MEETING}.json?version=${EVENTS}`).then(({ status }) => status === 200);
    let turns = 0;
    while (!(await Promise.race([isOver, scheduler.wait(0)]))) turns += 1;
    expect(turns).toBeGreaterThanOrEqual(EVENTS / 200);
  });

  it("what a redaction removed meanwhile does not come back", async () => {
    await inBody(async (body, sql) => {
      const late = receive(body, "late", relocate("6", "Too late", 10));
      const data = { body: BODY, meeting: MEETING, event: "told-594", pointers: ["/data/venue"] };
      await receive(body, "redaction", { type: "event.redacted", timestamp: new Date(NOW).toISOString(), data });
      expect((await late).ok).toBe(true);
      const venues = await readVenues(body);
      expect(JSON.stringify(venues)).not.toContain("Room 594");
      expect(venues).toEqual(foldVenues(sql));
    });
  });
});
