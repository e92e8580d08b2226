import { DurableObject } from "cloudflare:workers";
import { lifecycleOf } from "../../machines/agenda.ts";
import { possibleTypes } from "../../machines/possible.ts";
import { meetingFeedPath, slotFeedPath } from "../calendar/addresses.ts";
import type { LedgerRow } from "../calendar/ledger.ts";
import type { LogEntry } from "../calendar/replay.ts";
import type { BodyOverview, MeetingCalendar } from "../calendar/views.ts";
import type { BodyRegistered, MeetingEvent } from "../meeting/events.ts";
import type { BodyRecord } from "../meeting/record.ts";
import type { Answer, EntryChange } from "./answer.ts";
import { claimErrors, decide, type Refused } from "./decide.ts";
import { appendToLog, earlierDelivery, LOG_TABLE, nextPlace, readLog, redactInLog, type Delivery, type Place } from "./log-table.ts";
import { MEETING_TABLES, meetingIds, readMeeting, saveMeeting } from "./meeting-tables.ts";
import { migrate } from "./migrations.ts";

const BODY_TABLE = "CREATE TABLE body (id INTEGER PRIMARY KEY CHECK (id = 1), record TEXT NOT NULL);";
const MIGRATIONS = [LOG_TABLE + BODY_TABLE + MEETING_TABLES];

export type Receipt =
  | { readonly kind: "answered"; readonly answer: Answer; readonly record: BodyRecord }
  | Refused
  | { readonly kind: "id-reused" }
  | { readonly kind: "unfoldable" };

const changedFeeds = (body: string, meeting: string, rows: readonly LedgerRow[]): readonly string[] =>
  rows.length === 0 ? [] : [meetingFeedPath(body, meeting), ...rows.map(({ entry }) => slotFeedPath(body, meeting, entry.slot))];

const entryChanges = (before: readonly LedgerRow[], changed: readonly LedgerRow[]): readonly EntryChange[] =>
  changed.map(({ entry }) => ({ uid: entry.uid, before: before.find((row) => row.entry.uid === entry.uid)?.entry ?? null, after: entry }));

/** What registering a body answers; also for one that has no object yet. */
export const registrationAnswer = (outcome: Answer["outcome"], position: number): Answer => ({
  outcome,
  position,
  version: 0,
  state: "registered",
  changed: [],
  warnings: [],
  next: ["meeting.announced"],
});

/** One body: the append-only log of its events, and the snapshots and ledger that the log folds to. */
export class BodyObject extends DurableObject<Env> {
  readonly #storage: DurableObjectStorage;
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#storage = ctx.storage;
    this.#sql = ctx.storage.sql;
    migrate(ctx.storage, MIGRATIONS);
  }

  /**
   * Applies a delivery, all of it or nothing.
   * @param now milliseconds of the epoch
   */
  receive(delivery: Delivery, now: number): Receipt {
    return this.#storage.transactionSync(() => {
      const record = this.#record();
      const earlier = earlierDelivery(this.#sql, delivery.id);
      if (earlier && record)
        return earlier.digest === delivery.digest ? { kind: "answered", answer: earlier.answer, record } : { kind: "id-reused" };
      const place = nextPlace(this.#sql, now);
      const { event } = delivery;
      if (event.type === "body.registered") return this.#register(delivery, event, place);
      return record ? this.#change(delivery, event, record, place) : { kind: "no-such-meeting" };
    });
  }

  overview(): BodyOverview | undefined {
    const record = this.#record();
    if (!record) return undefined;
    const meetings = meetingIds(this.#sql).flatMap((id) => this.meeting(id)?.state ?? []);
    return { record, meetings: meetings.map(({ record: meeting, agenda }) => ({ record: meeting, agenda })) };
  }

  meeting(id: string): MeetingCalendar | undefined {
    const stored = readMeeting(this.#sql, id);
    return stored && { state: stored.state, rows: stored.rows };
  }

  /** The events of a meeting in the order of their arrival; none if there is no such meeting. */
  log(id: string): readonly LogEntry[] {
    return readLog(this.#sql, id);
  }

  /** Ids of meetings whose log this release can't fold: they serve what was last known, and take no event. */
  unfoldable(): readonly string[] {
    return meetingIds(this.#sql).filter((id) => readMeeting(this.#sql, id)?.isStale);
  }

  #register(delivery: Delivery, event: BodyRegistered, place: Place): Receipt {
    const { record } = event.data;
    const answer = registrationAnswer(event.dryRun ? "dry run" : "applied", place.position);
    if (!event.dryRun) {
      this.#sql.exec("INSERT INTO body (id, record) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET record = ?1", JSON.stringify(record));
      appendToLog(this.#sql, delivery, null, place, answer);
    }
    return { kind: "answered", answer, record };
  }

  #change(delivery: Delivery, event: MeetingEvent, record: BodyRecord, place: Place): Receipt {
    const id = event.data.meeting;
    const before = readMeeting(this.#sql, id);
    if (before?.isStale) return { kind: "unfoldable" };
    const errors = claimErrors(event, record);
    if (errors.length > 0) return { kind: "invalid", errors };
    const decision = decide(before, { id: delivery.id, event }, () => readLog(this.#sql, id), place.arrival, place.position);
    if (decision.kind !== "decided") return decision;
    const { state, rows, warnings } = decision;
    const answer: Answer = {
      outcome: event.dryRun ? "dry run" : "applied",
      position: place.position,
      version: state.version,
      state: lifecycleOf(state.agenda),
      changed: changedFeeds(record.id, id, rows),
      warnings,
      next: possibleTypes(state),
      ...(event.dryRun && { entries: entryChanges(before?.rows ?? [], rows) }),
    };
    if (!event.dryRun) {
      if (event.type === "event.redacted") redactInLog(this.#sql, event.data.event);
      saveMeeting(this.#sql, state, rows);
      appendToLog(this.#sql, delivery, id, place, answer);
    }
    return { kind: "answered", answer, record };
  }

  #record(): BodyRecord | undefined {
    const found = this.#sql.exec<{ record: string }>("SELECT record FROM body").toArray()[0];
    return found && (JSON.parse(found.record) as BodyRecord);
  }
}
