import type { MilestoneType } from "./milestones.ts";

/** The states of the machines as a snapshot keeps them, and as all else names them. Tests hold them to the machines' own. */

export interface AgendaValue {
  readonly lifecycle: "provisional" | "adopted" | "inSession" | "reportAdopted";
  readonly agenda: "provisional" | { readonly adopted: "reportAwaited" | "reportAdopted" };
  readonly meeting: "postponed" | "cancelled" | "closed" | "withdrawn" | { readonly underWay: "announced" | "opened" | "suspended" };
}
export type SlotValue = "adjourned" | "cancelled" | { readonly toBeHeld: "scheduled" | "postponed" | "open" | "suspended" };
export type ItemValue =
  | "concluded"
  | "deferred"
  | "inAbeyance"
  | { readonly toBeConsidered: "pending" | "underConsideration" | "leftOpen" };

/** The four states of a meeting that delegates know, in their order: the machine's name of each, and the wire's. */
const LIFECYCLE_NAMES = {
  provisional: "provisional",
  adopted: "adopted",
  inSession: "in session",
  reportAdopted: "report adopted",
} as const satisfies Record<AgendaValue["lifecycle"], string>;

export type Lifecycle = (typeof LIFECYCLE_NAMES)[AgendaValue["lifecycle"]];
export const LIFECYCLE: readonly Lifecycle[] = Object.values(LIFECYCLE_NAMES);

export type AgendaStatus = "provisional" | "reportAwaited" | "reportAdopted";
export type MeetingStatus = "announced" | "opened" | "suspended" | "postponed" | "cancelled" | "closed" | "withdrawn";
export type SlotStatus = "scheduled" | "postponed" | "open" | "suspended" | "adjourned" | "cancelled";
export type ItemStatus = "pending" | "underConsideration" | "leftOpen" | "concluded" | "deferred" | "inAbeyance";

export const getLifecycle = ({ lifecycle }: AgendaValue): Lifecycle => LIFECYCLE_NAMES[lifecycle];
export const getAgendaStatus = ({ agenda }: AgendaValue): AgendaStatus => (typeof agenda === "string" ? agenda : agenda.adopted);
export const getMeetingStatus = ({ meeting }: AgendaValue): MeetingStatus => (typeof meeting === "string" ? meeting : meeting.underWay);
export const getSlotStatus = (value: SlotValue): SlotStatus => (typeof value === "string" ? value : value.toBeHeld);
export const getItemStatus = (value: ItemValue): ItemStatus => (typeof value === "string" ? value : value.toBeConsidered);

/** The events by which each state of the lifecycle is reached. */
export const REACHED_BY: Record<Lifecycle, MilestoneType | undefined> = {
  provisional: undefined,
  adopted: "agenda.adopted",
  "in session": "meeting.opened",
  "report adopted": "report.adopted",
};

/** The states up to the present one that were reported: a report may be adopted though nobody said that the meeting was opened. */
export const listReached = (present: Lifecycle, milestones: readonly { readonly type: MilestoneType }[]): readonly Lifecycle[] =>
  LIFECYCLE.slice(0, LIFECYCLE.indexOf(present) + 1).filter((state) => {
    const type = REACHED_BY[state];
    return type === undefined || milestones.some((milestone) => milestone.type === type);
  });

/** Whether a sitting took place, or does. */
export const isHeld = (status: SlotStatus): boolean => status === "open" || status === "suspended" || status === "adjourned";
