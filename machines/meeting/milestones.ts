import type { EventOf } from "../../src/meeting/events.ts";
import type { MeetingState } from "./state.ts";

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
}

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

/** The id of the meeting that was meant, where one was announced under a wrong id. */
export const findMovedTo = ({ agenda, milestones }: MeetingState): string | undefined =>
  agenda.meeting === "withdrawn" ? milestones.findLast(({ type }) => type === "meeting.withdrawn")?.movedTo : undefined;
