import { DurableObject } from "cloudflare:workers";
import { findMovedTo } from "../../../machines/meeting/milestones.ts";
import type { BodyFault, BodyInspection, EndpointFault } from "../../api/schemas/health.ts";
import { listLedRows } from "../../calendar/joint.ts";
import type { EntryRevision } from "../../calendar/ledger.ts";
import type { LogEntry } from "../../calendar/replay.ts";
import type { ToldEvent } from "../../calendar/told-event.ts";
import { toPart, type PartQuery } from "../../calendar/meeting-part.ts";
import type { MovedIds } from "../../calendar/views.ts";
import { findKnownPosition, readChanges } from "./read-changes.ts";
import { mayHaveMoved, readStoredPart } from "./read-parts.ts";
import type { BodyKey } from "../../meeting/body-key.ts";
import type { Endpoint, ListedEndpoint } from "../../meeting/endpoint.ts";
import type { RegisteredBody } from "../../meeting/record.ts";
import { fail, succeed, type Result } from "../../meeting/result.ts";
import type { BodyListing, ListingState } from "../listing.ts";
import type { FetchedMeeting, FetchedPart } from "../meeting-changes.ts";
import type { Fetched } from "../revalidating-cache.ts";
import { exchangeShared, reportUnreached } from "../exchange.ts";
import { openSchema } from "../schema.ts";
import { createAnswerer, type Stored } from "../stored.ts";
import { findLanguage } from "../../meeting/language-tag.ts";
import { BODY_TABLE, readListingCount, readRecord } from "./body-table.ts";
import { createBroadcast } from "./broadcast.ts";
import { describeShared, listAsked, type Asked, type SharedAnswer } from "./handover.ts";
import { takeShared } from "./take-shared.ts";
import { ENDPOINTS_TABLE, findEndpointFaults, listEndpoints, readEndpoint } from "./endpoints-table.ts";
import { inspectBodyEvents, inspectMeeting, type Inspection } from "./inspection.ts";
import { readLatestEvents, type LatestEvents } from "./latest-events.ts";
import { JOINT_TABLE, readJoint, readListedRows } from "./joint-table.ts";
import { answerHolder, type KeyAnswer } from "./key-holders.ts";
import type { KeysRequest } from "../../standard-webhooks/operator-requests.ts";
import { explainNoEndpointsRequest, explainNoMailsRequest, KEYS_TABLE, readActiveKeys } from "./keys-table.ts";
import { LISTINGS_TABLE, readListingIds, readListings } from "./listings-table.ts";
import { clearImport, importStaged, stageLog, type Imported, type Staged } from "./log-import.ts";
import { readIndex, type IndexedRow } from "./log-index.ts";
import { readEntries } from "./log-reads.ts";
import { readHistory } from "./told-events.ts";
import { LOG_TABLE, type Delivery } from "./log-table.ts";
import { readLogEnd, type LogPosition, readHead } from "./log-end.ts";
import { readLines } from "./log-export.ts";
import {
  readBodyFeedMeetings,
  readBodyRevision,
  readMeetingIds,
  readMeetingIdsAfter,
  readMeetingRevision,
  readOverviews,
} from "./meeting-list.ts";
import { MEETING_TABLES } from "./meeting-tables.ts";
import { MODIFICATION_TABLE, readModificationDate } from "./modification-dates.ts";
import { foldAhead } from "./fold-ahead.ts";
import { RESTS_TABLE } from "./long-texts.ts";
import { createNewsDrains, type NewsDrains } from "./news-drain.ts";
import { createObjectCache, type ObjectCache } from "./object-cache.ts";
import { ANSWER_FIRST, OUTBOX_TABLES } from "./outbox-table.ts";
import { noteAllDue, noteDue, PEER_TABLES, postponeDue, readNextDue, settleDue, takeDue, type DuePeer } from "./peers-table.ts";
import { receiveDelivery } from "./receive.ts";
import type { Receipt } from "./receipt.ts";
import { loadMeeting } from "./stored-meeting.ts";
import { isComingIn, STAGE_TABLE } from "./stage.ts";
import { answerPings, closeSocket, readNotification, subscribe } from "./subscribers.ts";
import { takeSlowly } from "./take-slowly.ts";
import { readUntold } from "./untold-event.ts";
import { findWaitingMail, listWaitingMails, settleWaitingMail, type MailAddress, type WaitingNews } from "./waiting-mails.ts";

