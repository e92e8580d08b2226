import { chain } from "../../src/meeting/result.ts";
import type { EventOf } from "../../src/meeting/events.ts";
import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { findMovedTo, locateMilestone, toMilestone, type Milestone, type MilestoneType } from "./milestones.ts";
import { applyRecord, changeMeeting } from "./organization-of-work.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { findRefusalCode } from "./refusals.ts";
import { getAgendaSnapshot, getNextAgendaSnapshot } from "./snapshots.ts";
import type { MeetingState } from "./state.ts";
import type { MeetingEventOf, Happening, Applied } from "./happening.ts";

/** What a milestone says, whenever and where it was said and in whatever words. */
const omitWords = ({
  timestamp: _timestamp,
  slot: _slot,
  note: _note,
  reason: _reason,
  cause: _cause,
  ...said
}: Milestone): Partial<Milestone> => said;

/** Whether a meeting that was withdrawn already leads to another from now on. */
const leadsElsewhere = (before: MeetingState, event: MeetingEventOf<MilestoneType>): boolean =>
  event.type === "meeting.withdrawn" && event.data.movedTo !== undefined && event.data.movedTo !== findMovedTo(before);

/** What a record may say otherwise, beside when it was said. */
const SAID = ["record", "facts", "issued", "slots", "removedSlots", "items", "formerItems", "documentedItems"] as const;

/** A milestone is noted where it moves something, and where it says more than the last of its kind. */
const addMilestone = (before: MeetingState, after: MeetingState, event: MeetingEventOf<MilestoneType>): MeetingState => {
  const last = before.milestones.findLast(({ type }) => type === event.type);
  const isMoved = !isDeepEqual(before.agenda, after.agenda) || SAID.some((name) => before[name] !== after[name]);
  const isSaidAgain = last !== undefined && isDeepEqual(omitWords(toMilestone(event)), omitWords(last));
  const isOfReport = event.type === "report.adopted" || event.type === "report.issued";
  if (!isMoved && !(isOfReport && !isSaidAgain) && !leadsElsewhere(before, event)) return after;
  return { ...after, milestones: [...after.milestones, locateMilestone(toMilestone(event), after.slots, event.local)] };
};

const transitionAgenda = (state: MeetingState, event: EventOf<MilestoneType>): Outcome => {
  const before = getAgendaSnapshot(state.agenda);
  if (!before.can(event)) return refuseEvent(findRefusalCode(before, event.type));
  const after = getNextAgendaSnapshot(before, event);
  return accept(isDeepEqual(after.value, state.agenda) ? state : { ...state, agenda: after.value });
};

export const reachMilestone = (state: MeetingState, event: MeetingEventOf<MilestoneType>): Outcome =>
  chain(transitionAgenda(state, event), (after) => accept(addMilestone(state, after, event)));

/** A record that comes with a milestone: that of an agenda adopted already may only say what is so. */
export const reachWithRecord = (
  state: MeetingState,
  event: MeetingEventOf<"agenda.revised" | "agenda.adopted" | "meeting.rescheduled" | "meeting.resumed" | "meeting.reinstated">,
  { identities, at }: Happening,
): Applied => {
  const reached = transitionAgenda(state, event);
  if (!reached.ok) return { outcome: reached, differences: [] };
  const { outcome, differences } = applyRecord(state, event, identities, at);
  const isAdoptedAlready = event.type === "agenda.adopted" && reached.value === state;
  const whole = chain(outcome, (revised) => {
    if (isAdoptedAlready && differences.some((difference) => difference.outcome === "changed")) return refuseEvent("already-adopted");
    const placed = event.type !== "agenda.revised" && event.type !== "agenda.adopted" ? changeMeeting(revised, event) : revised;
    const after = { ...placed, agenda: reached.value.agenda };
    // What was never called off does not take place after all: it has other dates or places at most.
    const isIdle = event.type === "meeting.reinstated" && reached.value === state;
    return accept(isIdle ? after : addMilestone(state, after, event));
  });
  return { outcome: whole, differences };
};
