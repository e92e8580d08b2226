import { findMovedTo } from "../../../machines/meeting/milestones.ts";
import { createRefusal, type Refusal } from "../../../machines/meeting/refusals.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { createWarning, type Warning } from "../../../machines/meeting/warnings.ts";

/** A meeting of the body, and the one to which its addresses lead, if to any; undefined where there is no such meeting. */
export type FindMoved = (meeting: string) => { readonly movedTo?: string | undefined } | undefined;

/** The meeting to which an event makes the addresses of its own lead. */
const findNewMove = (before: MeetingState | undefined, after: MeetingState): string | undefined => {
  const movedTo = findMovedTo(after);
  return movedTo === (before && findMovedTo(before)) ? undefined : movedTo;
};

/** Meetings that lead to one another, and the last back to the first. */
export const refuseMoves = (before: MeetingState | undefined, after: MeetingState, findMoved: FindMoved): Refusal | undefined => {
  const { id } = after.record;
  const passed = [id];
  let next = findNewMove(before, after);
  while (next !== undefined && !passed.includes(next)) {
    passed.push(next);
    next = findMoved(next)?.movedTo;
  }
  return next === id ? createRefusal("moves-in-a-circle", { meetings: passed.join(", ") }) : undefined;
};

/** That the meeting that was meant is not announced yet. */
export const warnOfMove = (before: MeetingState | undefined, after: MeetingState, findMoved: FindMoved): readonly Warning[] => {
  const movedTo = findNewMove(before, after);
  return movedTo === undefined || findMoved(movedTo) ? [] : [createWarning("moved-to-unknown", { meeting: movedTo })];
};
