import { itemStatusOf } from "../../../machines/item.ts";
import { slotStatusOf } from "../../../machines/slot.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import type { StatusChange } from "../../api/event-answer.ts";

const slotStatuses = (state: MeetingState | undefined) =>
  new Map((state?.slots ?? []).map(({ slot, value }) => [slot.number, slotStatusOf(value)]));
const itemStatuses = (state: MeetingState | undefined) =>
  new Map((state?.items ?? []).map(({ number, value }) => [number, itemStatusOf(value)]));

const differences = <Status>(before: ReadonlyMap<string, Status>, after: ReadonlyMap<string, Status>) =>
  [...new Set([...before.keys(), ...after.keys()])]
    .map((number) => ({ number, before: before.get(number) ?? null, after: after.get(number) ?? null }))
    .filter((change) => change.before !== change.after);

/** The slots and items whose state differs, those among them that an event touches only by the way. */
export const statusChanges = (before: MeetingState | undefined, after: MeetingState): readonly StatusChange[] => [
  ...differences(slotStatuses(before), slotStatuses(after)).map(({ number, ...change }) => ({ slot: number, ...change })),
  ...differences(itemStatuses(before), itemStatuses(after)).map(({ number, ...change }) => ({ item: number, ...change })),
];
