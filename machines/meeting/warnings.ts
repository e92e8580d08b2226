import type { EventOf, MeetingEvent } from "../../src/meeting/events.ts";
import { interpolate, type Params } from "../../src/meeting/interpolate.ts";
import { getDate } from "../../src/meeting/local-time.ts";
import { isSameOrPart, numberItems } from "../../src/meeting/numbered-items.ts";
import { getSlotKind, type Slot } from "../../src/meeting/record.ts";
import { agendaStatusOf, meetingStatusOf } from "../agenda.ts";
import { itemStatusOf } from "../item.ts";

import { slotStatusOf, type SlotStatus } from "../slot.ts";
import type { MeetingState } from "./state.ts";

/** What is accepted although it is unusual, so that a slip is noticed before delegates see it. */
export const WARNINGS = {
  "closed-before-opening":
    "The meeting was never reported as opened. If it was, say so: withdraw the closure, send meeting.opened, then close it.",
  "sitting-open-at-closure":
    "Slot {slot} was not reported as adjourned. If it is to be in the history, withdraw the closure, send slot.adjourned, then close the meeting.",
  "cancelled-after-opening":
    "The meeting was open: sittings that were held stay, all others are cancelled. If it is only broken off, withdraw this and send meeting.suspended.",
  "revised-after-adoption":
    "The agenda was adopted already. If the body adopted it as revised, withdraw the adoption and send agenda.adopted with this record.",
  "report-with-item-open": "Item {item} is still under consideration. If that ended send item.concluded or item.left_open.",
  "issued-before-adoption": "The report is issued but was not reported as adopted. If it was adopted send report.adopted.",
  "outside-the-dates":
    "Slot {slot} on {date} is outside the meeting's dates, {opensOn} to {closesOn}. If that is a slip, send slot.rescheduled.",
  "two-sittings-at-once": "Slot {slot} is at the same time as slot {other}. If that is a slip, send slot.rescheduled for one of them.",
  "not-longer": "Slot {slot} was to end at {end} already: this makes it no longer. If that is a slip, withdraw it.",
  "last-sitting-of-item": "Item {item} has no other sitting: say where it is taken up, or that it is deferred.",
  "slot-opened-before-meeting": "The meeting was not reported as opened. If it is open send meeting.opened.",
  "slot-adjourned-unopened":
    "Slot {slot} was never reported as opened. If it is to be counted in the report, withdraw this and send slot.opened first.",
  "no-sitting-open": "No sitting is open: items are considered in one. If one is, send slot.opened.",
  "not-of-this-sitting":
    "Item {item} is not among the items of the open slot {slot}. If it was brought forward from another, send item.moved; if it is in none, send agenda.revised.",
  "held-slot-kept": "Slot {slot} was held, and stays at {start}. If this is another sitting, send it again under a number of its own.",
  "documents-dropped":
    "The record lacks documents that were issued: {documents}. If they still serve the meeting, send documents.issued again.",
  "another-sitting-open": "Slot {slot} is open too. If it is over send slot.adjourned.",
  "meeting-is-suspended": "The meeting is suspended. If it goes on send meeting.resumed.",
  "items-in-two-sittings": "Items of slot {slot} were sent elsewhere when it was cancelled: {items}. If they come back, send item.moved.",
  "parts-remain": "Parts of item {item} are still in sittings: {items}. If they are deferred too, send item.deferred for each.",
  "report-adopted-again": "The report was reported as adopted already, and not in part or ad referendum. If this is a slip, withdraw it.",
  "business-before-adoption": "The agenda is provisional: business usually waits for its adoption. If it was adopted send agenda.adopted.",
  "key-expires-soon": "The key {name} is good until {until}. Ask the operator to add another before then.",
} as const;

export type WarningCode = keyof typeof WARNINGS;

export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
  /** What the sentence was filled with, for who says it in another language. */
  readonly values?: Params;
}

export const warning = (code: WarningCode, values: Params = {}): Warning => ({
  code,
  message: interpolate(WARNINGS[code], values),
  ...(Object.keys(values).length > 0 && { values }),
});
const when = (condition: boolean, code: WarningCode, values?: Params): readonly Warning[] => (condition ? [warning(code, values)] : []);

const sittings = ({ slots }: MeetingState) => slots.filter(({ value }) => value !== "cancelled").map(({ slot }) => slot);
const statusesOf = ({ slots }: MeetingState, ...statuses: readonly SlotStatus[]) =>
  slots.filter(({ value }) => statuses.includes(slotStatusOf(value))).map(({ slot }) => slot);
