import { findMovedTo } from "../../../machines/meeting/milestones.ts";
import { nameSlots } from "../../../machines/meeting/named-slots.ts";
import type { Answer } from "../../api/schemas/answer.ts";
import { formatMeetingFeedPath } from "../../calendar/addresses.ts";
import { listChanged } from "../../calendar/replay.ts";
import { leaveSittings } from "../../calendar/joint.ts";
import { isMeetingEvent, type MeetingEvent } from "../../meeting/events.ts";
import type { BodyRecord } from "../../meeting/record.ts";
import type { RedactText } from "../../meeting/redaction.ts";
import { chain, fail, succeed } from "../../meeting/result.ts";
import { countRedelivery } from "./body-table.ts";
import { nameFeeds } from "./answer-event.ts";
import { decide } from "./decide.ts";
import { notePartners } from "./handover.ts";
import { saveLed } from "./joint-table.ts";
import { readListing } from "./listings-table.ts";
import { explainNoPermission, readReach, warnOfExpiry } from "./keys-table.ts";
import { findEntry } from "./log-reads.ts";
import { appendToLog, findDelivery, type Delivery } from "./log-table.ts";
import { computeNextPosition } from "./log-end.ts";
import { affectsBodyFeed, refuseAnotherMeeting } from "./meeting-list.ts";
import { summarizeMeeting, saveMeeting } from "./meeting-tables.ts";
import { enqueueNews, listEntryNews, redactNews } from "./outbox-table.ts";
import { findRedaction, redactRaw, saveRedaction, type BodyRedaction } from "./redaction.ts";
import { receiveListing } from "./receive-listing.ts";
import { STAGE } from "./stage.ts";
import type { FindMoved } from "./moved.ts";
import { openLog, type StoredLog } from "./stored-log.ts";
import { readNotification } from "./subscribers.ts";
import { scrubDatabase } from "./scrub.ts";
import type { ObjectCache } from "./object-cache.ts";
import { type Receipt, type ArrivingEvent, describeListingChange } from "./receipt.ts";
import { BODY_NEXT, receiveBodyEvent } from "./receive-body-event.ts";

/** A redaction that names in its own note what it removes. */
const redactDelivery = (delivery: Delivery, redact: RedactText): Delivery & { readonly redactedBy?: string } => {
  const raw = redactRaw(delivery.raw, redact);
  return raw === delivery.raw ? delivery : { ...delivery, raw, redactedBy: delivery.id };
};

/** Other meetings' feeds that say something else once a text is gone from them too. */
const addFeeds = (answer: Answer, { id }: BodyRecord, { meetings }: BodyRedaction): Answer => {
  const changed = meetings.filter(({ rows }) => rows.length > 0);
  return nameFeeds(
    answer,
    [...answer.changed, ...changed.map(({ state }) => formatMeetingFeedPath(id, state.record.id))],
    answer.moreChanged,
  );
};

const findMoved = (sql: SqlStorage, cache: ObjectCache, meeting: string): ReturnType<FindMoved> => {
  const state = cache.loadMeeting(meeting)?.state;
  if (!state) return readListing(sql, meeting)?.isStanding ? {} : undefined;
  return { movedTo: findMovedTo(state) };
};

