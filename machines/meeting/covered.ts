import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { getDate } from "../../src/meeting/local-time.ts";
import { readPath, type Difference } from "./differences.ts";
import type { Revising } from "./revising.ts";
import type { MeetingState } from "./state.ts";

/** The days of which a record says the whole. */
export const listCoveredDays = ({ days, slots }: Revising["record"]): ReadonlySet<string> =>
  new Set(days ?? slots.map(({ start }) => getDate(start)));

/**
 * Whether a record speaks of what a difference is about: one that covers a part only says nothing again of what it leaves out,
 * and what was reported of that is no answer to it.
 */
export const isSpokenOf = (
  { path, outcome, before, document }: Difference,
  { covers, record }: Revising,
  { slots }: Pick<MeetingState, "slots">,
): boolean => {
  if (covers === "all" || outcome !== "kept" || !isDeepEqual(before, document)) return true;
  const subject = readPath(path);
  if (subject.kind === "placement") return record.slots.some(({ items }) => items.includes(subject.id));
  if (subject.kind !== "slot") return false;
  if (record.slots.some(({ number }) => number === subject.number)) return true;
  const start = slots.find(({ slot }) => slot.number === subject.number)?.slot.start;
  return covers === "days" && start !== undefined && listCoveredDays(record).has(getDate(start));
};
