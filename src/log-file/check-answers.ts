import { MACHINE_VERSION } from "../../machines/meeting/apply-event.ts";
import { listWithdrawn } from "../../machines/meeting/fold-log.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { getLifecycle } from "../../machines/meeting/statuses.ts";
import { isCorrection } from "../meeting/events.ts";
import type { LineInShort } from "./parse-log.ts";

/** Whether the sender of an event was told something else than it came to. An earlier machine may have said otherwise. */
export const isContradicted = (
  { machine, answer }: Pick<LineInShort, "machine" | "answer">,
  version: number,
  { agenda }: MeetingState,
): boolean => machine === MACHINE_VERSION && (answer.version !== version || answer.state !== getLifecycle(agenda));

/** By the number of facts that are folded, in their order: the events right after which just those stood. */
const listDue = (events: readonly LineInShort[], order: readonly number[]): ReadonlyMap<number, readonly number[]> => {
  const due = new Map<number, number[]>();
  const withdrawn = listWithdrawn(events);
  const standing = new Set(order);
  let latest = -1;
  // Of so many that are folded, the one that came last.
  const latestOf = [latest, ...order.map((place) => (latest = Math.max(latest, place)))];
  const toGo = new Set<string>();
  let came = 0;
  for (const [place, { id, event }] of events.entries()) {
    if (standing.has(place)) came += 1;
    if (withdrawn.has(id)) toGo.add(id);
    if (event.type === "event.withdrawn" && "event" in event.data) toGo.delete(String(event.data.event));
    if (toGo.size === 0 && (latestOf[came] ?? Infinity) <= place) due.getOrInsertComputed(came, () => []).push(place);
  }
  return due;
};

/**
 * Compares what senders were told with one fold of what stands at the end, where it goes through what stood when they were: while an event
 * stood that was withdrawn since, or one was to come late, there was another state, which is not made again.
 * @param order the places of the facts that stand, in the order in which they happened
 * @returns the first event that is contradicted, of those that are due once so many facts are folded
 */
export const createAnswerCheck = (
  events: readonly LineInShort[],
  order: readonly number[],
): ((facts: number, state: MeetingState) => LineInShort | undefined) => {
  const due = listDue(events, order);
  return (facts, state) =>
    (due.get(facts) ?? []).flatMap((place) => {
      const event = events[place];
      return event && isContradicted(event, place + 1, state) ? [event] : [];
    })[0];
};

/** The places of facts alone: a correction changes what is folded, and nothing of a state. */
export const omitCorrections = (events: readonly LineInShort[], places: readonly number[]): readonly number[] =>
  places.filter((place) => {
    const logged = events[place];
    return logged !== undefined && !isCorrection(logged.event);
  });