const SCHEMA = {
  version: 7,
  tables: [
    LOG_TABLE,
    RESTS_TABLE,
    BODY_TABLE,
    KEYS_TABLE,
    MEETING_TABLES,
    STAGE_TABLE,
    MODIFICATION_TABLE,
    JOINT_TABLE,
    PEER_TABLES,
    LISTINGS_TABLE,
    ENDPOINTS_TABLE,
    OUTBOX_TABLES,
  ].join(""),
};

/** The meetings of the body's own feed. */
interface BodyFeedMeetings {
  readonly record: RegisteredBody;
  readonly meetings: readonly (FetchedMeeting & { readonly id: string })[];
  readonly listed: readonly EntryRevision[];
}

/** Lines of an exported log, and how many events the whole has. */
interface LogPage {
  readonly lines: readonly string[];
  readonly events: number;
  /** The hash of the last event. */
  readonly head: string;
}

/** One body: the append-only log of its events, and the snapshots and ledger that the log folds to. It answers by value. */
export class BodyObject extends DurableObject<Env> {
  readonly #storage: DurableObjectStorage;
  readonly #sql: SqlStorage;
  readonly #cache: ObjectCache;
  readonly #answer: ReturnType<typeof createAnswerer>;
  readonly #subscribers = new Map<string, number>();
  readonly #news: NewsDrains;
  readonly #broadcast: ReturnType<typeof createBroadcast>;
  /** Ends when no log is coming in, however it came out. */
  #importing: Promise<unknown> = Promise.resolve();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#storage = ctx.storage;
    this.#sql = ctx.storage.sql;
    const opened = openSchema(ctx.storage, SCHEMA);
    this.#answer = createAnswerer(opened);
    this.#cache = createObjectCache(this.#sql);
    this.#news = createNewsDrains({
      sql: this.#sql,
      cache: this.#cache,
      change: (write) => this.#change(write),
      setAlarm: () => this.#setAlarm(),
      waitUntil: (work) => ctx.waitUntil(work),
      carrier: {
        writeMessage: (news, languages) => ctx.exports.Outbox.writeMessage(news, languages),
        post: (post) => ctx.exports.Outbox.post(post),
        mail: (endpoint, news) => ctx.exports.Outbox.mail(endpoint, news),
      },
    });
    this.#broadcast = createBroadcast({
      ctx,
      readUntold: (position) => readUntold(this.#sql, this.#cache, this.#cache.readRecord()?.id ?? "", position),
      describe: (event, languages) => ctx.exports.Outbox.describe(event, languages),
    });
    answerPings(ctx);
    if (!opened.ok) return;
    this.#change(() => clearImport(this.#sql));
    // An alarm that was lost would leave what is due lying here for ever.
    ctx.waitUntil(this.#setAlarm());
  }

  /**
   * Applies a delivery, and tells subscribers.
   * @param now milliseconds of the epoch
   */
  receive(delivery: Delivery, now: number): Promise<Stored<Receipt>> {
    return this.#answer(async () => {
      await this.#importing;
      const folded = await foldAhead(this.#sql, this.#cache, delivery, now);
      const receipt = this.#change(() => receiveDelivery(this.#sql, this.#cache, { delivery, now, ...(folded && { folded }) }));
      await this.#setAlarm();
      if (receipt.ok && receipt.value.notification) this.#broadcast(receipt.value.notification, receipt.value.answer.position);
      if (this.#news.readNextDue(now) !== null) this.ctx.waitUntil(scheduler.wait(ANSWER_FIRST).then(() => this.#news.start(Date.now())));
      return receipt;
    });
  }

  /** What a body that holds joint sittings with this one is told when it asks. */
  readShared(reader: string, asked: Asked, now: number): Promise<Stored<SharedAnswer>> {
    return this.#answer(() => this.#change(() => describeShared(this.#sql, this.#cache, reader, asked, now)));
  }

  /** Another body has something new: it is asked for that soon, where this one has to do with it. */
  hear(peer: string, now: number): Promise<Stored<void>> {
    return this.#answer(async () => {
      noteDue(this.#sql, peer, { ask: true }, now);
      await this.#setAlarm();
    });
  }

  /** Sends what is due, and asks and tells other bodies. It never throws: an alarm that does is tried a few times, and then no more. */
  override async alarm(): Promise<void> {
    await this.#answer(async () => {
      const now = Date.now();
      const own = this.#cache.readRecord()?.id;
      const due = own === undefined ? [] : this.#change(() => takeDue(this.#sql, now));
      this.#news.start(now);
      // If it is cut off here it goes on from there.
      await this.#setAlarm();
      await Promise.all(due.map((peer) => this.#exchange(own ?? "", peer, now)));
      await this.#setAlarm();
    });
  }

  /** `/{meeting}` or `/{meeting}/{language}`, by WebSocket: subscribes to it. */
  override async fetch(request: Request): Promise<Response> {
    const [, meeting = "", language] = new URL(request.url).pathname.split("/");
    const subscribed = await this.#answer(() =>
      subscribe(this.ctx, this.#subscribers, readNotification(this.#sql, meeting), findLanguage(language)),
    );
    return subscribed.ok ? subscribed.value : new Response(subscribed.error, { status: 500 });
  }

  override webSocketMessage(socket: WebSocket): void {
    closeSocket(socket);
  }

  /** The keys that may speak for the body, but for the operator's. */
  readKeys(): Promise<Stored<readonly BodyKey[]>> {
    return this.#answer(() => readActiveKeys(this.#sql));
  }

  /** What a holder of a key is told of keys; the reason why it is not. */
  answerHolder(asked: KeysRequest, id: string, now: number): Promise<Stored<Result<KeyAnswer, string>>> {
    return this.#answer(() => answerHolder(this.#sql, asked, id, now));
  }

  /** Where news is sent to, as far as a key may know; or why it may not. */
  readEndpoints(key: string, now: number): Promise<Stored<Result<readonly ListedEndpoint[], string>>> {
    return this.#answer(() => {
      const why = explainNoEndpointsRequest(this.#sql, key, [], now);
      if (why !== undefined) return fail(why);
      return succeed(listEndpoints(this.#sql).filter((one) => explainNoEndpointsRequest(this.#sql, key, [one], now) === undefined));
    });
  }

  /** One endpoint, whole, for a key that may know it. */
  readEndpoint(name: string, key: string, now: number): Promise<Stored<Result<Endpoint | undefined, string>>> {
    return this.#answer(() => {
      const endpoint = readEndpoint(this.#sql, name)?.endpoint;
      const why = explainNoEndpointsRequest(this.#sql, key, endpoint ? [endpoint] : [], now);
      return why === undefined ? succeed(endpoint) : fail(why);
    });
  }

  /** Mails that wait for a person, as far as a key may clear them; or why it clears none. */
  readWaitingMails(key: string, now: number): Promise<Stored<Result<readonly WaitingNews[], string>>> {
    return this.#answer(() => {
      const why = explainNoMailsRequest(this.#sql, key, undefined, now);
      if (why !== undefined) return fail(why);
      const mayClear = (meeting: string): boolean => explainNoMailsRequest(this.#sql, key, meeting, now) === undefined;
      return succeed(listWaitingMails(this.#sql, this.#cache, mayClear));
    });
  }

  /** One of them, as it was read. */
  readWaitingMail(mail: MailAddress, key: string, now: number): Promise<Stored<Result<WaitingNews | undefined, string>>> {
    return this.#answer(() => {
      const why = explainNoMailsRequest(this.#sql, key, mail.meeting, now);
      return why === undefined ? succeed(findWaitingMail(this.#sql, this.#cache, mail)) : fail(why);
    });
  }

  /** It was sent, or is not to be. */
  settleMail(mail: MailAddress): Promise<Stored<void>> {
    return this.#answer(() => this.#change(() => settleWaitingMail(this.#sql, mail)));
  }

  /** The length of the log; of one that is still coming in there is none. */
  readPosition(): Promise<Stored<number>> {
    return this.#answer(() => this.#readListingState().position);
  }

  /** All that the directory is to list of the body. */
  readListing(): Promise<Stored<BodyListing | undefined>> {
    return this.#answer(() => {
      const record = readRecord(this.#sql);
      // To load a meeting may be to fold it again, and so to list it anew.
      const meetings = readOverviews(this.#sql);
      const listings = readListings(this.#sql).map(({ id, of }) => ({ id, of }));
      return record && { record, meetings, listings, ...this.#readListingState() };
    });
  }

  /**
   * A meeting at its revision, folded again where its tables do not do; only what is new, where the reader knows an earlier one, and only
   * the revision, where it is the one.
   */
  loadMeeting(id: string, known?: string): Promise<Stored<FetchedMeeting | undefined>> {
    return this.#answer(() => this.#loadMeeting(id, known));
  }

  /** Where the ids of a meeting lead, at its revision: only one that was withdrawn is loaded for it. */
  loadMovedIds(id: string, known?: string): Promise<Stored<Fetched<MovedIds> | undefined>> {
    return this.#answer(() => {
      const revision = readMeetingRevision(this.#sql, id);
      if (revision === undefined || revision === known) return revision === undefined ? undefined : { revision };
      const state = mayHaveMoved(this.#sql, id) ? this.#cache.loadMeeting(id)?.state : undefined;
      const [movedTo, bodyMovedTo] = [state && findMovedTo(state), this.#cache.readRecord()?.movedTo];
      return { revision, value: { ...(movedTo !== undefined && { movedTo }), ...(bodyMovedTo !== undefined && { bodyMovedTo }) } };
    });
  }

  /** A part of a meeting at its revision, read by itself where the tables do: but for the rows that the reader has. */
  loadPart(id: string, query: PartQuery, known?: string): Promise<Stored<FetchedPart | undefined>> {
    return this.#answer(() => {
      const revision = readMeetingRevision(this.#sql, id);
      if (revision === undefined || revision === known) return revision === undefined ? undefined : { revision };
      const position = known === undefined ? undefined : findKnownPosition(this.#sql, id, known, revision);
      const stored = readStoredPart(this.#sql, id, query, position);
      if (stored) return { revision, ...stored };
      const whole = this.#loadMeeting(id);
      return whole?.value && { revision: whole.revision, value: toPart(whole.value) };
    });
  }

  /** The body with the meetings of its own feed, but for what the reader has: the whole, or some meetings by their revision. */
  readBodyFeed(known?: string, had: Readonly<Record<string, string>> = {}): Promise<Stored<Fetched<BodyFeedMeetings> | undefined>> {
    return this.#answer(() => {
      const record = readRecord(this.#sql);
      const revision = readBodyRevision(this.#sql);
      if (!record || revision === known) return record && { revision };
      const meetings = readBodyFeedMeetings(this.#sql).flatMap((id) => {
        const found = this.#loadMeeting(id, had[id]);
        return found ? [{ id, ...found }] : [];
      });
      return { revision, value: { record, meetings, listed: readListedRows(this.#sql) } };
    });
  }

  /** Since which second a content is served of a meeting, or of the body's own feed under no name; undefined as long as no date tells. */
  readModificationDate(feed: string, tag: string, second: number): Promise<Stored<number | undefined>> {
    return this.#answer(() => readModificationDate(this.#sql, feed, tag, second));
  }

  /** The first events of a meeting in the order of their arrival, in short; none if there is no such meeting. */
  readIndex(meeting: string, events: number): Promise<Stored<readonly IndexedRow[]>> {
    return this.#answer(() => readIndex(this.#sql, meeting, { max: events }));
  }

  /** Events from the first of some positions on, as many as are one page. */
  readEntries(positions: readonly number[]): Promise<Stored<readonly LogEntry[]>> {
    return this.#answer(() => readEntries(this.#sql, positions));
  }

  /** A page of a meeting's history: the events up to a version, the latest first. */
  readHistory(meeting: string, upTo: number): Promise<Stored<readonly ToldEvent[]>> {
    return this.#answer(() => readHistory(this.#sql, meeting, upTo));
  }

  /** Looks for what is not as it should be, from one meeting on, until so many rows were read; from the beginning, also at the body's own events. */
  inspect(after: string, maxRows: number): Promise<Stored<BodyInspection & ListingState>> {
    return this.#answer(async () => {
      if (isComingIn(this.#sql)) return { faults: [], rows: 0, ...this.#readListingState() };
      const faults: (BodyFault | EndpointFault)[] = [];
      let rows = 0;
      const add = (found: Inspection): void => {
        if (found.isRewritten) this.#cache.clear();
        faults.push(...found.faults);
        rows += found.rows;
      };
      if (after === "") {
        noteAllDue(this.#sql, Date.now());
        await this.#setAlarm();
        add(await inspectBodyEvents(this.#sql));
        faults.push(...findEndpointFaults(this.#sql));
      }
      for (const meeting of readMeetingIdsAfter(this.#sql, after)) {
        add(await inspectMeeting(this.#sql, meeting));
        if (rows >= maxRows) return { faults, rows, upTo: meeting, ...this.#readListingState() };
      }
      return { faults, rows, ...this.#readListingState() };
    });
  }

  /** The last events, of all meetings or of one. */
  readLatestEvents(meeting: string | undefined, known?: string): Promise<Stored<Fetched<LatestEvents> | undefined>> {
    return this.#answer(() => readLatestEvents(this.#sql, this.#cache, meeting, known));
  }

  /** The log after a position, as lines of an export, and how many events it has. */
  exportLog(after: number, octets: number): Promise<Stored<LogPage>> {
    return this.#answer(async () => {
      await this.#importing;
      return { lines: readLines(this.#sql, after, octets), events: readLogEnd(this.#sql).position, head: readHead(this.#sql) };
    });
  }

  /** What calendars were told of one of the body's meetings, counted from 0, as lines of an export. */
  exportLedger(at: number): Promise<Stored<LogPage & { readonly isLast: boolean }>> {
    return this.#answer(() => {
      const ids = [...readMeetingIds(this.#sql), ...readListingIds(this.#sql)];
      const id = ids[at];
      const meeting = id === undefined ? undefined : loadMeeting(this.#sql, id);
      const joint = id === undefined ? undefined : readJoint(this.#sql, id);
      const rows = [...(meeting?.rows ?? []), ...listLedRows({ ...(joint && { joint }) })];
      return {
        lines: rows.map((row) => JSON.stringify({ meeting: id, row })),
        events: readLogEnd(this.#sql).position,
        head: readHead(this.#sql),
        isLast: at + 1 >= ids.length,
      };
    });
  }

  /** Lays lines of an exported log aside, for an import into this body, which must be empty. */
  stageLog(first: number, lines: readonly string[]): Promise<Stored<Staged>> {
    return this.#answer(async () => {
      await this.#importing;
      return this.#change(() => stageLog(this.#sql, first, lines));
    });
  }

  /** Makes the body of the lines that were laid aside, all of it or nothing, and lets others in on the way. */
  importLog(body: string, total: number): Promise<Stored<Imported>> {
    const imported = this.#importing.then(() =>
      this.#answer(async () => {
        const steps = importStaged(this.#sql, body, total, (write) => this.#change(write));
        const outcome = await takeSlowly(steps).finally(() => this.#cache.clear());
        await this.#setAlarm();
        return outcome;
      }),
    );
    this.#importing = imported;
    // Whoever asked for it may be gone.
    this.ctx.waitUntil(imported);
    return imported;
  }

  #loadMeeting(id: string, known?: string): FetchedMeeting | undefined {
    const revision = readMeetingRevision(this.#sql, id);
    if (revision === undefined) return undefined;
    if (revision === known) return { revision };
    const changes = known === undefined ? undefined : readChanges(this.#sql, id, known, revision);
    if (changes) return { revision, changes };
    const stored = this.#cache.loadMeeting(id);
    if (!stored) return undefined;
    const { state, rows, joint } = stored;
    // To load it may have been to fold it again.
    return {
      revision: readMeetingRevision(this.#sql, id) ?? revision,
      value: { state, rows, ...(joint && { joint }) },
    };
  }

  /** One that does not answer leaves the others alone, and is tried again later. */
  async #exchange(own: string, peer: DuePeer, takenAt: number): Promise<void> {
    try {
      const told = await exchangeShared(this.env, own, peer, () => listAsked(this.#sql, this.#cache, peer.body), takenAt);
      const changed = this.#change(() => {
        settleDue(this.#sql, peer, takenAt);
        return told ? takeShared(this.#sql, this.#cache, peer.body, told, Date.now()) : [];
      });
      for (const notification of changed) this.#broadcast(notification);
    } catch (error) {
      reportUnreached(own, peer.body, error);
      postponeDue(this.#sql, peer, takenAt, Date.now());
    }
  }

  /** The alarm is set for what is due next, in the event's own write. */
  async #setAlarm(): Promise<void> {
    const due = [readNextDue(this.#sql), this.#news.readNextDue(Date.now())].filter((time) => time !== null);
    if (due.length === 0) return;
    // What is due at once is due from 0 on, for which no alarm can be set.
    const next = Math.max(1, Math.min(...due));
    if ((await this.#storage.getAlarm()) !== next) await this.#storage.setAlarm(next);
  }

  #readListingState(): ListingState & LogPosition {
    if (isComingIn(this.#sql)) return { position: 0, arrival: 0, listing: 0 };
    return { ...readLogEnd(this.#sql), listing: readListingCount(this.#sql) };
  }

  /** One change, all of it or nothing, and after nothing what is in memory may be wrong. */
  #change<Changed>(change: () => Changed): Changed {
    try {
      return this.#storage.transactionSync(change);
    } catch (error) {
      this.#cache.clear();
      throw error;
    }
  }
}
