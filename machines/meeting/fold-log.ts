import { applyEvent, type Happening } from "./apply-event.ts";
import { fail, succeed, type Result } from "../../src/meeting/result.ts";
import type { MeetingState } from "./state.ts";

/** An event of one meeting in its place in the log, by the webhook-id under which it came. */
export interface LoggedEvent extends Happening {
  readonly id: string;
}

const listTargets = (log: readonly LoggedEvent[], type: "event.withdrawn" | "event.redacted"): ReadonlySet<string> =>
  new Set(log.flatMap(({ event }) => (event.type === type ? [event.data.event] : [])));

export const listWithdrawn = (log: readonly LoggedEvent[]): ReadonlySet<string> => listTargets(log, "event.withdrawn");
export const listRedacted = (log: readonly LoggedEvent[]): ReadonlySet<string> => listTargets(log, "event.redacted");

const isAnnouncement = ({ event }: LoggedEvent): boolean => event.type === "meeting.announced";

/** In the order in which things happened; those of one instant by their arrival. The announcement is first, whatever its date. */
export const sortByHappening = (log: readonly LoggedEvent[]): readonly LoggedEvent[] => {
  const first = log.findIndex(isAnnouncement);
  const rank = (at: number): number => (at === first ? Number.NEGATIVE_INFINITY : (log[at]?.at ?? 0));
  return log
    .map((_logged, at) => at)
    .toSorted((a, b) => rank(a) - rank(b) || a - b)
    .flatMap((at) => log[at] ?? []);
};

interface Folded {
  readonly state: MeetingState | undefined;
  /** Events that could not be applied, and were left out. */
  readonly impossible: readonly LoggedEvent[];
}

/** Folds events, given in the order in which they happened, on from a state. */
export const foldFrom = (start: MeetingState | undefined, events: readonly LoggedEvent[]): Folded => {
  let state = start;
  const impossible: LoggedEvent[] = [];
  for (const logged of events) {
    const { outcome } = applyEvent(state, logged);
    if (outcome.ok) state = outcome.value;
    else impossible.push(logged);
  }
  return { state, impossible };
};

/**
 * State folds the events that stand, in the order in which they happened.
 * @param log in the order of arrival
 */
export const foldStanding = (log: readonly LoggedEvent[], withdrawn: ReadonlySet<string>): Folded => {
  const standing = sortByHappening(log).filter(({ id }) => !withdrawn.has(id));
  const { state, impossible } = foldFrom(undefined, standing);
  return { state: state && { ...state, version: log.length }, impossible };
};

/** The state of a meeting from the whole of its log, or the events that can't be: a log that was taken in can be folded, unless a release broke a promise. */
export const foldLog = (log: readonly LoggedEvent[]): Result<MeetingState | undefined, readonly LoggedEvent[]> => {
  const { state, impossible } = foldStanding(log, listWithdrawn(log));
  return impossible.length > 0 ? fail(impossible) : succeed(state);
};
