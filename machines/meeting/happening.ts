import type { EventOf, MeetingEvent } from "../../src/meeting/events.ts";
import type { Difference } from "./differences.ts";
import type { Identities } from "./identities.ts";
import type { Outcome } from "./outcome.ts";
import type { Dated } from "./slot-changes.ts";

/** An event with what was settled at the door, once and for ever. */
export interface Happening {
  readonly event: MeetingEvent;
  /** When it happened, in milliseconds of the epoch: never later than it arrived. */
  readonly at: number;
  /** The same by the clock of the meeting's place, `YYYY-MM-DDTHH:MM`: the fold asks no zone data. */
  readonly local: string;
  readonly identities: Identities;
}

export interface Applied {
  readonly outcome: Outcome;
  /** What a record that revises came to, field by field. */
  readonly differences: readonly Difference[];
}

export type MeetingEventOf<Type extends MeetingEvent["type"]> = Dated<EventOf<Type>>;
