import type { EventOf, MeetingEvent } from "../../src/meeting/events.ts";
import { isSameOrPart, numberItems } from "../../src/meeting/numbered-items.ts";
import { getSlotKind } from "../../src/meeting/record.ts";
import { findOpenSlots, findSittings, findSlotsIn, warnOfProgramme, warnOfReplacement, warnOfTime } from "./programme-warnings.ts";
import type { MeetingState } from "./state.ts";
import { getAgendaStatus, getItemStatus, getMeetingStatus, getSlotStatus } from "./statuses.ts";
import { createWarning, warnWhen, type Warning } from "./warnings.ts";

const warnOfClosure = (before: MeetingState): readonly Warning[] => [
  ...warnWhen(getMeetingStatus(before.agenda) === "announced", "closed-before-opening"),
  ...findSlotsIn(before, "open", "suspended").map(({ number }) => createWarning("sitting-open-at-closure", { slot: number })),
];

const PRELIMINARY: ReadonlySet<string | undefined> = new Set(["in part", "ad referendum"]);

const warnOfReport = (before: MeetingState): readonly Warning[] => [
  ...warnWhen(
    getAgendaStatus(before.agenda) === "reportAdopted" &&
      !PRELIMINARY.has(before.milestones.findLast(({ type }) => type === "report.adopted")?.manner),
    "report-adopted-again",
  ),
  ...before.items
    .filter(({ number, value }) => getItemStatus(value) === "underConsideration" && findRole(before, number) !== "report")
    .map(({ number }) => createWarning("report-with-item-open", { item: number })),
];

/** The procedural part of an item, or of what stands below it. */
const findRole = (state: MeetingState, number: string) =>
  numberItems(state.record.agenda.items).find((item) => (item.number === number || item.number.startsWith(`${number}(`)) && item.item.role)
    ?.item.role;

const warnOfExtension = ({ data }: EventOf<"slot.extended">, before: MeetingState): readonly Warning[] => {
  const end = before.slots.find(({ slot }) => slot.number === data.slot)?.slot.end;
  return warnWhen(end !== undefined && data.end <= end, "not-longer", { slot: data.slot, end: end ?? "" });
};

const warnOfCancellation = ({ data }: EventOf<"slot.cancelled">, after: MeetingState): readonly Warning[] => {
  const items = after.slots.find(({ slot }) => slot.number === data.slot)?.slot.items ?? [];
  const unplaced = items.filter((item) => !findSittings(after).some((slot) => slot.items.includes(item)));
  return unplaced.map((item) => createWarning("last-sitting-of-item", { item }));
};

const warnOfOpening = (before: MeetingState): readonly Warning[] => [
  ...warnWhen(getMeetingStatus(before.agenda) === "announced", "slot-opened-before-meeting"),
  ...warnWhen(getMeetingStatus(before.agenda) === "suspended", "meeting-is-suspended"),
];

const warnOfResumption = ({ data }: EventOf<"slot.resumed">, before: MeetingState): readonly Warning[] => {
  const resumed = before.slots.find(({ slot }) => slot.number === data.slot)?.slot;
  const others = findOpenSlots(before).filter((slot) => resumed && slot.number !== data.slot && getSlotKind(slot) === getSlotKind(resumed));
  return [...warnOfOpening(before), ...others.map(({ number }) => createWarning("another-sitting-open", { slot: number }))];
};

const warnOfReinstatement = ({ data }: EventOf<"slot.reinstated">, after: MeetingState): readonly Warning[] => {
  const slot = after.slots.find((other) => other.slot.number === data.slot);
  const cancellation = slot?.changes.findLast(({ type }) => type === "slot.cancelled");
  const wereSent = cancellation?.type === "slot.cancelled" && cancellation.itemsTo !== undefined;
  return [
    ...warnWhen(wereSent, "items-in-two-sittings", { slot: data.slot, items: slot?.slot.items.join(", ") ?? "" }),
    ...warnOfTime(data.slot, after),
  ];
};

const warnOfDeferral = ({ data: { item } }: EventOf<"item.deferred">, after: MeetingState): readonly Warning[] => {
  const parts = findSittings(after)
    .flatMap(({ items }) => items)
    .filter((other) => other !== item && isSameOrPart(other, item));
  return warnWhen(parts.length > 0, "parts-remain", { item, items: [...new Set(parts)].join(", ") });
};

const warnOfAdjournment = ({ data }: EventOf<"slot.adjourned">, before: MeetingState): readonly Warning[] => {
  const slot = before.slots.find((other) => other.slot.number === data.slot);
  return warnWhen(slot !== undefined && getSlotStatus(slot.value) === "scheduled", "slot-adjourned-unopened", { slot: data.slot });
};

const warnOfItem = ({ data: { item } }: EventOf<"item.taken_up">, before: MeetingState): readonly Warning[] => {
  const open = findOpenSlots(before);
  const [first] = open;
  return [
    ...warnWhen(!first, "no-sitting-open"),
    ...warnWhen(first !== undefined && !open.some(({ items }) => items.includes(item)), "not-of-this-sitting", {
      item,
      slot: first?.number ?? "",
    }),
    ...warnWhen(getAgendaStatus(before.agenda) === "provisional" && findRole(before, item) === undefined, "business-before-adoption"),
  ];
};

/** What is unusual in an event that was possible, from the states before and after it. */
export const findWarnings = (before: MeetingState | undefined, event: MeetingEvent, after: MeetingState): readonly Warning[] => {
  if (!before) return warnOfProgramme(after);
  switch (event.type) {
    case "agenda.revised":
      return [
        ...warnWhen(getAgendaStatus(before.agenda) !== "provisional", "revised-after-adoption"),
        ...warnOfReplacement(before, after, event.data.record.slots),
      ];
    case "agenda.adopted":
      return event.data.record ? warnOfReplacement(before, after, event.data.record.slots) : [];
    case "meeting.rescheduled":
    case "meeting.resumed":
      return event.data.slots ? warnOfReplacement(before, after, event.data.slots) : [];
    case "meeting.closed":
      return warnOfClosure(before);
    case "meeting.cancelled":
      return warnWhen(["opened", "suspended"].includes(getMeetingStatus(before.agenda)), "cancelled-after-opening");
    case "report.adopted":
      return warnOfReport(before);
    case "report.issued":
      return warnWhen(getAgendaStatus(before.agenda) === "reportAwaited", "issued-before-adoption");
    case "slot.added":
    case "slot.rescheduled":
      return warnOfTime(event.data.slot, after);
    case "slot.extended":
      return [...warnOfExtension(event, before), ...warnOfTime(event.data.slot, after)];
    case "slot.opened":
      return warnOfOpening(before);
    case "slot.resumed":
      return warnOfResumption(event, before);
    case "slot.reinstated":
      return warnOfReinstatement(event, after);
    case "item.deferred":
      return warnOfDeferral(event, after);
    case "slot.adjourned":
      return warnOfAdjournment(event, before);
    case "slot.cancelled":
      return warnOfCancellation(event, after);
    case "item.taken_up":
      return warnOfItem(event, before);
    default:
      return [];
  }
};