const openSlots = (state: MeetingState) => statusesOf(state, "open");

const ofClosure = (before: MeetingState): readonly Warning[] => [
  ...when(meetingStatusOf(before.agenda) === "announced", "closed-before-opening"),
  ...statusesOf(before, "open", "suspended").map(({ number }) => warning("sitting-open-at-closure", { slot: number })),
];

const PRELIMINARY: ReadonlySet<string | undefined> = new Set(["in part", "ad referendum"]);

const ofReport = (before: MeetingState): readonly Warning[] => [
  ...when(
    agendaStatusOf(before.agenda) === "reportAdopted" &&
      !PRELIMINARY.has(before.steps.findLast(({ type }) => type === "report.adopted")?.manner),
    "report-adopted-again",
  ),
  ...before.items
    .filter(({ number, value }) => itemStatusOf(value) === "underConsideration" && roleOf(before, number) !== "report")
    .map(({ number }) => warning("report-with-item-open", { item: number })),
];

/** The procedural part of an item, or of what stands below it. */
const roleOf = (state: MeetingState, number: string) =>
  numberItems(state.record.agenda.items).find((item) => (item.number === number || item.number.startsWith(`${number}(`)) && item.item.role)
    ?.item.role;

/** More would be a list that nobody reads. */
const MOST = 20;

const endOf = ({ start, end }: Slot): string => end ?? start;
const areAtOnce = (a: Slot, b: Slot): boolean => getSlotKind(a) === getSlotKind(b) && a.start < endOf(b) && b.start < endOf(a);

const ofDates = ({ number, start }: Slot, { record: { opensOn, closesOn } }: MeetingState): readonly Warning[] => {
  const date = getDate(start);
  return when(date < opensOn || date > closesOn, "outside-the-dates", { slot: number, date, opensOn, closesOn });
};

const ofTime = (number: string, after: MeetingState): readonly Warning[] => {
  const all = sittings(after);
  const moved = all.find((slot) => slot.number === number);
  if (!moved) return [];
  const meanwhile = all.filter((other) => other.number !== number && areAtOnce(moved, other)).slice(0, MOST);
  return [...ofDates(moved, after), ...meanwhile.map((other) => warning("two-sittings-at-once", { slot: number, other: other.number }))];
};

/** What another programme leaves as it was, or leaves out. */
const ofReplacement = (before: MeetingState, after: MeetingState, sent: readonly Slot[]): readonly Warning[] => {
  const held = new Map(statusesOf(before, "open", "suspended", "adjourned").map((slot) => [slot.number, slot]));
  const kept = sent.flatMap(({ number, start }) => {
    const slot = held.get(number);
    return slot && slot.start !== start ? [warning("held-slot-kept", { slot: number, start: slot.start })] : [];
  });
  const listed = new Set((after.record.documents ?? []).map(({ symbol }) => symbol));
  const dropped = (before.record.documents ?? []).map(({ symbol }) => symbol).filter((symbol) => !listed.has(symbol));
  return [
    ...kept.slice(0, MOST),
    ...when(dropped.length > 0, "documents-dropped", { documents: dropped.join(", ") }),
    ...ofProgramme(after),
  ];
};

/** Of a whole programme: each sitting against the one before it. */
const ofProgramme = (after: MeetingState): readonly Warning[] => {
  const all = sittings(after).toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const overlaps = [...Map.groupBy(all, getSlotKind).values()].flatMap((same) =>
    same.flatMap((slot, at) => {
      const previous = same[at - 1];
      return previous && areAtOnce(previous, slot) ? [warning("two-sittings-at-once", { slot: slot.number, other: previous.number })] : [];
    }),
  );
  return [...all.flatMap((slot) => ofDates(slot, after)), ...overlaps].slice(0, MOST);
};

const ofExtension = ({ data }: EventOf<"slot.extended">, before: MeetingState): readonly Warning[] => {
  const end = before.slots.find(({ slot }) => slot.number === data.slot)?.slot.end;
  return when(end !== undefined && data.end <= end, "not-longer", { slot: data.slot, end: end ?? "" });
};

const ofCancellation = ({ data }: EventOf<"slot.cancelled">, after: MeetingState): readonly Warning[] => {
  const items = after.slots.find(({ slot }) => slot.number === data.slot)?.slot.items ?? [];
  const unplaced = items.filter((item) => !sittings(after).some((slot) => slot.items.includes(item)));
  return unplaced.map((item) => warning("last-sitting-of-item", { item }));
};

