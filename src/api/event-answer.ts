import type { ItemStatus, Lifecycle, SlotStatus } from "../../machines/meeting/statuses.ts";
import type { Difference } from "../../machines/meeting/differences.ts";
import type { Warning } from "../../machines/meeting/warnings.ts";
import type { CalendarEntry } from "../calendar/entry.ts";
import type { EventType } from "../meeting/events.ts";

/** A calendar entry as it is and as it would be; null where there is none yet. */
export interface EntryChange {
  readonly uid: string;
  readonly before: CalendarEntry | null;
  readonly after: CalendarEntry;
}

/** What a dry run would make of a slot or an item; null where there is none yet, or none any more. */
export interface StatusChange {
  readonly slot?: string;
  readonly item?: string;
  readonly before: SlotStatus | ItemStatus | null;
  readonly after: SlotStatus | ItemStatus | null;
}

/** What a sender is told of an event that was applied, or that would be. */
export interface Answer {
  /** `unchanged`: the event said what was so already; it is in the log, and counts at its time. */
  readonly outcome: "applied" | "unchanged" | "dry run";
  /** In the body's log. */
  readonly position: number;
  /** How many events the meeting has had; 0 for a body. */
  readonly version: number;
  readonly state: Lifecycle | "registered";
  /** Addresses of the feeds that say something else now. */
  readonly changed: readonly string[];
  readonly warnings: readonly Warning[];
  readonly next: readonly EventType[];
  /** Of a record that revises: what it came to, field by field. */
  readonly differences?: readonly Difference[];
  /** Of a dry run that says what is so already. */
  readonly isUnchanged?: true;
  /** Of a dry run: what would change, exactly. */
  readonly entries?: readonly EntryChange[];
  readonly statuses?: readonly StatusChange[];
}
