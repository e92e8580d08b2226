import type { Answer } from "../../api/schemas/answer.ts";
import { isEndpointEvent, type BodyEvent, type EventType } from "../../meeting/events.ts";
import { fail, succeed } from "../../meeting/result.ts";
import { applyToBody } from "./body-table.ts";
import { refuseEndpointEvent } from "./endpoints-table.ts";
import { refuseBodyEvent } from "./keys-table.ts";
import { appendToLog, settleAtArrival } from "./log-table.ts";
import type { ObjectCache } from "./object-cache.ts";
import { type Receipt, type ArrivingEvent, describeListingChange } from "./receipt.ts";

export const BODY_NEXT: readonly EventType[] = [
  "body.registered",
  "key.added",
  "key.revoked",
  "endpoint.added",
  "endpoint.removed",
  "meeting.announced",
];

/** What an event about the body itself answers; a registration also where there is no object yet. */
export const answerBodyEvent = (outcome: Answer["outcome"], position: number): Answer => ({
  outcome,
  position,
  version: 0,
  state: "registered",
  changed: [],
  warnings: [],
  next: BODY_NEXT,
});

export const receiveBodyEvent = (
  sql: SqlStorage,
  cache: ObjectCache,
  { delivery, event, record, position }: ArrivingEvent<BodyEvent>,
): Receipt => {
  const impossible = isEndpointEvent(event) ? refuseEndpointEvent(sql, event) : refuseBodyEvent(sql, event);
  if (impossible) return fail({ kind: "refused", refusal: impossible, version: 0, next: BODY_NEXT });
  const answer = answerBodyEvent(event.dryRun ? "dry run" : "applied", position.position);
  if (event.dryRun) return succeed({ answer, record });
  applyToBody(sql, event);
  cache.clear();
  appendToLog(sql, delivery, position, settleAtArrival(position), answer);
  return succeed({ answer, record, change: describeListingChange(sql, record, event.type === "body.registered" ? { record } : {}) });
};
