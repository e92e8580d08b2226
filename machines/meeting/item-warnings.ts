import type { EventOf } from "../../src/meeting/events.ts";
import { numberItems } from "../../src/meeting/numbered-items.ts";
import { findTimeIn } from "./say-items.ts";
import { findOpenSlots, findSittings } from "./programme-warnings.ts";
import { findSlot } from "./slots.ts";
import type { MeetingState } from "./state.ts";
import { getAgendaStatus, getItemStatus, type ItemStatus } from "./statuses.ts";
import { warnWhen, type Warning } from "./warnings.ts";

/** The number that an item has now, by its id. */
export const findNumber = (state: MeetingState, id: string): string =>
  numberItems(state.record.agenda.items).find((item) => item.id === id)?.number ?? id;

/** The procedural part of an item, or of what stands below it. */
export const findRole = (state: MeetingState, id: string) =>
  numberItems(state.record.agenda.items).find((item) => (item.id === id || item.wholes.includes(id)) && item.item.role)?.item.role;

export const warnOfDeferral = (id: string, after: MeetingState): readonly Warning[] => {
  const placed = new Set(findSittings(after).flatMap(({ items }) => items));
  const parts = numberItems(after.record.agenda.items).filter((item) => item.wholes.includes(id) && placed.has(item.id));
  return warnWhen(parts.length > 0, "parts-remain", { item: findNumber(after, id), items: parts.map(({ number }) => number).join(", ") });
};

const DONE_WITH: ReadonlySet<ItemStatus> = new Set(["concluded", "deferred", "inAbeyance"]);

export const warnOfItem = (id: string, before: MeetingState): readonly Warning[] => {
  const open = findOpenSlots(before);
  const [first] = open;
  // Whether a sitting is open that another body keeps is for that body to say.
  const isJoined = before.joined?.some(({ items }) => items.includes(id)) ?? false;
  const item = before.items.find((other) => other.id === id);
  return [
    ...warnWhen(item !== undefined && DONE_WITH.has(getItemStatus(item.value)), "was-done-with", { item: findNumber(before, id) }),
    ...warnWhen(!first && !isJoined, "no-sitting-open"),
    ...warnWhen(first !== undefined && !isJoined && !open.some(({ items }) => items.includes(id)), "not-of-this-sitting", {
      item: findNumber(before, id),
      slot: first?.number ?? "",
    }),
    ...warnWhen(getAgendaStatus(before.agenda) === "provisional" && findRole(before, id) === undefined, "business-before-adoption"),
  ];
};

/** An hour that the sitting does not have. */
export const warnOfHour = ({ data }: EventOf<"item.scheduled">, id: string, after: MeetingState): readonly Warning[] => {
  const slot = findSlot(after, data.slot)?.slot;
  const item = after.items.find((other) => other.id === id);
  const isShown = slot !== undefined && item !== undefined && findTimeIn(slot, item) !== undefined;
  return warnWhen(typeof data.time === "string" && !isShown, "no-effect", { field: "data.time" });
};
