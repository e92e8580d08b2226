import type { StoredLog } from "./stored-log.ts";
import type { Answer } from "../../api/schemas/answer.ts";
import type { RegisteredBody } from "../../meeting/record.ts";
import type { Result } from "../../meeting/result.ts";
import { readListingCount } from "./body-table.ts";
import type { Refused } from "./refused.ts";
import type { Delivery } from "./log-table.ts";
import { readLogEnd, type LogPosition } from "./log-end.ts";
import type { ListingChange } from "../listing.ts";
import type { Notification } from "./subscribers.ts";

/** What a body made of an event, and who is to be told. */
interface Received {
  readonly answer: Answer;
  readonly record: RegisteredBody;
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

/** A verified delivery to a body, and where its event would stand. */
export interface ArrivingEvent<Event> {
  readonly delivery: Delivery;
  readonly event: Event;
  readonly record: RegisteredBody;
  readonly position: LogPosition;
  /** The meeting's log, where it was folded ahead. */
  readonly folded?: StoredLog | undefined;
}

export const describeListingChange = (
  sql: SqlStorage,
  { id }: RegisteredBody,
  changed: Pick<ListingChange, "record" | "meeting" | "isAnew">,
): ListingChange => ({
  body: id,
  ...readLogEnd(sql),
  listing: readListingCount(sql),
  ...changed,
});
