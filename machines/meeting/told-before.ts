import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { readField, type FieldValue } from "./facts.ts";
import { isTime } from "./say-fields.ts";
import type { SlotState } from "./state.ts";

/** What makes a delegate who did not look again go elsewhere. */
const WHERE = ["time", "venue"] as const;
type WhereField = (typeof WHERE)[number];

/** A sitting that ends at another time, or of whose time more is said, is where it was. */
const isElsewhere = (from: FieldValue, to: FieldValue): boolean => {
  if (from === null || isDeepEqual(from, to)) return false;
  return !isTime(from) || !isTime(to) || (["start", "part", "after"] as const).some((name) => !isDeepEqual(from[name], to[name]));
};

/** What was told of a sitting's time or room that is another now; null where it is none, or nothing was told. */
export const findToldBefore = ({ slot, facts, toldBefore }: SlotState, field: WhereField): FieldValue => {
  const { timestamp, documented = null, first = null } = facts[field] ?? {};
  const reported = timestamp === undefined ? null : (documented ?? first);
  return [reported, toldBefore?.[field] ?? null].find((told) => isElsewhere(told, readField(slot, field))) ?? null;
};

/** A sitting once a document has been laid over it: what it says otherwise is news, and what was news stays so. */
export const keepToldBefore = (before: SlotState, after: SlotState): SlotState => {
  if (before === after) return after;
  const kept = WHERE.flatMap((field): (readonly [WhereField, FieldValue])[] => {
    const was = readField(before.slot, field);
    if (isElsewhere(was, readField(after.slot, field))) return [[field, was]];
    const told = findToldBefore(before, field);
    return told !== null && findToldBefore(after, field) === null ? [[field, told]] : [];
  });
  return kept.length > 0 ? { ...after, toldBefore: { ...before.toldBefore, ...Object.fromEntries(kept) } } : after;
};
