import { isCorrection } from "../../src/meeting/events.ts";
import type { Happening } from "./happening.ts";
import { listWithdrawn, orderStanding, type IndexedEvent, type Log } from "./fold-log.ts";
import type { MeetingState } from "./state.ts";

/** The meeting's events so far: asked for by what looks back alone. */
export type ReadLog = () => Log;

type Dated = Pick<Happening, "event" | "at">;

/** What happened before and after an event, among the facts that stand, by their places in the log. */
interface Neighbours {
  readonly earlier: readonly number[];
  readonly newer: readonly number[];
}

/** Where an event belongs among those that stand, and the state before it. */
export interface Place extends Neighbours {
  readonly state: MeetingState | undefined;
}

/** In time: nothing that stands happened after it. */
export const isInTime = (state: MeetingState | undefined, { event, at }: Dated): boolean =>
  state === undefined || at >= state.at || isCorrection(event) || event.type === "meeting.announced";

/** The events that stand, before and after a time. The announcement is first, whatever its date. */
export const splitAt = (index: readonly IndexedEvent[], at: number): Neighbours => {
  const corrections = index.filter(({ event }) => isCorrection(event)).map(({ id }) => id);
  const facts = orderStanding(index, new Set([...listWithdrawn(index), ...corrections]));
  const isNewer = (place: number, rank: number): boolean => rank > 0 && (index[place]?.at ?? 0) > at;
  return { earlier: facts.filter((place, rank) => !isNewer(place, rank)), newer: facts.filter(isNewer) };
};

export const findPlace = (state: MeetingState | undefined, happening: Dated, readLog: ReadLog): Place => {
  if (isInTime(state, happening)) return { state, earlier: [], newer: [] };
  const log = readLog();
  const { earlier, newer } = splitAt(log.index, happening.at);
  return { state: newer.length === 0 ? state : log.fold(log, earlier).state, earlier, newer };
};
