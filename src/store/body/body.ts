import { DurableObject } from "cloudflare:workers";
import { lifecycleOf } from "../../../machines/agenda.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { possibleTypes } from "../../../machines/meeting/next-events.ts";
import { formatBodyFeedPath, formatItemFeedPath, formatMeetingFeedPath, formatSlotFeedPath } from "../../calendar/addresses.ts";
import type { EntryRevision } from "../../calendar/ledger.ts";
import type { LogEntry } from "../../calendar/replay.ts";
import type { BodyOverview, MeetingCalendar } from "../../calendar/views.ts";
import type { BodyKey } from "../../meeting/body-key.ts";
import { isMeetingEvent, type BodyEvent, type EventType, type MeetingEvent } from "../../meeting/events.ts";
import { isSameOrPart } from "../../meeting/numbered-items.ts";
import type { BodyRecord } from "../../meeting/record.ts";
import type { Answer, EntryChange } from "../../api/event-answer.ts";
import { claimErrors, decide, type Refused } from "./decide.ts";
import { applyToBody, BODY_TABLE, countRepeated, MENDED_COLUMN, readRecord, REPEATED_COLUMN } from "./body-table.ts";
import { activeKeys, expiryWarnings, KEYS_TABLE, whyNotPermitted, whyNotPossible } from "./keys-table.ts";
import type { Look, MeetingFault } from "../../api/health.ts";
import { importStaged, stage, STAGE_TABLE, type Imported, type Staged } from "./log-import.ts";
import {
  appendToLog,
  countEvents,
  earlierDelivery,
  lastMeetingId,
  LOG_TABLE,
  logLength,
  nextPlace,
  readLines,
  readLog,
  redactInLog,
  type Delivery,
  type Place,
} from "./log-table.ts";
import {
  bodyRevision,
  currentMeetingIds,
  isListedElsewhere,
  LATEST_INDEXES,
  lookAtMeeting,
  MEETING_TABLES,
  OVERVIEW_COLUMN,
  meetingIds,
  meetingIdsAfter,
  meetingOverviews,
  meetingRevision,
  readMeeting,
  saveMeeting,
  whyNotAnotherMeeting,
  WITHOUT_TIES,
  type StoredMeeting,
} from "./meeting-tables.ts";
import { objectMemory } from "./object-cache.ts";
import type { Found } from "../revalidating-cache.ts";
import { answerPings, follow, hangUp, tellFollowers, type News } from "./sockets.ts";
import { statusChanges } from "./status-changes.ts";
import { migrate } from "../migrations.ts";

const MIGRATIONS = [
  LOG_TABLE + BODY_TABLE + KEYS_TABLE + MEETING_TABLES,
  STAGE_TABLE,
  OVERVIEW_COLUMN,
  LATEST_INDEXES,
  MENDED_COLUMN,
  REPEATED_COLUMN,
  WITHOUT_TIES,
];

/** The meetings of the body's own feed. */
interface CurrentMeetings {
  readonly record: BodyRecord;
  readonly meetings: readonly (Found<MeetingCalendar> & { readonly id: string })[];
}

export type Receipt =
  | { readonly kind: "answered"; readonly answer: Answer; readonly record: BodyRecord; readonly news?: News }
  | Refused
  | { readonly kind: "id-reused" }
  | { readonly kind: "not-permitted"; readonly why: string }
  | { readonly kind: "no-such-body" }
  | { readonly kind: "unfoldable" };

/** The feeds that say something else: of the slots, and of the items that are, or no longer are, in them. */
const changedFeeds = (body: string, state: MeetingState, changes: readonly EntryChange[], isCurrent: boolean): readonly string[] => {
  const meeting = state.record.id;
  const slots = changes.flatMap(({ after }) => after.slot ?? []);
  const touched = changes.flatMap(({ before, after }) => [...(before?.items ?? []), ...after.items]).map(({ number }) => number);
  const known = [...state.items, ...state.formerItems].map(({ number }) => number);
  const items = known.filter((number) => touched.some((other) => isSameOrPart(number, other)));
  return changes.length === 0
    ? []
    : [
        ...(slots.length > 0 && isCurrent ? [formatBodyFeedPath(body)] : []),
        ...(slots.length > 0
          ? [formatMeetingFeedPath(body, meeting), ...slots.map((slot) => formatSlotFeedPath(body, meeting, slot))]
          : []),
        ...items.map((item) => formatItemFeedPath(body, meeting, item)),
      ];
};

const entryChanges = (before: readonly EntryRevision[], changed: readonly EntryRevision[]): readonly EntryChange[] =>
  changed.map(({ entry }) => ({ uid: entry.uid, before: before.find((row) => row.entry.uid === entry.uid)?.entry ?? null, after: entry }));

