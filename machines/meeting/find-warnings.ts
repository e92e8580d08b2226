import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { EventOf } from "../../src/meeting/events.ts";
import { numberItems } from "../../src/meeting/numbered-items.ts";
import { getSlotKind } from "../../src/meeting/record.ts";
import type { Happening } from "./apply-event.ts";
import type { Difference } from "./differences.ts";
import { readField } from "./facts.ts";
import { getId } from "./identities.ts";
import { findTimeIn } from "./list-changes.ts";
import { findOpenSlots, findSittings, findSlotsIn, warnOfProgramme, warnOfTime } from "./programme-warnings.ts";
import { warnOfRevision } from "./revision-warnings.ts";
import { listChangedFields } from "./slot-changes.ts";
import { findSlot } from "./slots.ts";
import type { MeetingState } from "./state.ts";
import { getAgendaStatus, getItemStatus, getMeetingStatus, getSlotStatus, type MeetingStatus } from "./statuses.ts";
import { createWarning, warnWhen, type Warning } from "./warnings.ts";

/** The number that an item has now, by its id. */
const findNumber = (state: MeetingState, id: string): string =>
  numberItems(state.record.agenda.items).find((item) => item.id === id)?.number ?? id;

const listNumbersOf = (state: MeetingState, ids: readonly string[]): string => ids.map((id) => findNumber(state, id)).join(", ");

const warnOfClosure = (before: MeetingState): readonly Warning[] => [
  ...warnWhen(getMeetingStatus(before.agenda) === "announced", "closed-before-opening"),
  ...findSlotsIn(before, "open", "suspended").map(({ number }) => createWarning("sitting-open-at-closure", { slot: number })),
];

/** The procedural part of an item, or of what stands below it. */
const findRole = (state: MeetingState, id: string) =>
  numberItems(state.record.agenda.items).find((item) => (item.id === id || item.wholes.includes(id)) && item.item.role)?.item.role;

const PRELIMINARY: ReadonlySet<string | undefined> = new Set(["in part", "ad referendum"]);

const warnOfReport = (before: MeetingState): readonly Warning[] => [
  ...warnWhen(
    getAgendaStatus(before.agenda) === "reportAdopted" &&
      !PRELIMINARY.has(before.milestones.findLast(({ type }) => type === "report.adopted")?.manner),
    "report-adopted-again",
  ),
  ...before.items
    .filter(({ id, value }) => getItemStatus(value) === "underConsideration" && findRole(before, id) !== "report")
    .map(({ id }) => createWarning("report-with-item-open", { item: findNumber(before, id) })),
];

const warnOfExtension = ({ data }: EventOf<"slot.extended">, before: MeetingState): readonly Warning[] => {
  const end = findSlot(before, data.slot)?.slot.end;
  return warnWhen(end !== undefined && data.end <= end, "not-longer", { slot: data.slot, end: end ?? "" });
};

const warnOfCancellation = ({ data }: EventOf<"slot.cancelled">, after: MeetingState): readonly Warning[] => {
  const items = findSlot(after, data.slot)?.slot.items ?? [];
  const unplaced = items.filter((item) => !findSittings(after).some((slot) => slot.items.includes(item)));
  return unplaced.map((item) => createWarning("last-sitting-of-item", { item: findNumber(after, item) }));
};

const warnOfOpening = (before: MeetingState): readonly Warning[] => [
  ...warnWhen(getMeetingStatus(before.agenda) === "announced", "slot-opened-before-meeting"),
  ...warnWhen(getMeetingStatus(before.agenda) === "suspended", "meeting-is-suspended"),
];

/** Held, whatever had been said of it. */
const warnOfHeld = (number: string, before: MeetingState): readonly Warning[] => {
  const slot = findSlot(before, number);
  return warnWhen(!slot || slot.value === "cancelled", "was-cancelled", { slot: number });
};

