import { nameSlots } from "../../machines/meeting/named-slots.ts";
import { printDifferences } from "../../machines/meeting/printed.ts";
import type { ReplayedEvent } from "../../src/calendar/replay.ts";
import type { ToldEvent } from "../../src/calendar/told-event.ts";

/** What is handed out one by one, as a log is read. */
export async function* handOut<Value>(values: Iterable<Value>): AsyncGenerator<Value> {
  for (const value of values) yield await Promise.resolve(value);
}

/** What the store keeps of an event for the history, out of a replay. */
export const toTold = ({ entry, before, state, differences }: ReplayedEvent): ToldEvent => ({
  ...entry,
  version: state.version,
  named: nameSlots(before, state, entry.event, differences),
  differences: printDifferences(state, differences),
  isUnchanged: false,
  octets: 1,
});
