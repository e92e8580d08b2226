import type { BodyOverview, MeetingOverview } from "../calendar/views.ts";
import type { RegisteredBody } from "../meeting/record.ts";

/** How far a body is: events in its log, and changes of what lists say of it. */
export interface ListingState {
  readonly position: number;
  readonly listing: number;
}

/** What the directory is told of, and when the last event of it came. */
interface Told extends ListingState {
  /** Milliseconds of the epoch. */
  readonly arrival: number;
}

/** What an event changed of what lists say of its body: as a rule nothing. */
export interface ListingChange extends Told {
  readonly body: string;
  readonly record?: RegisteredBody;
  readonly meeting?: MeetingOverview;
  /** Whether all is to be listed anew: the body lists other meetings of others than before. */
  readonly isAnew?: true;
}

/** All that lists say of a body. */
export interface BodyListing extends BodyOverview, Told {
  /** The meetings of others that it lists, each under an id of its own. */
  readonly listings: readonly ListedElsewhere[];
}

export interface ListedElsewhere {
  readonly id: string;
  readonly of: { readonly body: string; readonly meeting: string };
}