const ofOpening = (before: MeetingState): readonly Warning[] => [
  ...when(meetingStatusOf(before.agenda) === "announced", "slot-opened-before-meeting"),
  ...when(meetingStatusOf(before.agenda) === "suspended", "meeting-is-suspended"),
];

const ofResumption = ({ data }: EventOf<"slot.resumed">, before: MeetingState): readonly Warning[] => {
  const resumed = before.slots.find(({ slot }) => slot.number === data.slot)?.slot;
  const others = openSlots(before).filter((slot) => resumed && slot.number !== data.slot && getSlotKind(slot) === getSlotKind(resumed));
  return [...ofOpening(before), ...others.map(({ number }) => warning("another-sitting-open", { slot: number }))];
};

const ofReinstatement = ({ data }: EventOf<"slot.reinstated">, after: MeetingState): readonly Warning[] => {
  const slot = after.slots.find((other) => other.slot.number === data.slot);
  const cancellation = slot?.changes.findLast(({ type }) => type === "slot.cancelled");
  const wereSent = cancellation?.type === "slot.cancelled" && cancellation.itemsTo !== undefined;
  return [
    ...when(wereSent, "items-in-two-sittings", { slot: data.slot, items: slot?.slot.items.join(", ") ?? "" }),
    ...ofTime(data.slot, after),
  ];
};

const ofDeferral = ({ data: { item } }: EventOf<"item.deferred">, after: MeetingState): readonly Warning[] => {
  const parts = sittings(after)
    .flatMap(({ items }) => items)
    .filter((other) => other !== item && isSameOrPart(other, item));
  return when(parts.length > 0, "parts-remain", { item, items: [...new Set(parts)].join(", ") });
};

const ofAdjournment = ({ data }: EventOf<"slot.adjourned">, before: MeetingState): readonly Warning[] => {
  const slot = before.slots.find((other) => other.slot.number === data.slot);
  return when(slot !== undefined && slotStatusOf(slot.value) === "scheduled", "slot-adjourned-unopened", { slot: data.slot });
};

const ofItem = ({ data: { item } }: EventOf<"item.taken_up">, before: MeetingState): readonly Warning[] => {
  const open = openSlots(before);
  const [first] = open;
  return [
    ...when(!first, "no-sitting-open"),
    ...when(first !== undefined && !open.some(({ items }) => items.includes(item)), "not-of-this-sitting", {
      item,
      slot: first?.number ?? "",
    }),
    ...when(agendaStatusOf(before.agenda) === "provisional" && roleOf(before, item) === undefined, "business-before-adoption"),
  ];
};

/** The doubts about an event that was possible, from the states before and after it. */
export const warningsOf = (before: MeetingState | undefined, event: MeetingEvent, after: MeetingState): readonly Warning[] => {
  if (!before) return ofProgramme(after);
  switch (event.type) {
    case "agenda.revised":
      return [
        ...when(agendaStatusOf(before.agenda) !== "provisional", "revised-after-adoption"),
        ...ofReplacement(before, after, event.data.record.slots),
      ];
    case "agenda.adopted":
      return event.data.record ? ofReplacement(before, after, event.data.record.slots) : [];
    case "meeting.rescheduled":
    case "meeting.resumed":
      return event.data.slots ? ofReplacement(before, after, event.data.slots) : [];
    case "meeting.closed":
      return ofClosure(before);
    case "meeting.cancelled":
      return when(["opened", "suspended"].includes(meetingStatusOf(before.agenda)), "cancelled-after-opening");
    case "report.adopted":
      return ofReport(before);
    case "report.issued":
      return when(agendaStatusOf(before.agenda) === "reportAwaited", "issued-before-adoption");
    case "slot.added":
    case "slot.rescheduled":
      return ofTime(event.data.slot, after);
    case "slot.extended":
      return [...ofExtension(event, before), ...ofTime(event.data.slot, after)];
    case "slot.opened":
      return ofOpening(before);
    case "slot.resumed":
      return ofResumption(event, before);
    case "slot.reinstated":
      return ofReinstatement(event, after);
    case "item.deferred":
      return ofDeferral(event, after);
    case "slot.adjourned":
      return ofAdjournment(event, before);
    case "slot.cancelled":
      return ofCancellation(event, after);
    case "item.taken_up":
      return ofItem(event, before);
    default:
      return [];
  }
};
