import type { Difference } from "../../machines/meeting/differences.ts";
import type { NamedSlot } from "../../machines/meeting/named-slots.ts";
import type { LogEntry } from "./replay.ts";

/** An event with all that the public history says of it, as it was kept when it came. */
export interface ToldEvent extends Pick<LogEntry, "id" | "position" | "arrival" | "event" | "changed"> {
  /** The meeting's version since. */
  readonly version: number;
  /** The sittings that it speaks of, as they stood. */
  readonly named: readonly NamedSlot[];
  /** Of a record: what it came to, as it is printed. */
  readonly differences: readonly Difference[];
  /** Whether it said what was so already. */
  readonly isUnchanged: boolean;
  /** What a correction corrects. */
  readonly target?: ToldEvent;
  /** That were read for it. */
  readonly octets: number;
}
