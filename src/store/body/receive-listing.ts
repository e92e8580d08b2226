import { createRefusal, type Refusal } from "../../../machines/meeting/refusals.ts";
import { createWarning } from "../../../machines/meeting/warnings.ts";
import type { Answer } from "../../api/schemas/answer.ts";
import { leaveAll } from "../../calendar/joint.ts";
import type { MeetingEvent } from "../../meeting/events.ts";
import { LIMITS } from "../../meeting/limits.ts";
import { fail, succeed, type Result } from "../../meeting/result.ts";
import { countJointChange, countListingChange } from "./body-table.ts";
import type { Refused } from "./refused.ts";
import { readJoint, saveLed } from "./joint-table.ts";
import { applyToListing, readListing, readListings, type Listing } from "./listings-table.ts";
import { appendToLog, countEvents, settleAtArrival, type Delivery } from "./log-table.ts";
import type { LogPosition } from "./log-end.ts";
import { notePartner } from "./peers-table.ts";

/** An event under an id by which a body lists a meeting of another. */
export interface ListingArrival {
  readonly delivery: Delivery;
  readonly event: MeetingEvent;
  /** The name of the body that lists. */
  readonly name: string;
  readonly position: LogPosition;
  /** Whether a meeting of the body's own has that id. */
  readonly isOwn: boolean;
}

const isSaidAgain = (known: Listing | undefined, event: MeetingEvent): boolean =>
  event.type === "meeting.listed" &&
  known?.isStanding === true &&
  known.of.body === event.data.of.body &&
  known.of.meeting === event.data.of.meeting;

const refuseListing = (sql: SqlStorage, { event, isOwn }: ListingArrival, known: Listing | undefined): Refusal | undefined => {
  const { meeting } = event.data;
  const version = countEvents(sql, meeting);
  const { expectedVersion = version } = event.data;
  if (isOwn) return createRefusal("id-taken", { meeting });
  if (expectedVersion !== version)
    return createRefusal("version-moved-on", { version: String(version), expected: String(expectedVersion) });
  if (event.type === "event.withdrawn") {
    if (event.data.event !== known?.event) return createRefusal("unknown-event", { event: event.data.event });
    return known.isStanding ? undefined : createRefusal("already-withdrawn", { event: event.data.event });
  }
  if (event.type !== "meeting.listed" || (known?.isStanding && !isSaidAgain(known, event)))
    return createRefusal("is-listed", { meeting, of: known ? `${known.of.body}/${known.of.meeting}` : "" });
  const isFull = !known?.isStanding && readListings(sql).length >= LIMITS.listed.max;
  return isFull ? createRefusal("too-many-listed", { most: String(LIMITS.listed.max) }) : undefined;
};

const answerListing = (sql: SqlStorage, { event, position }: ListingArrival, isUnchanged: boolean): Answer => ({
  outcome: event.dryRun ? "dry run" : isUnchanged ? "unchanged" : "applied",
  position: position.position,
  version: countEvents(sql, event.data.meeting) + 1,
  state: event.type === "meeting.listed" ? "listed" : "unlisted",
  changed: [],
  // A listing has no history of its own in which it would be read.
  warnings: event.data.note === undefined ? [] : [createWarning("no-effect", { field: "data.note" })],
  next: [event.type === "meeting.listed" ? "event.withdrawn" : "meeting.listed"],
  ...(event.dryRun && { ...(isUnchanged && { isUnchanged: true as const }), entries: [], statuses: [] }),
});

/** Lists a meeting of another body, or no longer does: its entries come from that body, and stay cancelled where it is left. */
export const receiveListing = (sql: SqlStorage, arrival: ListingArrival): Result<Answer, Refused> => {
  const { delivery, event, position, name } = arrival;
  const { meeting } = event.data;
  const known = readListing(sql, meeting);
  if (event.type === "meeting.listed" && event.data.of.body === event.data.body)
    return fail({
      kind: "invalid",
      errors: [{ field: "data.of.body", message: "is the body itself: its own meetings are listed already" }],
    });
  const refusal = refuseListing(sql, arrival, known);
  if (refusal)
    return fail({
      kind: "refused",
      refusal,
      version: countEvents(sql, meeting),
      next: [known?.isStanding ? "event.withdrawn" : "meeting.listed"],
    });
  const isUnchanged = isSaidAgain(known, event);
  const answer = answerListing(sql, arrival, isUnchanged);
  if (event.dryRun) return succeed(answer);
  if (!isUnchanged) {
    // What was listed under this id before, or is no longer, stays as it was left.
    saveLed(sql, meeting, leaveAll(readJoint(sql, meeting)?.led ?? [], name, position.arrival));
    applyToListing(sql, delivery.id, event);
    if (event.type === "meeting.listed") notePartner(sql, meeting, event.data.of.body, { ask: true }, position.arrival);
    countJointChange(sql);
    countListingChange(sql);
  }
  appendToLog(sql, delivery, position, settleAtArrival(position), answer);
  return succeed(answer);
};
