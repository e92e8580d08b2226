import { applyEvent } from "./apply-event.ts";
import type { Log, LoggedEvent } from "./fold-log.ts";
import { isUnchanged } from "./outcome.ts";
import { asks, isUnmet } from "./unmet.ts";
import type { MeetingState } from "./state.ts";

/** Whether any of the events, named by their places, asks for something at all. */
export const mayContradict = ({ index }: Log, places: readonly number[]): boolean =>
  places.some((place) => {
    const logged = index[place];
    return logged !== undefined && asks(logged);
  });

/**
 * Facts that stand and did something, and would no longer find what they ask for, once what happened before them is otherwise. One that did
 * nothing asks for nothing: what it rests on may be told later still.
 * @param was the meeting before them as it was told
 * @param is the same as it is told now
 */
export const listContradicted = (was: MeetingState, is: MeetingState, newer: Iterable<LoggedEvent>): readonly LoggedEvent[] => {
  const contradicted: LoggedEvent[] = [];
  let [told, tells] = [was, is];
  for (const logged of newer) {
    const [before, after] = [applyEvent(told, logged).outcome, applyEvent(tells, logged).outcome];
    const isLost = isUnmet(tells, logged) && !isUnmet(told, logged);
    if (isLost && before.ok && !isUnchanged(told, before.value)) contradicted.push(logged);
    if (before.ok) told = before.value;
    if (after.ok) tells = after.value;
  }
  return contradicted;
};
