import type { BodyOverview, MeetingOverview } from "../calendar/views.ts";
import type { BodyRecord } from "../meeting/record.ts";

/** How far a body is: events in its log, and changes of what lists say of it. */
export interface ListingState {
  readonly position: number;
  readonly listing: number;
}

/** What an event changed of what lists say of its body: as a rule nothing. */
export interface ListingChange extends ListingState {
  readonly body: string;
  readonly record?: BodyRecord;
  readonly meeting?: MeetingOverview;
}

/** All that lists say of a body. */
export interface BodyListing extends BodyOverview, ListingState {}