const isUnopened = (before: MeetingState, number: string): boolean => {
  const slot = findSlot(before, number);
  return slot !== undefined && getSlotStatus(slot.value) === "scheduled";
};

const warnOfAdjournment = ({ data }: EventOf<"slot.adjourned">, before: MeetingState): readonly Warning[] =>
  warnWhen(isUnopened(before, data.slot), "slot-adjourned-unopened", { slot: data.slot });

const warnOfResumption = ({ data }: EventOf<"slot.resumed">, before: MeetingState): readonly Warning[] => {
  const resumed = findSlot(before, data.slot)?.slot;
  const others = findOpenSlots(before).filter((slot) => resumed && slot.number !== data.slot && getSlotKind(slot) === getSlotKind(resumed));
  return [
    ...warnOfHeld(data.slot, before),
    ...warnWhen(isUnopened(before, data.slot), "slot-resumed-unopened", { slot: data.slot }),
    ...warnOfOpening(before),
    ...others.map(({ number }) => createWarning("another-sitting-open", { slot: number })),
  ];
};

const warnOfReinstatement = ({ data }: EventOf<"slot.reinstated">, before: MeetingState, after: MeetingState): readonly Warning[] => {
  const sent = findSlot(before, data.slot)?.said.cancelled?.itemsTo;
  const items = findSlot(after, data.slot)?.slot.items ?? [];
  return [
    ...warnWhen(sent !== undefined, "items-in-two-sittings", { slot: data.slot, items: listNumbersOf(after, items) }),
    ...warnOfTime(data.slot, after),
  ];
};

const warnOfDeferral = (id: string, after: MeetingState): readonly Warning[] => {
  const placed = new Set(findSittings(after).flatMap(({ items }) => items));
  const parts = numberItems(after.record.agenda.items).filter((item) => item.wholes.includes(id) && placed.has(item.id));
  return warnWhen(parts.length > 0, "parts-remain", { item: findNumber(after, id), items: parts.map(({ number }) => number).join(", ") });
};

const warnOfItem = (id: string, before: MeetingState): readonly Warning[] => {
  const open = findOpenSlots(before);
  const [first] = open;
  // Whether a sitting is open that another body keeps is for that body to say.
  const isJoined = before.joined?.some(({ items }) => items.includes(id)) ?? false;
  const item = before.items.find((other) => other.id === id);
  return [
    ...warnWhen(item?.value === "concluded" || item?.value === "deferred", "was-done-with", { item: findNumber(before, id) }),
    ...warnWhen(!first && !isJoined, "no-sitting-open"),
    ...warnWhen(first !== undefined && !isJoined && !open.some(({ items }) => items.includes(id)), "not-of-this-sitting", {
      item: findNumber(before, id),
      slot: first?.number ?? "",
    }),
    ...warnWhen(getAgendaStatus(before.agenda) === "provisional" && findRole(before, id) === undefined, "business-before-adoption"),
  ];
};

/** A sitting that was to be over already when something else was said of it. */
const warnOfEnd = (number: string, { local }: Happening, before: MeetingState): readonly Warning[] => {
  const slot = findSlot(before, number);
  const end = slot?.slot.end;
  const isOver = slot !== undefined && getSlotStatus(slot.value) === "scheduled" && end !== undefined && end < local;
  return warnWhen(isOver, "after-its-end", { slot: number, end: end ?? "" });
};

/** An hour that the sitting does not have. */
const warnOfHour = ({ data }: EventOf<"item.scheduled">, id: string, after: MeetingState): readonly Warning[] => {
  const slot = findSlot(after, data.slot)?.slot;
  const item = after.items.find((other) => other.id === id);
  const isShown = slot !== undefined && item !== undefined && findTimeIn(slot, item) !== undefined;
  return warnWhen(typeof data.time === "string" && !isShown, "no-effect", { field: "data.time" });
};

