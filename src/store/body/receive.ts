import { isMeetingEvent, type BodyEvent } from "../../meeting/events.ts";
import { chain, fail, succeed } from "../../meeting/result.ts";
import { applyToBody, countRedelivery } from "./body-table.ts";
import { readListing } from "./listings-table.ts";
import { explainNoPermission, refuseBodyEvent } from "./keys-table.ts";
import { appendToLog, computeNextPosition, settleAtArrival, type Delivery } from "./log-table.ts";
import { findDelivery } from "./log-reads.ts";
import { receiveListing } from "./receive-listing.ts";
import type { ObjectCache } from "./object-cache.ts";
import { receiveMeetingEvent } from "./receive-meeting-event.ts";
import { BODY_NEXT, answerBodyEvent, describeChange, type Arrival, type Receipt } from "./receipt.ts";

const receiveBodyEvent = (sql: SqlStorage, cache: ObjectCache, { delivery, event, record, position }: Arrival<BodyEvent>): Receipt => {
  const impossible = refuseBodyEvent(sql, event);
  if (impossible) return fail({ kind: "refused", refusal: impossible, version: 0, next: BODY_NEXT });
  const answer = answerBodyEvent(event.dryRun ? "dry run" : "applied", position.position);
  if (event.dryRun) return succeed({ answer, record });
  applyToBody(sql, event);
  cache.clear();
  appendToLog(sql, delivery, position, settleAtArrival(position), answer);
  return succeed({ answer, record, change: describeChange(sql, record, event.type === "body.registered" ? { record } : {}) });
};

/**
 * Applies a verified delivery, all of it or nothing: to be called in a transaction.
 * @param now milliseconds of the epoch
 */
export const receiveDelivery = (sql: SqlStorage, cache: ObjectCache, delivery: Delivery, now: number): Receipt => {
  const registered = cache.readRecord();
  const earlier = findDelivery(sql, delivery.id);
  if (earlier && registered) {
    if (earlier.digest !== delivery.digest) return fail({ kind: "id-reused" });
    countRedelivery(sql);
    // Its answer may have been lost on the way, and what the directory was to be told with it.
    return succeed({ answer: earlier.answer, record: registered, change: describeChange(sql, registered, {}) });
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
        return succeed({ answer, record, ...(!event.dryRun && { change: describeChange(sql, record, { isAnew: true }) }) });
      },
    );
  return isMeetingEvent(event)
    ? receiveMeetingEvent(sql, cache, { delivery, event, record, position })
    : receiveBodyEvent(sql, cache, { delivery, event, record, position });
};
