import type { ToldEvent } from "../../calendar/told-event.ts";
import type { Slot } from "../../meeting/record.ts";
import { readTold } from "./told-events.ts";
import type { ObjectCache } from "./object-cache.ts";

/** An event that is to be put into words, in no language yet. */
export interface UntoldEvent {
  readonly body: string;
  readonly told: ToldEvent;
  /** Whether something of the event was redacted since. */
  readonly isRedacted: boolean;
  /** Of the meeting as it is: what the sittings that the event speaks of are called by. */
  readonly slots: readonly Slot[];
  readonly timezone: string;
}

/** Of a record any sitting may be spoken of. */
const speaksOf = ({ named, differences, target }: ToldEvent, number: string): boolean =>
  differences.length > 0 || named.some((slot) => slot.number === number) || (target !== undefined && speaksOf(target, number));

export const readUntold = (sql: SqlStorage, cache: ObjectCache, body: string, position: number): UntoldEvent => {
  const { told, isRedacted } = readTold(sql, position);
  const { state } = cache.loadMeeting(told.event.data.meeting) ?? {};
  const slots = state?.slots.map(({ slot }) => slot).filter(({ number }) => speaksOf(told, number)) ?? [];
  return { body, told, isRedacted, slots, timezone: state?.record.timezone ?? "UTC" };
};
