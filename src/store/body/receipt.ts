import type { Answer } from "../../api/schemas/answer.ts";
import type { EventType } from "../../meeting/events.ts";
import type { BodyRecord } from "../../meeting/record.ts";
import type { Result } from "../../meeting/result.ts";
import { readListingCount } from "./body-table.ts";
import type { Refused } from "./refuse.ts";
import { readLogEnd, type Delivery, type LogPosition } from "./log-table.ts";
import type { ListingChange } from "../listing.ts";
import type { Notification } from "./subscribers.ts";

/** What a body made of an event, and who is to be told. */
interface Received {
  readonly answer: Answer;
  readonly record: BodyRecord;
  /** Of what is in the log. */
  readonly change?: ListingChange;
  readonly notification?: Notification;
  /** Other meetings of which something was redacted: no event of theirs tells. */
  readonly redactedToo?: readonly string[];
}

export type Receipt = Result<
  Received,
  Refused | { readonly kind: "id-reused" } | { readonly kind: "not-permitted"; readonly why: string } | { readonly kind: "no-such-body" }
>;

export const BODY_NEXT: readonly EventType[] = ["body.registered", "key.added", "key.revoked", "meeting.announced"];

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

/** A verified delivery to a body, and where its event would stand. */
export interface Arrival<Event> {
  readonly delivery: Delivery;
  readonly event: Event;
  readonly record: BodyRecord;
  readonly position: LogPosition;
}

export const describeChange = (
  sql: SqlStorage,
  { id }: BodyRecord,
  changed: Pick<ListingChange, "record" | "meeting" | "isAnew">,
): ListingChange => ({
  body: id,
  ...readLogEnd(sql),
  listing: readListingCount(sql),
  ...changed,
});
