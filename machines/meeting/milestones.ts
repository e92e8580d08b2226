import type { EventOf } from "../../src/meeting/events.ts";
import { getDate } from "../../src/meeting/local-time.ts";
import type { MeetingState, SlotState } from "./state.ts";
import { getSlotStatus } from "./statuses.ts";

/** The events that move a meeting and its agenda as a whole. */
export type MilestoneType =
  | "agenda.revised"
  | "agenda.adopted"
  | "meeting.opened"
  | "meeting.suspended"
  | "meeting.resumed"
  | "meeting.closed"
  | "meeting.postponed"
  | "meeting.rescheduled"
  | "meeting.cancelled"
  | "meeting.reinstated"
  | "meeting.withdrawn"
  | "report.adopted"
  | "report.issued";

type Data = EventOf<MilestoneType>["data"];
type FieldOf<One> = One extends unknown ? keyof One : never;
type ValueOf<One, Name> = One extends unknown ? (Name extends keyof One ? One[Name] : never) : never;

/** Not of the milestone: whom it is about, and what the record and the slots say from then on. */
const ELSEWHERE = [
  "body",
  "meeting",
  "expectedVersion",
  "record",
  "slots",
  "opensOn",
  "closesOn",
  "city",
  "venue",
  "timezone",
  "decide",
  "conflicts",
  "replace",
] as const;

type MilestoneFields = { readonly [Name in Exclude<FieldOf<Data>, (typeof ELSEWHERE)[number]>]?: ValueOf<Data, Name> };

/** What such an event leaves behind for calendars and pages: a dated fact, in the order of arrival. A revised agenda has its symbol, as a report has its own. */
export interface Milestone extends MilestoneFields {
  readonly type: MilestoneType;
  readonly timestamp: string;
  readonly orallyRevised?: true;
  /** The sitting in which it was. */
  readonly slot?: string;
}

/** What happens in a sitting, or after the last: no other sitting's entry has to tell it. */
const IN_SITTING: ReadonlySet<MilestoneType> = new Set<MilestoneType>([
  "agenda.adopted",
  "meeting.opened",
  "meeting.resumed",
  "meeting.closed",
  "report.adopted",
  "report.issued",
]);

const compareStarts = (a: SlotState, b: SlotState): number => (a.slot.start < b.slot.start ? -1 : Number(a.slot.start > b.slot.start));

const isOpenOn = ({ slot, value }: SlotState, day: string): boolean => getSlotStatus(value) === "open" && getDate(slot.start) === day;

/** The sitting that is open that day, else by the plan the last that begins before, or else the first of all. */
const findSlotAt = (slots: readonly SlotState[], local: string): string | undefined => {
  const open = slots.filter((slot) => isOpenOn(slot, getDate(local)));
  const possible = open.length > 0 ? open : slots.filter(({ value }) => getSlotStatus(value) !== "cancelled");
  const sorted = possible.toSorted(compareStarts);
  return (sorted.findLast(({ slot }) => slot.start <= local) ?? sorted[0])?.slot.number;
};

/** Where an event that moves the meeting happened. */
export const locateMilestone = (milestone: Milestone, slots: readonly SlotState[], local: string): Milestone => {
  const slot = IN_SITTING.has(milestone.type) ? findSlotAt(slots, local) : undefined;
  return { ...milestone, ...(slot !== undefined && { slot }) };
};

export const toMilestone = ({ type, timestamp, data }: EventOf<MilestoneType>): Milestone => {
  const record = "record" in data ? data.record : undefined;
  const own = Object.entries(data).filter(([name, value]) => value !== undefined && !ELSEWHERE.some((other) => other === name));
  return {
    type,
    timestamp,
    ...Object.fromEntries(own),
    ...(type === "agenda.adopted" && record && { orallyRevised: true as const }),
    ...(type === "agenda.revised" && record?.agenda.symbol && { symbol: record.agenda.symbol }),
  };
};

/** The id of the meeting that was meant, where one was announced under a wrong id: it may be said later, or corrected. */
export const findMovedTo = ({ agenda, milestones }: MeetingState): string | undefined =>
  agenda.meeting === "withdrawn" ? milestones.findLast(({ movedTo }) => movedTo !== undefined)?.movedTo : undefined;
