import type { ChangedFields } from "../../src/meeting/events/sitting.ts";
import type { Text } from "../../src/meeting/text.ts";
import type { Followed } from "./followed.ts";
import type { SlotTime } from "./slot-changes.ts";
import type { Said } from "./state.ts";

/** Fields that are said in words. */
export type ChangedField = Exclude<keyof ChangedFields, "with">;

/** When a sitting is, as delegates are told. */
export type ToldTime = Omit<SlotTime, "after"> & { readonly follows?: Followed };

/** A line that tells delegates what is otherwise than the documents say of a sitting, and since when: one a field. */
export type SlotChange = Omit<Said, "local"> &
  (
    | { readonly type: "slot.rescheduled"; readonly from: ToldTime; readonly to: ToldTime }
    | { readonly type: "slot.extended"; readonly start: string; readonly from?: string; readonly to: string }
    | { readonly type: "slot.relocated"; readonly from?: Text; readonly to: Text }
    /** Without `to` it is no longer said. */
    | { readonly type: "slot.changed"; readonly field: ChangedField; readonly from?: Text; readonly to?: Text }
    /** Said once, and again as the document has it. */
    | { readonly type: "slot.restored"; readonly field: string }
    /** When it starts, as far as that is told. */
    | { readonly type: "slot.delayed"; readonly to: string }
    | { readonly type: "slot.postponed" | "slot.added" | "slot.reinstated" | "slot.removed" | "slot.joint" | "slot.alone" }
    | { readonly type: "slot.cancelled"; readonly itemsTo?: string }
    | { readonly type: "item.moved"; readonly item: string; readonly direction: "here" | "away"; readonly start: string }
    | { readonly type: "item.scheduled" | "item.restored"; readonly item: string }
    | { readonly type: "item.deferred" | "item.held" | "item.removed"; readonly item: string }
    /** Of a deadline. */
    | { readonly type: "deadline.changed"; readonly from: string; readonly to: string }
    | { readonly type: "deadline.withdrawn" }
    /** A word to delegates of a sitting. */
    | { readonly type: "notice.given"; readonly text: Text }
    | { readonly type: "item.changed"; readonly item: string; readonly to: Text }
    | { readonly type: "item.timed"; readonly item: string; readonly time: string }
    /** An item that has another number now than that under which it came. */
    | { readonly type: "item.renumbered"; readonly item: string; readonly number: string }
  );

export const omitLocal = ({ local: _local, ...said }: Said): Omit<Said, "local"> => said;
