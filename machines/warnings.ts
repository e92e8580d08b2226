import type { EventOf, MeetingEvent } from "../src/meeting/events.ts";
import { fill } from "../src/meeting/fill.ts";
import { dateOf } from "../src/meeting/local-time.ts";
import { numberedItems } from "../src/meeting/record.ts";
import { agendaStatusOf, meetingStatusOf } from "./agenda.ts";
import { itemStatusOf } from "./item.ts";

import { slotStatusOf } from "./slot.ts";
import type { MeetingState } from "./state.ts";

/** What is accepted although it is unusual, so that a slip is noticed before delegates see it. */
export const WARNINGS = {
  "closed-before-opening":
    "The meeting was never reported as opened. If it was, say so: withdraw the closure, send meeting.opened, then close it.",
  "sitting-open-at-closure": "Slot {slot} is still open. If it is over send slot.adjourned before the closure.",
  "cancelled-after-opening":
    "The meeting is open: sittings that were held stay, all others are cancelled. To break it off only, send meeting.suspended.",
  "revised-after-adoption":
    "The agenda was adopted. If the body revised it orally when it did so, agenda.adopted with the record says that.",
  "report-with-item-open": "Item {item} is still under consideration. If that ended send item.concluded or item.left_open.",
  "issued-before-adoption": "The report is issued but was not reported as adopted. If it was adopted send report.adopted.",
  "outside-the-dates": "Slot {slot} on {date} is outside the meeting's dates, {opensOn} to {closesOn}.",
  "two-sittings-at-once": "Slot {slot} is at the same time as slot {other}.",
  "not-longer": "Slot {slot} was to end at {end} already: this makes it no longer.",
  "last-sitting-of-item": "Item {item} has no other sitting: say where it is taken up, or that it is deferred.",
  "slot-opened-before-meeting": "The meeting was not reported as opened. If it is open send meeting.opened.",
  "slot-adjourned-unopened": "Slot {slot} was never reported as opened, so nothing shows it as held at its time.",
  "no-sitting-open": "No sitting is open: items are considered in one. If one is, send slot.opened.",
  "not-of-this-sitting": "Item {item} is not among the items of the open slot {slot}. If it was brought forward send item.moved.",
  "business-before-adoption": "The agenda is provisional: business usually waits for its adoption. If it was adopted send agenda.adopted.",
} as const;

type WarningCode = keyof typeof WARNINGS;

export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
}

const warning = (code: WarningCode, values: Readonly<Record<string, string>> = {}): Warning => ({
  code,
  message: fill(WARNINGS[code], values),
});
const when = (condition: boolean, code: WarningCode, values?: Readonly<Record<string, string>>): readonly Warning[] =>
  condition ? [warning(code, values)] : [];

const sittings = ({ slots }: MeetingState) => slots.filter(({ value }) => value !== "cancelled").map(({ slot }) => slot);
const openSlots = ({ slots }: MeetingState) => slots.filter(({ value }) => slotStatusOf(value) === "open").map(({ slot }) => slot);

const ofClosure = (before: MeetingState): readonly Warning[] => [
  ...when(meetingStatusOf(before.agenda) === "announced", "closed-before-opening"),
  ...openSlots(before).map(({ number }) => warning("sitting-open-at-closure", { slot: number })),
];

const ofReport = (before: MeetingState): readonly Warning[] =>
  before.items
    .filter(({ number, value }) => itemStatusOf(value) === "underConsideration" && roleOf(before, number) !== "report")
    .map(({ number }) => warning("report-with-item-open", { item: number }));

/** The procedural part of an item, or of what stands below it. */
const roleOf = (state: MeetingState, number: string) =>
  numberedItems(state.record.agenda.items).find(
    (item) => (item.number === number || item.number.startsWith(`${number}(`)) && item.item.role,
  )?.item.role;

type Sitting = MeetingState["slots"][number]["slot"];

/** More would be a list that nobody reads. */
const MOST = 20;

const kindOf = ({ kind }: Sitting): string => kind ?? "plenary";
const endOf = ({ start, end }: Sitting): string => end ?? start;
const areAtOnce = (a: Sitting, b: Sitting): boolean => kindOf(a) === kindOf(b) && a.start < endOf(b) && b.start < endOf(a);

const ofDates = ({ number, start }: Sitting, { record: { opensOn, closesOn } }: MeetingState): readonly Warning[] => {
  const date = dateOf(start);
  return when(date < opensOn || date > closesOn, "outside-the-dates", { slot: number, date, opensOn, closesOn });
};

const ofTime = (number: string, after: MeetingState): readonly Warning[] => {
  const all = sittings(after);
  const moved = all.find((slot) => slot.number === number);
  if (!moved) return [];
  const meanwhile = all.filter((other) => other.number !== number && areAtOnce(moved, other)).slice(0, MOST);
  return [...ofDates(moved, after), ...meanwhile.map((other) => warning("two-sittings-at-once", { slot: number, other: other.number }))];
};

/** Of a whole programme: each sitting against the one before it. */
const ofProgramme = (after: MeetingState): readonly Warning[] => {
  const all = sittings(after).toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const overlaps = [...Map.groupBy(all, kindOf).values()].flatMap((same) =>
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

const ofOpening = (before: MeetingState): readonly Warning[] =>
  when(meetingStatusOf(before.agenda) === "announced", "slot-opened-before-meeting");

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
      return [...when(agendaStatusOf(before.agenda) !== "provisional", "revised-after-adoption"), ...ofProgramme(after)];
    case "agenda.adopted":
      return event.data.record ? ofProgramme(after) : [];
    case "meeting.rescheduled":
    case "meeting.resumed":
      return event.data.slots ? ofProgramme(after) : [];
    case "meeting.closed":
      return ofClosure(before);
    case "meeting.cancelled":
      return when(meetingStatusOf(before.agenda) === "opened", "cancelled-after-opening");
    case "report.adopted":
      return ofReport(before);
    case "report.issued":
      return when(agendaStatusOf(before.agenda) === "reportAwaited", "issued-before-adoption");
    case "slot.added":
    case "slot.rescheduled":
    case "slot.reinstated":
      return ofTime(event.data.slot, after);
    case "slot.extended":
      return [...ofExtension(event, before), ...ofTime(event.data.slot, after)];
    case "slot.opened":
      return ofOpening(before);
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
