import type { SlotChange } from "../../machines/meeting/told-changes.ts";
import { describeItems } from "../../machines/meeting/printed-items.ts";
import type { FormerItem, ItemState, MeetingState } from "../../machines/meeting/state.ts";
import { getMeetingStatus } from "../../machines/meeting/statuses.ts";
import { numberItems, slugifyItem } from "../meeting/numbered-items.ts";
import type { Slot } from "../meeting/record.ts";
import type { CalendarEntry } from "./entry.ts";
import { printEntryItems } from "./print-items.ts";
import { listStandingSteps } from "./steps.ts";
import { formatOwnUid, writeShared } from "./write-entry.ts";

/** The sitting where a delegate looks for an item that none takes up. */
const findLastSlot = ({ slots, removedSlots }: MeetingState, wasIn: readonly string[] = []): Slot | undefined =>
  [...slots, ...removedSlots].find(({ slot }) => wasIn.includes(slot.number))?.slot;

const pickTime = ({ start, end }: Slot): Pick<Slot, "start" | "end"> => ({ start, ...(end !== undefined && { end }) });

const isTakenUpJointly = ({ joined = [], record }: MeetingState, id: string): boolean => {
  const jointly = new Set(joined.flatMap(({ items }) => items));
  return (
    jointly.size > 0 &&
    numberItems(record.agenda.items).some((item) => jointly.has(item.id) && (item.id === id || item.wholes.includes(id)))
  );
};
const sayWhyNowhere = (item: ItemState | FormerItem, number: string): readonly SlotChange[] =>
  (
    [
      ["item.removed", "removed" in item ? item.removed : undefined],
      ["item.deferred", "deferred" in item ? item.deferred : undefined],
      ["item.held", "held" in item ? item.held : undefined],
    ] as const
  ).flatMap(([type, said]): readonly SlotChange[] => {
    if (!said) return [];
    const { local: _local, ...told } = said;
    return [{ ...told, type, item: number }];
  });

/** Whether the body is still to take an item up, in a sitting that nobody has named: then nothing is cancelled. */
const isAwaited = ({ agenda }: MeetingState, item: ItemState | FormerItem): boolean =>
  "value" in item &&
  item.value !== "deferred" &&
  item.value !== "inAbeyance" &&
  !["cancelled", "withdrawn"].includes(getMeetingStatus(agenda));

/**
 * An item that no sitting takes up: its subscribers are told so by one entry, at the time where they would look. It is cancelled there,
 * but for an item that had no sitting yet, which is shown over the days of the meeting.
 */
export const writeItemEntry = (state: MeetingState, item: ItemState | FormerItem): CalendarEntry => {
  const { record } = state;
  const { id, wasIn } = item;
  const words = describeItems(state, [id]);
  const slot = findLastSlot(state, wasIn);
  const isJoint = isTakenUpJointly(state, id);
  const [number = id] = words.items.map((printed) => printed.number);
  return {
    uid: formatOwnUid(state, `item-${slugifyItem(id)}`),
    body: record.body,
    meeting: record.id,
    item: id,
    ...(slot ? pickTime(slot) : { start: record.opensOn, lastDay: record.closesOn }),
    timezone: record.timezone,
    status: slot || isJoint || !isAwaited(state, item) ? "CANCELLED" : "TENTATIVE",
    items: printEntryItems(words),
    documents: words.documents,
    kind: "plenary",
    ...(isJoint && { takenUpJointly: true as const }),
    changes: sayWhyNowhere(item, number),
    ...writeShared(state),
    steps: listStandingSteps(state),
  };
};
