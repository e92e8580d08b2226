import { env } from "cloudflare:workers";
import { runInDurableObject } from "cloudflare:test";
import fc from "fast-check";
import { expect, inject, it } from "vitest";
import { createLog, foldLog, foldStanding, listWithdrawn } from "../machines/meeting/fold-log.ts";
import { createToldRevisions, recallCalendar } from "../src/calendar/recall.ts";
import { replay, buildCalendar, type LogEntry } from "../src/calendar/replay.ts";
import { selectMeetingFeed } from "../src/feeds/feed.ts";
import { renderFeed } from "../src/feeds/ics.ts";
import { parseFeedOptions } from "../src/feeds/options.ts";
import { ENGLISH } from "../src/i18n/en.ts";
import type { AgendaItem, Covers, Slot } from "../src/meeting/record.ts";
import type { PlenaryEvent } from "../src/meeting/events.ts";
import type { MeetingCalendar } from "../src/calendar/views.ts";
import { readLog } from "../src/store/body/log-reads.ts";
import { loadMeeting } from "../src/store/body/stored-meeting.ts";
import type { BodyObject } from "../src/store/body/body.ts";
import { unwrap } from "../src/store/stored.ts";
import { entryBytes } from "./support/reread.ts";
import { BODY, MEETING, SEED } from "./support/secretariat.ts";
import { deliveryOf } from "./support/delivery.ts";

/** Random sequences of possible and impossible events, corrections among them, given to the real object with real SQLite. */

const slot = fc.constantFrom("1", "2", "3", "4", "5", "6", "7", "9");
const item = fc.constantFrom("1(a)", "1(b)", "2", "3", "4", "5", "7", "8", "99");
const words = fc.option(fc.constantFrom("Consultations", "At the request of the Chair"), { nil: undefined });
const start = fc.constantFrom("2010-01-27T10:00", "2010-01-28T11:00", "2010-01-29T15:00", "2010-01-30T10:00");
/** Without an hour. */
const day = fc.constantFrom("2010-01-28", "2010-01-29");
const end = fc.constantFrom("2010-01-28T13:00", "2010-01-29T18:30", "2010-01-30T12:00");
/** An earlier event by how far back it is; some are not there. */
const earlier = fc.integer({ min: 1, max: 12 });

type Data = Record<string, unknown>;
const said = (type: string, data: Record<string, fc.Arbitrary<unknown>> = {}): fc.Arbitrary<{ type: string; data: Data }> =>
  fc.record({ type: fc.constant(type), data: fc.record({ ...data, note: words }) });

const revised = { ...SEED, slots: SEED.slots.filter(({ number }) => number !== "4") };
const record = fc.constantFrom(SEED, revised);
const pickSlot = (number: string, change: Partial<Slot> = {}): readonly Slot[] =>
  SEED.slots.filter((each) => each.number === number).map((each) => ({ ...each, ...change }));
const extract = (covers: Covers, slots: readonly Slot[], items: readonly AgendaItem[] = []) => ({
  ...SEED,
  covers,
  agenda: { ...SEED.agenda, items: [...items] },
  documents: [],
  slots: [...slots],
});
/** What documents say that speak of a part of the programme alone. */
const partial = fc.constantFrom(
  { ...extract("days", pickSlot("3", { start: "2010-01-28T09:00" })), days: ["2010-01-28"] },
  { ...extract("days", []), days: ["2010-01-29"] },
  extract("additions", [{ number: "7", start: "2010-01-29T19:00", items: ["9"] }], [{ number: "9", title: "Election of officers" }]),
  extract("corrections", pickSlot("4", { items: ["5"], continued: [] }), [{ number: "7", title: "Any other matters" }]),
);
const conflicts = fc.constantFrom("keep", "take", undefined);