const BODY_NEXT: readonly EventType[] = ["body.registered", "key.added", "key.revoked", "meeting.announced"];

/** What an event about the body itself answers; a registration also where there is no object yet. */
export const bodyAnswer = (outcome: Answer["outcome"], position: number): Answer => ({
  outcome,
  position,
  version: 0,
  state: "registered",
  changed: [],
  warnings: [],
  next: BODY_NEXT,
});

/** One body: the append-only log of its events, and the snapshots and ledger that the log folds to. */
export class BodyObject extends DurableObject<Env> {
  readonly #storage: DurableObjectStorage;
  readonly #sql: SqlStorage;
  readonly #memory = objectMemory();
  readonly #followers = new Map<string, number>();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#storage = ctx.storage;
    this.#sql = ctx.storage.sql;
    migrate(ctx.storage, MIGRATIONS);
    answerPings(ctx);
  }

  /**
   * Applies a delivery, all of it or nothing.
   * @param now milliseconds of the epoch
   */
  receive(delivery: Delivery, now: number): Receipt {
    const receipt = this.#changing((): Receipt => {
      const record = this.#memory.record(() => readRecord(this.#sql));
      const earlier = earlierDelivery(this.#sql, delivery.id);
      if (earlier && record) {
        if (earlier.digest !== delivery.digest) return { kind: "id-reused" };
        countRepeated(this.#sql);
        return { kind: "answered", answer: earlier.answer, record };
      }
      const { event } = delivery;
      const why = whyNotPermitted(this.#sql, delivery.key, event, now);
      if (why !== undefined) return { kind: "not-permitted", why };
      const place = nextPlace(this.#sql, now);
      const about = event.type === "body.registered" ? event.data.record : record;
      if (!about) return { kind: "no-such-body" };
      return isMeetingEvent(event) ? this.#changeMeeting(delivery, event, about, place) : this.#changeBody(delivery, event, about, place);
    });
    if (receipt.kind === "answered" && receipt.news) tellFollowers(this.ctx, receipt.news);
    return receipt;
  }

  /** `/{meeting}`, by WebSocket: lets it be followed. */
  override fetch(request: Request): Response {
    const meeting = new URL(request.url).pathname.slice(1);
    return follow(this.ctx, this.#followers, { meeting, version: countEvents(this.#sql, meeting) });
  }

  override webSocketMessage(socket: WebSocket): void {
    hangUp(socket);
  }

  /** The keys that may speak for the body, but for the operator's. */
  keys(): readonly BodyKey[] {
    return activeKeys(this.#sql);
  }

  /** The body and all its meetings in short; only the revision, where it is the one that the reader knows. */
  overview(known?: string): Found<BodyOverview> | undefined {
    const record = readRecord(this.#sql);
    const revision = bodyRevision(this.#sql);
    if (!record || revision === known) return record && { revision };
    return { revision, value: { record, meetings: meetingOverviews(this.#sql) } };
  }

  meeting(id: string): MeetingCalendar | undefined {
    const stored = this.#read(id);
    return stored && { state: stored.state, rows: stored.rows };
  }

  /** A meeting at its revision; only the revision, where it is the one that the reader knows. */
  reading(id: string, known?: string): Found<MeetingCalendar> | undefined {
    const revision = meetingRevision(this.#sql, id);
    if (revision === undefined) return undefined;
    if (revision === known) return { revision };
    const value = this.meeting(id);
    return value && { revision: meetingRevision(this.#sql, id) ?? revision, value };
  }

  /** The body with the meetings of its own feed, but for what the reader has: the whole, or some meetings by their revision. */
  current(known?: string, had: Readonly<Record<string, string>> = {}): Found<CurrentMeetings> | undefined {
    const record = readRecord(this.#sql);
    const revision = bodyRevision(this.#sql);
    if (!record || revision === known) return record && { revision };
    const meetings = currentMeetingIds(this.#sql).flatMap((id) => {
      const found = this.reading(id, had[id]);
      return found ? [{ id, ...found }] : [];
    });
    return { revision, value: { record, meetings } };
  }

  /** The events of a meeting in the order of their arrival; none if there is no such meeting. */
  log(id: string): readonly LogEntry[] {
    return readLog(this.#sql, id);
  }

  /**
   * Looks for meetings that are not as they should be, from one on, until so many rows were read; of the one that had the last
   * event also whether its snapshot is the fold of its log.
   */
  look(after: string, most: number): Look {
    const last = lastMeetingId(this.#sql);
    const faults: MeetingFault[] = [];
    let rows = 0;
    for (const meeting of meetingIdsAfter(this.#sql, after)) {
      const found = lookAtMeeting(this.#sql, meeting, meeting === last);
      if (found.isRewritten) this.#memory.forget();
      if (found.fault) faults.push({ meeting, fault: found.fault });
      rows += found.rows;
      if (rows >= most) return { faults, rows, upTo: meeting };
    }
    return { faults, rows };
  }

  /** The log after a position, as lines of an export, and how many events it has. */
  exportLog(after: number, octets: number): { readonly lines: readonly string[]; readonly events: number } {
    return { lines: readLines(this.#sql, after, octets), events: logLength(this.#sql) };
  }

  /** What calendars were told of one of the body's meetings, counted from 0, as lines of an export. */
  exportLedger(at: number): { readonly lines: readonly string[]; readonly events: number; readonly isLast: boolean } {
    const ids = meetingIds(this.#sql);
    const id = ids[at];
    const rows = id === undefined ? [] : (readMeeting(this.#sql, id)?.rows ?? []);
    return {
      lines: rows.map((row) => JSON.stringify({ meeting: id, row })),
      events: logLength(this.#sql),
      isLast: at + 1 >= ids.length,
    };
  }

  /** Lays lines of an exported log aside, for an import into this body, which must be empty. */
  stageLog(first: number, lines: readonly string[]): Staged {
    return this.#storage.transactionSync(() => stage(this.#sql, first, lines));
  }

  /** Makes the body of the lines that were laid aside, all of it or nothing. */
  importLog(body: string, total: number): Imported {
    this.#memory.forget();
    return this.#changing(() => importStaged(this.#sql, body, total));
  }

  #read(id: string): StoredMeeting | undefined {
    const known = this.#memory.get(id);
    if (known) return known;
    const stored = readMeeting(this.#sql, id);
    // A log that was folded again may have come to another end.
    this.#memory.forgetCurrent();
    if (stored && stored.kind !== "stale") this.#memory.keep(id, stored);
    return stored;
  }

  /** One change, all of it or nothing, and after nothing what is in memory may be wrong. */
  #changing<Result>(change: () => Result): Result {
    try {
      return this.#storage.transactionSync(change);
    } catch (error) {
      this.#memory.forget();
      throw error;
    }
  }

  #changeBody(delivery: Delivery, event: BodyEvent, record: BodyRecord, place: Place): Receipt {
    const impossible = whyNotPossible(this.#sql, event);
    if (impossible) return { kind: "refused", refusal: impossible, version: 0, next: BODY_NEXT };
    const answer = bodyAnswer(event.dryRun ? "dry run" : "applied", place.position);
    if (!event.dryRun) {
      applyToBody(this.#sql, event);
      this.#memory.forget();
      appendToLog(this.#sql, delivery, place, answer);
    }
    return { kind: "answered", answer, record };
  }

  #changeMeeting(delivery: Delivery, event: MeetingEvent, record: BodyRecord, place: Place): Receipt {
    const id = event.data.meeting;
    const before = this.#read(id);
    if (before?.kind === "stale") return { kind: "unfoldable" };
    const errors = claimErrors(event, record);
    if (errors.length > 0) return { kind: "invalid", errors };
    const many = before ? undefined : whyNotAnotherMeeting(this.#sql);
    if (many) return { kind: "refused", refusal: many, version: 0, next: BODY_NEXT };
    const decision = decide(before, { id: delivery.id, event }, () => readLog(this.#sql, id), place.arrival, place.position);
    if (decision.kind !== "decided") return decision;
    const { state, snapshot, rows, warnings } = decision;
    const changes = entryChanges(before?.rows ?? [], rows);
    const isListedAnew = !before || isListedElsewhere(before.state, state);
    const isCurrent = isListedAnew || this.#memory.isCurrent(id, () => currentMeetingIds(this.#sql));
    const answer: Answer = {
      outcome: event.dryRun ? "dry run" : "applied",
      position: place.position,
      version: state.version,
      state: lifecycleOf(state.agenda),
      changed: changedFeeds(record.id, state, changes, isCurrent),
      warnings: [...warnings, ...expiryWarnings(this.#sql, delivery.key, place.arrival)],
      next: possibleTypes(state),
      ...(event.dryRun && { entries: changes, statuses: statusChanges(before?.state, state) }),
    };
    if (!event.dryRun) {
      if (event.type === "event.redacted") redactInLog(this.#sql, event.data.event);
      saveMeeting(this.#sql, state, rows, snapshot);
      if (isListedAnew || changes.some((change) => change.before === null)) this.#memory.forgetCurrent();
      this.#memory.advance(id, state, before?.rows ?? [], rows);
      appendToLog(this.#sql, delivery, place, answer);
    }
    return { kind: "answered", answer, record, ...(!event.dryRun && { news: { meeting: id, version: state.version } }) };
  }
}
