import type { MeetingEvent } from "../../src/meeting/events.ts";
import { applyEvent } from "./apply-event.ts";
import type { Happening } from "./happening.ts";
import { fail, succeed, type Result } from "../../src/meeting/result.ts";
import type { MeetingState } from "./state.ts";
import { isUnmet } from "./unmet.ts";

/** An event of one meeting in its place in the log, by the webhook-id under which it came. */
export interface LoggedEvent extends Happening {
  readonly id: string;
}

/** What is asked of an event where only what it corrects is wanted. */
interface Correcting {
  readonly event: { readonly type: MeetingEvent["type"]; readonly data: object };
}

/** An event in short: when it happened, and of a correction what it corrects. */
export interface IndexedEvent extends Correcting {
  readonly id: string;
  readonly at: number;
  /** The sitting or the item that it names, where that is known without reading it. */
  readonly subject?: string;
}

/** A meeting's log for what looks back: each event in short, and whole those that are asked for, since all of them may be more than memory takes. */
export interface Log {
  /** In the order of arrival: an event is named by its place here. */
  readonly index: readonly IndexedEvent[];
  /** How many of them are written down: one that is not may never be. */
  readonly written: number;
  readonly read: (places: readonly number[]) => Iterable<LoggedEvent>;
  readonly fold: Fold;
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

/** Places in a log in the order in which things happened; those of one instant by their arrival. The announcement is first, whatever its date. */
const orderPlaces = (log: readonly Happened[]): readonly number[] => {
  const first = log.findIndex(({ event }) => event.type === "meeting.announced");
  const rank = (at: number): number => (at === first ? Number.NEGATIVE_INFINITY : (log[at]?.at ?? 0));
  return log.map((_logged, at) => at).toSorted((a, b) => rank(a) - rank(b) || a - b);
};

/** Events in the order in which they happened. */
export const sortByHappening = <Logged extends Happened>(log: readonly Logged[]): readonly Logged[] =>
  orderPlaces(log).flatMap((at) => log[at] ?? []);

/** The places of the events that stand, in the order in which they happened. */
export const orderStanding = (index: readonly IndexedEvent[], withdrawn: ReadonlySet<string>): readonly number[] =>
  orderPlaces(index).filter((at) => !withdrawn.has(index[at]?.id ?? ""));

export interface Folded {
  readonly state: MeetingState | undefined;
  /** Events that could not be applied, and were left out. */
  readonly impossible: readonly LoggedEvent[];
  /** Those that did not find what they ask for. */
  readonly unmet: readonly LoggedEvent[];
}

/** Folds events, given in the order in which they happened, on from a state. */
export const foldFrom = (start: MeetingState | undefined, events: Iterable<LoggedEvent>): Folded => {
  let state = start;
  const impossible: LoggedEvent[] = [];
  const unmet: LoggedEvent[] = [];
  for (const logged of events) {
    if (state && isUnmet(state, logged)) unmet.push(logged);
    const { outcome } = applyEvent(state, logged);
    if (outcome.ok) state = outcome.value;
    else impossible.push(logged);
  }
  return { state, impossible, unmet };
};

/** Folds events of a log from the first on, by their places in the order in which they happened. */
export type Fold = (log: Log, places: readonly number[]) => Folded;

export const foldAnew: Fold = (log, places) => foldFrom(undefined, log.read(places));

/** A log that is in memory whole. */
export const createLog = (events: readonly LoggedEvent[], fold: Fold = foldAnew): Log => ({
  index: events,
  written: events.length,
  read: (places) => places.flatMap((at) => events[at] ?? []),
  fold,
});

/** A log with one event more, which is not written down yet. */
export const appendEvent = (log: Log, logged: LoggedEvent): Log => ({
  ...log,
  index: [...log.index, logged],
  *read(places) {
    for (const at of places)
      if (at === log.index.length) yield logged;
      else yield* log.read([at]);
  },
});

/** State folds the events that stand, in the order in which they happened. */
export const foldStanding = (log: Log, withdrawn: ReadonlySet<string>): Folded => {
  const { state, ...left } = log.fold(log, orderStanding(log.index, withdrawn));
  return { state: state && { ...state, version: log.index.length }, ...left };
};

/** The state of a meeting from the whole of its log, or the events that can't be: a log that was taken in can be folded, unless a release broke a promise. */
export const foldWhole = (log: Log): Result<MeetingState | undefined, readonly LoggedEvent[]> => {
  const { state, impossible } = foldStanding(log, listWithdrawn(log.index));
  return impossible.length > 0 ? fail(impossible) : succeed(state);
};

/** The same of a log that is in memory. */
export const foldLog = (log: readonly LoggedEvent[]): Result<MeetingState | undefined, readonly LoggedEvent[]> => foldWhole(createLog(log));