const receiveMeetingEvent = (sql: SqlStorage, cache: ObjectCache, arrival: ArrivingEvent<MeetingEvent>): Receipt => {
  const { delivery, event, record, position, folded } = arrival;
  const id = event.data.meeting;
  const before = cache.loadMeeting(id);
  if (before?.kind === "stale") return fail({ kind: "unfoldable" });
  const tooMany = before ? undefined : refuseAnotherMeeting(sql);
  if (tooMany) return fail({ kind: "refused", refusal: tooMany, version: 0, next: BODY_NEXT });
  const decided = decide(delivery.id, event, {
    before,
    body: record,
    position,
    openLog: () => openLog(sql, id, folded),
    findEvent: (named) => findEntry(sql, id, named)?.event,
    isInBodyFeed: (state) => affectsBodyFeed(before?.state, state) || cache.isInBodyFeed(id),
    reach: readReach(sql, delivery.key),
    findMoved: (meeting) => findMoved(sql, cache, meeting),
    keyWarnings: warnOfExpiry(sql, delivery.key, position.arrival),
  });
  if (!decided.ok) return decided;
  const { logged, state, rows, redact } = decided.value;
  const redaction = redact && findRedaction(sql, id, redact, position);
  if (redact && !redaction) return fail({ kind: "unfoldable" });
  const answer = redaction ? addFeeds(decided.value.answer, record, redaction) : decided.value.answer;
  if (event.dryRun) return succeed({ answer, record });
  if (redact && redaction) saveRedaction(sql, redaction, redact, delivery.id);
  const isListedAnew = saveMeeting(sql, { before: before?.state, state, rows, position: position.position });
  const left = leaveSittings(before?.joint?.led ?? [], state, position.arrival);
  saveLed(sql, id, left);
  notePartners(sql, before?.state, state, position.arrival);
  for (const other of redaction?.meetings ?? []) notePartners(sql, other.state, other.state, position.arrival);
  if (affectsBodyFeed(before?.state, state)) cache.invalidateBodyFeed();
  if (redaction || left.length > 0) cache.clear();
  else cache.advance({ state, rows: before?.rows ?? [], ...(before?.joint && { joint: before.joint }) }, rows);
  const settlement = {
    ...logged,
    changed: listChanged(rows),
    named: nameSlots(before?.state, state, logged.event, answer.differences ?? []),
  };
  appendToLog(sql, redact ? redactDelivery(delivery, redact) : delivery, position, settlement, answer);
  if (redact) redactNews(sql, redact);
  if (answer.outcome === "applied")
    enqueueNews(sql, position, event, () => listEntryNews([{ told: before?.rows ?? [], rows }, ...(redaction?.meetings ?? [])], redact));
  if (redaction) scrubDatabase(sql, STAGE);
  const change = describeListingChange(sql, record, isListedAnew ? { meeting: summarizeMeeting(state) } : {});
  return succeed({
    answer,
    record,
    change,
    notification: readNotification(sql, id),
    ...(redaction && { redactedToo: redaction.meetings.map((other) => other.state.record.id) }),
  });
};

/** A verified delivery, as it comes to its body. */
interface VerifiedDelivery {
  readonly delivery: Delivery;
  /** Milliseconds of the epoch. */
  readonly now: number;
  readonly folded?: StoredLog;
}

/** Applies a verified delivery, all of it or nothing: to be called in a transaction. */
export const receiveDelivery = (sql: SqlStorage, cache: ObjectCache, { delivery, now, folded }: VerifiedDelivery): Receipt => {
  const registered = cache.readRecord();
  const earlier = findDelivery(sql, delivery.id);
  if (earlier && registered) {
    if (earlier.digest !== delivery.digest) return fail({ kind: "id-reused" });
    countRedelivery(sql);
    // Its answer may have been lost on the way, and what the directory was to be told with it.
    return succeed({ answer: earlier.answer, record: registered, change: describeListingChange(sql, registered, {}) });
  }
  const { event } = delivery;
  const why = explainNoPermission(sql, delivery.key, event, now);
  if (why !== undefined) return fail({ kind: "not-permitted", why });
  const record = event.type === "body.registered" ? event.data.record : registered;
  if (!record) return fail({ kind: "no-such-body" });
  const position = computeNextPosition(sql, now);
  if (isMeetingEvent(event) && (event.type === "meeting.listed" || readListing(sql, event.data.meeting)))
    return chain(
      receiveListing(sql, { delivery, event, name: record.name, position, isOwn: cache.loadMeeting(event.data.meeting) !== undefined }),
      (answer) => {
        cache.clear();
        return succeed({ answer, record, ...(!event.dryRun && { change: describeListingChange(sql, record, { isAnew: true }) }) });
      },
    );
  return isMeetingEvent(event)
    ? receiveMeetingEvent(sql, cache, { delivery, event, record, position, folded })
    : receiveBodyEvent(sql, cache, { delivery, event, record, position });
};
