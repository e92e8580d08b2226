import { DurableObject } from "cloudflare:workers";
import { lifecycleOf } from "../../machines/agenda.ts";
import { MACHINE_VERSION, possibleEvents, type MeetingState } from "../../machines/fold.ts";
import { meetingFeedPath, slotFeedPath } from "../calendar/addresses.ts";
import type { LedgerRow } from "../calendar/ledger.ts";
import type { BodyOverview, MeetingCalendar } from "../calendar/views.ts";
import type { BodyRegistered, MeetingEvent, PlenaryEvent } from "../meeting/events.ts";
import type { BodyRecord } from "../meeting/record.ts";
import type { Answer } from "./answer.ts";
import { decide, type Refused } from "./decide.ts";
import { migrate } from "./migrations.ts";

const MIGRATIONS = [
  `CREATE TABLE log (
     position INTEGER PRIMARY KEY,
     webhook_id TEXT NOT NULL UNIQUE,
     type TEXT NOT NULL,
     meeting TEXT,
     arrival INTEGER NOT NULL,
     machine INTEGER NOT NULL,
     key TEXT NOT NULL,
     webhook_timestamp TEXT NOT NULL,
     webhook_signature TEXT NOT NULL,
     raw BLOB NOT NULL,
     answer TEXT NOT NULL
   );
   CREATE INDEX log_by_meeting ON log (meeting, position);
   CREATE TABLE body (id INTEGER PRIMARY KEY CHECK (id = 1), record TEXT NOT NULL);
   CREATE TABLE meetings (id TEXT PRIMARY KEY, machine INTEGER NOT NULL, opens_on TEXT NOT NULL, snapshot TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE ledger (
     meeting TEXT NOT NULL,
     uid TEXT NOT NULL,
     sequence INTEGER NOT NULL,
     stamp INTEGER NOT NULL,
     position INTEGER NOT NULL,
     tied INTEGER NOT NULL,
     entry TEXT NOT NULL,
     PRIMARY KEY (meeting, uid)
   ) WITHOUT ROWID;`,
];

/** A verified delivery: its event, and the bytes and signature that prove it. */
export interface Delivery {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly key: string;
  readonly raw: Uint8Array;
  readonly event: PlenaryEvent;
}

export type Receipt =
  | { readonly kind: "answered"; readonly answer: Answer; readonly record: BodyRecord }
  | Refused
  | { readonly kind: "id-reused" };

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);