/** Fields that say what is so already, beside others that do not. */
const warnOfSameFields = (event: EventOf<"slot.changed">, before: MeetingState): readonly Warning[] => {
  const slot = findSlot(before, event.data.slot)?.slot ?? {};
  return listChangedFields(event)
    .filter(([field, value]) => isDeepEqual(readField(slot, field), value))
    .map(([field]) => createWarning("no-effect", { field: `data.${field}` }));
};

/** Bodies that a sitting names anew have yet to confirm it. */
const warnOfPartners = (before: MeetingState | undefined, after: MeetingState): readonly Warning[] => {
  const known = new Map(before?.slots.map(({ slot }) => [slot.number, slot.with]));
  const isNew = after.slots.some(({ slot }) => slot.with && !isDeepEqual(slot.with, known.get(slot.number)));
  return warnWhen(isNew, "joint-to-confirm");
};

const OFF: ReadonlySet<MeetingStatus> = new Set(["closed", "cancelled", "postponed"]);

const HAPPENED: ReadonlySet<string> = new Set([
  "meeting.opened",
  "slot.opened",
  "slot.suspended",
  "slot.resumed",
  "slot.adjourned",
  "item.taken_up",
  "item.left_open",
  "item.concluded",
  "item.deferred",
]);

/** Of an event of one kind alone. */
const warnOfKind = (before: MeetingState, happening: Happening, after: MeetingState): readonly Warning[] => {
  const { event, identities } = happening;
  switch (event.type) {
    case "meeting.closed":
      return warnOfClosure(before);
    case "meeting.cancelled":
      return warnWhen(["opened", "suspended"].includes(getMeetingStatus(before.agenda)), "cancelled-after-opening");
    case "report.adopted":
      return warnOfReport(before);
    case "report.issued":
      return warnWhen(getAgendaStatus(before.agenda) === "reportAwaited", "issued-before-adoption");
    case "slot.added":
      return warnOfTime(event.data.slot, after);
    case "slot.rescheduled":
      return [...warnOfEnd(event.data.slot, happening, before), ...warnOfTime(event.data.slot, after)];
    case "slot.extended":
      return [...warnOfExtension(event, before), ...warnOfTime(event.data.slot, after)];
    case "slot.postponed":
    case "slot.delayed":
    case "slot.relocated":
      return warnOfEnd(event.data.slot, happening, before);
    case "slot.changed":
      return [...warnOfEnd(event.data.slot, happening, before), ...warnOfSameFields(event, before)];
    case "slot.opened":
      return [...warnOfHeld(event.data.slot, before), ...warnOfOpening(before)];
    case "slot.resumed":
      return warnOfResumption(event, before);
    case "slot.reinstated":
      return warnOfReinstatement(event, before, after);
    case "slot.adjourned":
      return [...warnOfHeld(event.data.slot, before), ...warnOfAdjournment(event, before)];
    case "slot.cancelled":
      return [...warnOfEnd(event.data.slot, happening, before), ...warnOfCancellation(event, after)];
    case "slot.joined":
      return [createWarning("joint-kept-elsewhere", { body: event.data.lead.body })];
    case "item.scheduled":
      return warnOfHour(event, getId(identities, event.data.item), after);
    case "item.deferred":
      return warnOfDeferral(getId(identities, event.data.item), after);
    case "item.taken_up":
      return warnOfItem(getId(identities, event.data.item), before);
    default:
      return [];
  }
};

/** What is unusual in an event that was possible, from the states before and after it. */
export const findWarnings = (
  before: MeetingState | undefined,
  happening: Happening,
  after: MeetingState,
  differences: readonly Difference[],
): readonly Warning[] => {
  if (!before) return [...warnOfProgramme(after), ...warnOfPartners(before, after)];
  const isOff = OFF.has(getMeetingStatus(before.agenda)) && HAPPENED.has(happening.event.type);
  return [
    ...warnWhen(isOff, "not-under-way"),
    ...warnOfRevision(before, happening.event, after, differences),
    ...warnOfKind(before, happening, after),
    ...warnOfPartners(before, after),
  ];
};
