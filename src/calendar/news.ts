import type { SlotChange } from "../../machines/meeting/told-changes.ts";
import { isDeepEqual } from "../meeting/deep-equal.ts";

/** What makes a delegate who did not look again go elsewhere. */
export type News = "time" | "room";

type Move = Extract<SlotChange, { readonly type: "slot.rescheduled" | "slot.relocated" }>;

const NEWS: Readonly<Record<Move["type"], News>> = { "slot.rescheduled": "time", "slot.relocated": "room" };

/** Where it was first told to be, and where it is now; nothing where no place was told before. */
export const findMove = <Type extends Move["type"]>(
  changes: readonly SlotChange[],
  type: Type,
): Extract<Move, { readonly type: Type }> | undefined =>
  changes.find(
    (change): change is Extract<Move, { readonly type: Type }> =>
      change.type === type && "from" in change && "to" in change && change.from !== undefined && !isDeepEqual(change.from, change.to),
  );

/** Of a sitting that is to be held. */
export const listNews = (changes: readonly SlotChange[]): readonly News[] =>
  (["slot.rescheduled", "slot.relocated"] as const).flatMap((type) => (findMove(changes, type) ? [NEWS[type]] : []));
