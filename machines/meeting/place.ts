import { isCorrection } from "../../src/meeting/events.ts";
import type { Happening } from "./happening.ts";
import { foldAnew, sortByHappening, listWithdrawn, type Fold, type LoggedEvent } from "./fold-log.ts";
import type { MeetingState } from "./state.ts";

/** The meeting's events so far, in the order of arrival: asked for by what looks back alone. */
export type ReadLog = () => readonly LoggedEvent[];

/** Where an event belongs among those that stand: the state before it, and what happened after it. */
export interface Place {
  readonly state: MeetingState | undefined;
  readonly newer: readonly LoggedEvent[];
}

/** In time: nothing that stands happened after it. */
const isInTime = (state: MeetingState | undefined, { event, at }: Pick<Happening, "event" | "at">): boolean =>
  state === undefined || at >= state.at || isCorrection(event) || event.type === "meeting.announced";

export const findPlace = (
  state: MeetingState | undefined,
  happening: Pick<Happening, "event" | "at">,
  readLog: ReadLog,
  fold: Fold = foldAnew,
): Place => {
  if (isInTime(state, happening)) return { state, newer: [] };
  const log = readLog();
  const withdrawn = listWithdrawn(log);
  const standing = sortByHappening(log).filter(({ id, event }) => !withdrawn.has(id) && !isCorrection(event));
  // The announcement is first, whatever its date.
  const isNewer = ({ at }: LoggedEvent, index: number): boolean => index > 0 && at > happening.at;
  const newer = standing.filter(isNewer);
  if (newer.length === 0) return { state, newer };
  const earlier = standing.filter((logged, index) => !isNewer(logged, index));
  return { state: fold(earlier).state, newer };
};
