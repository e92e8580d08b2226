import type { MeetingEvent } from "../../src/meeting/events.ts";
import type { Slot } from "../../src/meeting/record.ts";
import { readPath, type Difference, type DifferenceValue } from "./differences.ts";
import type { MeetingState } from "./state.ts";

/** What people call a sitting by, in whatever language. */
export type NamedSlot = Pick<Slot, "number" | "start" | "end" | "part" | "kind">;

const listPlaces = (value: DifferenceValue): readonly string[] => (typeof value === "object" && value !== null ? Object.keys(value) : []);

const listOfDifference = ({ path, before, document, reported }: Difference): readonly string[] => {
  const subject = readPath(path);
  if (subject.kind === "slot") return [subject.number];
  return subject.kind === "placement" ? [before, document, reported?.value ?? null].flatMap(listPlaces) : [];
};

const listOfEvent = ({ data }: MeetingEvent): readonly string[] => [
  ...("slot" in data && data.slot !== undefined ? [data.slot] : []),
  ...("from" in data ? [data.from, data.to] : []),
  ...("after" in data && data.after && "slot" in data.after ? [data.after.slot] : []),
];

/** The sittings that an event speaks of, and what it came to, as they stood when it came: kept with it, so that nothing is folded to tell of it. */
export const nameSlots = (
  before: MeetingState | undefined,
  state: MeetingState,
  event: MeetingEvent,
  differences: readonly Difference[],
): readonly NamedSlot[] => {
  const numbers = new Set([...listOfEvent(event), ...differences.flatMap(listOfDifference)]);
  if (numbers.size === 0) return [];
  const then = before && event.type !== "slot.added" ? before : state;
  return then.slots.flatMap(({ slot: { number, start, end, part, kind } }) =>
    numbers.has(number)
      ? [{ number, start, ...(end !== undefined && { end }), ...(part && { part }), ...(kind !== undefined && { kind }) }]
      : [],
  );
};