const anyEvent = fc.oneof(
  { weight: 2, arbitrary: said("meeting.opened") },
  { weight: 2, arbitrary: said("agenda.adopted") },
  { weight: 1, arbitrary: said("agenda.adopted", { record: fc.oneof(record, partial), conflicts }) },
  { weight: 2, arbitrary: said("agenda.revised", { record: fc.oneof(record, partial), conflicts }) },
  { weight: 1, arbitrary: said("meeting.suspended", { reason: words }) },
  { weight: 1, arbitrary: said("meeting.resumed") },
  { weight: 1, arbitrary: said("meeting.postponed", { reason: words }) },
  {
    weight: 1,
    arbitrary: said("meeting.rescheduled", {
      opensOn: fc.constant("2010-01-27"),
      closesOn: fc.constant("2010-01-30"),
      slots: fc.constant(revised.slots),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("meeting.closed", "meeting.cancelled", "meeting.announced")
      .chain((type) => said(type, type === "meeting.announced" ? { record } : {})),
  },
  { weight: 1, arbitrary: said("report.adopted") },
  { weight: 1, arbitrary: said("report.issued", { symbol: fc.constantFrom("A/1", "A/2") }) },
  {
    weight: 1,
    arbitrary: said("documents.issued", {
      documents: fc.constantFrom([{ symbol: "A/3", items: ["4"] }], [{ symbol: "CTOC/COP/WG.4/2010/2", items: ["5"] }]),
    }),
  },
  { weight: 2, arbitrary: said("slot.added", { slot, start, items: fc.uniqueArray(item, { maxLength: 2 }) }) },
  { weight: 3, arbitrary: said("slot.rescheduled", { slot, start }) },
  { weight: 2, arbitrary: said("slot.rescheduled", { slot, start: day, after: fc.record({ slot }) }) },
  { weight: 1, arbitrary: said("slot.delayed", { slot, minutes: fc.constantFrom(15, 30) }) },
  { weight: 2, arbitrary: said("slot.changed", { slot, label: fc.constantFrom("3rd meeting", null) }) },
  { weight: 2, arbitrary: said("slot.extended", { slot, end }) },
  { weight: 2, arbitrary: said("slot.relocated", { slot, venue: fc.constantFrom("Board Room A", "Board Room B") }) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom("slot.opened", "slot.suspended", "slot.resumed", "slot.adjourned", "slot.reinstated", "slot.postponed")
      .chain((type) => said(type, { slot })),
  },
  { weight: 3, arbitrary: said("slot.cancelled", { slot, reason: words, itemsTo: fc.option(slot, { nil: undefined }) }) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom("item.taken_up", "item.left_open", "item.concluded", "item.reopened", "item.deferred")
      .chain((type) => said(type, { item })),
  },
  { weight: 3, arbitrary: said("item.moved", { item, from: slot, to: slot }) },
  { weight: 4, arbitrary: said("event.withdrawn", { event: earlier, reason: words }) },
  { weight: 2, arbitrary: said("event.redacted", { event: earlier }) },
);

/** How many minutes after it happened something is told. */
const late = fc.constantFrom(0, 0, 0, 15, 90, 3000);
const sequence = fc.array(fc.record({ event: anyEvent, dryRun: fc.boolean(), seconds: fc.integer({ min: 0, max: 3 }), late }), {
  minLength: 50,
  maxLength: 50,
});

const ORIGIN = "https://plenary.example";
const EPOCH = Date.UTC(2030, 0, 1);
/** A story takes three days, from before the meeting to its end. */
const BEGINNING = Date.UTC(2010, 0, 27, 6);
const PACE = 75 * 60_000;

const registered: PlenaryEvent = { type: "body.registered", timestamp: "2009-12-10T00:00:00Z", data: { body: BODY, record: SEED.body } };

/** Everything that the object has stored. */
const dump = ({ storage }: DurableObjectState): string =>
  JSON.stringify(["log", "meetings", "parts", "ledger"].map((table) => storage.sql.exec(`SELECT * FROM ${table} ORDER BY 1, 2`).toArray()));

/** As JSON, whatever the order of fields. */
const writeSorted = (thing: unknown): string =>
  JSON.stringify(thing, (_name, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

const inOneOrder = (calendar: MeetingCalendar | undefined): string =>
  writeSorted([calendar?.state, calendar?.rows.map((row) => [row.entry, row.sequence, row.stamp, row.position])]);

/** The order of entries is the store's own. */
const entriesBytes = (feed: string): readonly string[] => [...entryBytes(feed).values()].toSorted();

const readCalendar = async (body: BodyObject): Promise<MeetingCalendar | undefined> => (await unwrap(body.loadMeeting(MEETING)))?.value;

const feedOf = async (body: BodyObject): Promise<string | undefined> => {
  const calendar = await readCalendar(body);
  return calendar && renderFeed(selectMeetingFeed(calendar, ENGLISH), ORIGIN, parseFeedOptions({}));
};

let objects = 0;
const inNewObject = <Result>(callback: (body: BodyObject, state: DurableObjectState) => Promise<Result>): Promise<Result> =>
  runInDurableObject(env.BODIES.getByName(`invariants-${(objects += 1)}`), (body: BodyObject, state) => callback(body, state));

const RUNS = inject("runs");

/** A meeting as it was known, by the way in which a page of it is made. */
const recall = (log: readonly LogEntry[], version: number, now: MeetingCalendar["rows"]) => {
  const known = log.slice(0, version);
  const told = createToldRevisions();
  for (const entry of known.toReversed()) told.add(entry);
  const { state } = foldStanding(createLog(known), listWithdrawn(known));
  return state && inOneOrder(recallCalendar(state, told, now));
};

it(`holds over ${RUNS} sequences of 50 events`, { timeout: 1_200_000 }, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(sequence, async (steps) => {
      const sentAs = new Map<string, PlenaryEvent>();
      const { log, feed } = await inNewObject(async (body, state) => {
        const ids: string[] = [];
        await unwrap(body.receive(deliveryOf("registration", registered), EPOCH));
        let now = EPOCH;
        for (const [at, { event, dryRun, seconds, late: minutes }] of [
          { event: { type: "meeting.announced", data: { record: SEED } as Data }, dryRun: false, seconds: 0, late: 0 },
          ...steps,
        ].entries()) {
          now += seconds * 1000;
          const target = event.data["event"];
          const data = {
            ...event.data,
            ...(typeof target === "number" && { event: ids.at(-target) ?? "msg_never" }),
            body: BODY,
            meeting: MEETING,
          };
          const isDry = dryRun && at % 4 === 3;
          const timestamp = new Date(BEGINNING + at * PACE - minutes * 60_000).toISOString();
          const sent = JSON.parse(JSON.stringify({ type: event.type, timestamp, ...(isDry && { dryRun: true }), data })) as PlenaryEvent;
          const before = dump(state);
          const rowsBefore = (await readCalendar(body))?.rows ?? [];
          const receipt = await unwrap(body.receive(deliveryOf(`msg_${at}`, sent), now));
          seen.add(
            `${event.type} ${receipt.ok ? "answered" : receipt.error.kind === "refused" ? receipt.error.refusal.code : receipt.error.kind}`,
          );
          if (!receipt.ok || isDry) {
            expect(dump(state), "a refusal or a dry run changes no byte").toBe(before);
            continue;
          }
          if (minutes > 0) seen.add("told late");
          if ("record" in sent.data && sent.data.record && "covers" in sent.data.record) seen.add(`covers ${sent.data.record.covers}`);
          ids.push(`msg_${at}`);
          sentAs.set(`msg_${at}`, sent);
          const stored = await readCalendar(body);
          expect(inOneOrder(stored), "what is in memory is what is in the tables").toBe(
            inOneOrder(loadMeeting(state.storage.sql, MEETING)),
          );
          const folded = foldLog(readLog(state.storage.sql, MEETING));
          expect(folded.ok).toBe(true);
          expect(writeSorted(stored?.state), "the stored state is the fold of the log").toBe(
            writeSorted(folded.ok ? folded.value : undefined),
          );
          for (const { slot: each } of stored?.state.slots ?? [])
            expect(each.end === undefined || each.end > each.start, "a sitting ends after it starts").toBe(true);
          const rows = new Map(stored?.rows.map((row) => [row.entry.uid, row]));
          for (const old of rowsBefore) {
            const row = rows.get(old.entry.uid);
            const isChanged = JSON.stringify(row?.entry) !== JSON.stringify(old.entry);
            expect(row?.sequence, `SEQUENCE of ${old.entry.uid}`).toBe(old.sequence + (isChanged ? 1 : 0));
            expect(row?.stamp).toBeGreaterThanOrEqual(old.stamp);
          }
        }
        return { log: readLog(state.storage.sql, MEETING), feed: await feedOf(body) };
      });
      const replayed = await inNewObject(async (body) => {
        await unwrap(body.receive(deliveryOf("registration", registered), EPOCH));
        for (const { id, event, arrival } of log)
          // As it was sent: the log may have lost words since.
          expect((await unwrap(body.receive(deliveryOf(id, sentAs.get(id) ?? event), arrival))).ok, event.type).toBe(true);
        return feedOf(body);
      });
      expect(replayed, "sending all again into an empty object gives equal bytes").toBe(feed);
      const { calendar: pure } = buildCalendar(replay(log));
      expect(
        pure && entriesBytes(renderFeed(selectMeetingFeed(pure, ENGLISH), ORIGIN, parseFeedOptions({}))),
        "and so does the pure replay",
      ).toEqual(feed && entriesBytes(feed));
      const version = 1 + (steps.length % log.length);
      expect(recall(log, version, pure?.rows ?? []), "an earlier version is one fold of its events").toEqual(
        inOneOrder(buildCalendar(replay(log.slice(0, version))).calendar),
      );
    }),
    { numRuns: RUNS, seed: 20_100_127 },
  );
  const answered = new Set([...seen].filter((outcome) => outcome.endsWith(" answered")));
  expect(answered.size, "kinds of events that were possible at some time").toBeGreaterThanOrEqual(25);
  expect([...seen]).toEqual(expect.arrayContaining(["told late", "covers days", "covers additions", "covers corrections"]));
});