const changedFeeds = (body: string, meeting: string, rows: readonly LedgerRow[]): readonly string[] =>
  rows.length === 0 ? [] : [meetingFeedPath(body, meeting), ...rows.map(({ entry }) => slotFeedPath(body, meeting, entry.slot))];

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
      const earlier = this.#earlier(delivery);
      if (earlier) return earlier;
      const last = this.#sql
        .exec<{ position: number; arrival: number }>("SELECT position, arrival FROM log ORDER BY position DESC LIMIT 1")
        .toArray()[0];
      const arrival = Math.max(now, last?.arrival ?? 0);
      const position = (last?.position ?? 0) + 1;
      const { event } = delivery;
      return event.type === "body.registered"
        ? this.#register(delivery, event, arrival, position)
        : this.#change(delivery, event, arrival, position);
    });
  }

  overview(): BodyOverview | undefined {
    const record = this.#record();
    if (!record) return undefined;
    const meetings = this.#sql
      .exec<{ snapshot: string }>("SELECT snapshot FROM meetings ORDER BY opens_on DESC, id")
      .toArray()
      .map(({ snapshot }) => JSON.parse(snapshot) as MeetingState)
      .map(({ record: meeting, agenda }) => ({ record: meeting, agenda }));
    return { record, meetings };
  }

  meeting(id: string): MeetingCalendar | undefined {
    const found = this.#sql.exec<{ snapshot: string }>("SELECT snapshot FROM meetings WHERE id = ?", id).toArray()[0];
    return found && { state: JSON.parse(found.snapshot) as MeetingState, rows: this.#rows(id) };
  }

  /** A retry of what was applied gets the stored answer; another event under its id is a conflict. */
  #earlier({ id, raw }: Delivery): Receipt | undefined {
    const found = this.#sql.exec<{ raw: ArrayBuffer; answer: string }>("SELECT raw, answer FROM log WHERE webhook_id = ?", id).toArray()[0];
    const record = this.#record();
    if (!found || !record) return undefined;
    return sameBytes(new Uint8Array(found.raw), raw)
      ? { kind: "answered", answer: JSON.parse(found.answer) as Answer, record }
      : { kind: "id-reused" };
  }

  #register(delivery: Delivery, event: BodyRegistered, arrival: number, position: number): Receipt {
    const { record } = event.data;
    const answer = registrationAnswer(event.dryRun ? "dry run" : "applied", position);
    if (!event.dryRun) {
      this.#sql.exec("INSERT INTO body (id, record) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET record = ?1", JSON.stringify(record));
      this.#log(delivery, null, arrival, position, answer);
    }
    return { kind: "answered", answer, record };
  }

  #change(delivery: Delivery, event: MeetingEvent, arrival: number, position: number): Receipt {
    const record = this.#record();
    if (!record) return { kind: "no-such-meeting" };
    const id = event.data.meeting;
    const decision = decide(this.meeting(id), event, arrival, position);
    if (decision.kind !== "decided") return decision;
    const { state, rows, warnings } = decision;
    const answer: Answer = {
      outcome: event.dryRun ? "dry run" : "applied",
      position,
      version: state.version,
      state: lifecycleOf(state.agenda),
      changed: changedFeeds(record.id, id, rows),
      warnings,
      next: possibleEvents(state),
    };
    if (!event.dryRun) {
      this.#save(state, rows);
      this.#log(delivery, id, arrival, position, answer);
    }
    return { kind: "answered", answer, record };
  }

  #record(): BodyRecord | undefined {
    const found = this.#sql.exec<{ record: string }>("SELECT record FROM body").toArray()[0];
    return found && (JSON.parse(found.record) as BodyRecord);
  }

  #rows(meeting: string): readonly LedgerRow[] {
    return this.#sql
      .exec<{ sequence: number; stamp: number; position: number; tied: number; entry: string }>(
        "SELECT sequence, stamp, position, tied, entry FROM ledger WHERE meeting = ? ORDER BY length(uid), uid",
        meeting,
      )
      .toArray()
      .map(({ entry, tied, ...row }) => ({ ...row, tied: tied === 1, entry: JSON.parse(entry) as LedgerRow["entry"] }));
  }

  #save(state: MeetingState, rows: readonly LedgerRow[]): void {
    const { id, opensOn } = state.record;
    this.#sql.exec(
      `INSERT INTO meetings (id, machine, opens_on, snapshot) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (id) DO UPDATE SET machine = ?2, opens_on = ?3, snapshot = ?4`,
      id,
      MACHINE_VERSION,
      opensOn,
      JSON.stringify(state),
    );
    for (const { entry, sequence, stamp, position, tied } of rows)
      this.#sql.exec(
        `INSERT INTO ledger (meeting, uid, sequence, stamp, position, tied, entry) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (meeting, uid) DO UPDATE SET sequence = ?3, stamp = ?4, position = ?5, tied = ?6, entry = ?7`,
        id,
        entry.uid,
        sequence,
        stamp,
        position,
        tied ? 1 : 0,
        JSON.stringify(entry),
      );
  }

  #log(
    { id, timestamp, signature, key, raw, event }: Delivery,
    meeting: string | null,
    arrival: number,
    position: number,
    answer: Answer,
  ): void {
    this.#sql.exec(
      `INSERT INTO log (position, webhook_id, type, meeting, arrival, machine, key, webhook_timestamp, webhook_signature, raw, answer)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      position,
      id,
      event.type,
      meeting,
      arrival,
      MACHINE_VERSION,
      key,
      timestamp,
      signature,
      raw,
      JSON.stringify(answer),
    );
  }
}
