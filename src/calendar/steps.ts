import type { Milestone, MilestoneType } from "../../machines/meeting/milestones.ts";
import type { MeetingState, SlotState } from "../../machines/meeting/state.ts";
import { getMeetingStatus, getSlotStatus, type MeetingStatus } from "../../machines/meeting/statuses.ts";

/** What is said of all sittings that are still to come, and the state of the meeting in which it holds. */
const PLANS = new Map<MilestoneType, readonly MeetingStatus[]>([
  ["meeting.suspended", ["suspended"]],
  ["meeting.postponed", ["postponed"]],
  ["meeting.cancelled", ["cancelled"]],
  ["meeting.withdrawn", ["withdrawn"]],
  ["meeting.reinstated", ["announced", "opened"]],
  ["meeting.rescheduled", ["announced", "opened"]],
]);

/** Why the meeting as a whole does not go on, or that it does again. */
export const listStandingSteps = ({ agenda, milestones }: MeetingState): readonly Milestone[] => {
  const last = milestones.findLast(({ type }) => PLANS.has(type) || type === "meeting.resumed");
  return last && PLANS.get(last.type)?.includes(getMeetingStatus(agenda)) ? [last] : [];
};

const isToCome = ({ value }: SlotState): boolean => value !== "adjourned" && getSlotStatus(value) !== "cancelled";

interface StepsOfSittings {
  readonly bySlot: ReadonlyMap<string | undefined, readonly Milestone[]>;
  readonly byTimestamp: ReadonlyMap<string, readonly Milestone[]>;
  readonly order: ReadonlyMap<Milestone, number>;
}

const indexes = new WeakMap<readonly Milestone[], StepsOfSittings>();

/** Read off once for all sittings. */
const indexSteps = (milestones: readonly Milestone[]): StepsOfSittings => {
  const known = indexes.get(milestones) ?? {
    bySlot: Map.groupBy(milestones, ({ slot }) => slot),
    byTimestamp: Map.groupBy(milestones, ({ timestamp }) => timestamp),
    order: new Map(milestones.map((step, at) => [step, at])),
  };
  indexes.set(milestones, known);
  return known;
};

/** The steps that a sitting's entry tells: what changed it, what happened in it, and what holds of all that are to come (`standing`). */
export const listSteps = ({ milestones }: MeetingState, slotState: SlotState, standing: readonly Milestone[]): readonly Milestone[] => {
  const { slot, revised } = slotState;
  const { bySlot, byTimestamp, order } = indexSteps(milestones);
  const steps = [
    ...(isToCome(slotState) ? standing : []),
    ...(bySlot.get(slot.number) ?? []),
    ...(revised === undefined ? [] : (byTimestamp.get(revised) ?? [])),
  ];
  return steps.length < 2 ? steps : [...new Set(steps)].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
};

/** The same of a meeting that has no sitting yet, in the one entry of its days. */
export const listStepsOfDays = (state: MeetingState): readonly Milestone[] => {
  const standing = listStandingSteps(state);
  return state.milestones.filter((step) => standing.includes(step) || (step.type !== "agenda.revised" && !PLANS.has(step.type)));
};
