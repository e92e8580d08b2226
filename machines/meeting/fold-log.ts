import type { MeetingEvent } from "../../src/meeting/events.ts";
import { applyEvent } from "./apply-event.ts";
import type { Happening } from "./happening.ts";
import { fail, succeed, type Result } from "../../src/meeting/result.ts";
import type { MeetingState } from "./state.ts";

/** An event of one meeting in its place in the log, by the webhook-id under which it came. */
export interface LoggedEvent extends Happening {
  readonly id: string;
}

/** What is asked of an event where only what it corrects is wanted. */
interface Correcting {
  readonly event: { readonly type: MeetingEvent["type"]; readonly data: object };
}

const listTargets = (log: readonly Correcting[], type: "event.withdrawn" | "event.redacted"): ReadonlySet<string> =>
  new Set(log.flatMap(({ event }) => (event.type === type && "event" in event.data ? [String(event.data.event)] : [])));

export const listWithdrawn = (log: readonly Correcting[]): ReadonlySet<string> => listTargets(log, "event.withdrawn");
export const listRedacted = (log: readonly Correcting[]): ReadonlySet<string> => listTargets(log, "event.redacted");

/** What is asked of an event where only its place is wanted. */
interface Happened {
  readonly at: number;
  readonly event: Pick<MeetingEvent, "type">;
}

/** In the order in which things happened; those of one instant by their arrival. The announcement is first, whatever its date. */
export const sortByHappening = <Logged extends Happened>(log: readonly Logged[]): readonly Logged[] => {
  const first = log.findIndex(({ event }) => event.type === "meeting.announced");
  const rank = (at: number): number => (at === first ? Number.NEGATIVE_INFINITY : (log[at]?.at ?? 0));
  return log
    .map((_logged, at) => at)
    .toSorted((a, b) => rank(a) - rank(b) || a - b)
    .flatMap((at) => log[at] ?? []);
};

export interface Folded {
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

/** Folds all events from the first on, given in the order in which they happened. */
export type Fold = (events: readonly LoggedEvent[]) => Folded;

export const foldAnew: Fold = (events) => foldFrom(undefined, events);

/**
 * State folds the events that stand, in the order in which they happened.
 * @param log in the order of arrival
 */
export const foldStanding = (log: readonly LoggedEvent[], withdrawn: ReadonlySet<string>, fold: Fold = foldAnew): Folded => {
  const standing = sortByHappening(log).filter(({ id }) => !withdrawn.has(id));
  const { state, impossible } = fold(standing);
  return { state: state && { ...state, version: log.length }, impossible };
};

/** The state of a meeting from the whole of its log, or the events that can't be: a log that was taken in can be folded, unless a release broke a promise. */
export const foldLog = (log: readonly LoggedEvent[]): Result<MeetingState | undefined, readonly LoggedEvent[]> => {
  const { state, impossible } = foldStanding(log, listWithdrawn(log));
  return impossible.length > 0 ? fail(impossible) : succeed(state);
};
