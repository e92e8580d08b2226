import { chain } from "../../src/meeting/result.ts";
import { isSameText } from "../../src/meeting/text-languages.ts";
import { applyEvent } from "./apply-event.ts";
import { checkAtDoor } from "./check-at-door.ts";
import { listContradicted, mayContradict } from "./contradictions.ts";
import type { Happening } from "./happening.ts";
import { describeEvents, refold, refuseWith, withdraw, type AppliedToLog } from "./corrections.ts";
import { appendEvent, type Log, type LoggedEvent } from "./fold-log.ts";
import { getId } from "./identities.ts";
import { accept, refuseEvent } from "./outcome.ts";
import { findPlace, type Place, type ReadLog } from "./place.ts";
import { shareEqual } from "../../src/meeting/share-equal.ts";
import { findSlot, suggestNumber } from "./slots.ts";
import type { MeetingState } from "./state.ts";
import { createWarning, warnWhen, type Warning } from "./warnings.ts";

/** What an event is about: a later one about the same may have said something newer. */
const getSubject = ({ event: { data }, identities }: Happening): string =>
  "slot" in data && data.slot !== undefined
    ? `slot ${data.slot}`
    : "item" in data && data.item !== undefined
      ? `item ${getId(identities, data.item)}`
      : "meeting";

/** Of events by their places those that may be about the same, as far as it is known without reading them. */
const listCandidates = ({ index }: Log, { event: { data } }: Happening, places: readonly number[]): readonly number[] => {
  const slot = "slot" in data ? data.slot : undefined;
  return places.filter((place) => {
    const other = index[place];
    if (other?.subject === undefined) return true;
    return slot === undefined ? !other.event.type.startsWith("slot.") : other.subject === slot;
  });
};

/** The first about the same, or else the first of all. */
const findNewer = (log: Log, logged: LoggedEvent, newer: readonly number[]): LoggedEvent | undefined => {
  const subject = getSubject(logged);
  for (const other of log.read(listCandidates(log, logged, newer))) if (getSubject(other) === subject) return other;
  return [...log.read(newer.slice(0, 1))][0];
};

const warnOfLate = (log: Log, logged: LoggedEvent, newer: readonly number[]): readonly Warning[] => {
  const first = findNewer(log, logged, newer);
  const { type } = logged.event;
  return first ? [createWarning("late", { type, newer: first.event.type, event: first.id, timestamp: first.event.timestamp })] : [];
};

/** A sitting that was added late, while a document or another event has one of its number at another time. */
const warnOfNumber = ({ event }: LoggedEvent, after: MeetingState): readonly Warning[] => {
  if (event.type !== "slot.added") return [];
  const { slot: number, start } = event.data;
  const found = findSlot(after, number);
  const isItsOwn = !found || found.slot.start === start || found.said.added?.timestamp === event.timestamp;
  return warnWhen(!isItsOwn, "number-told-since", { slot: number, start: found?.slot.start ?? "", free: suggestNumber(after) });
};

/** An item that was added late, while another event added it under another title later. */
const warnOfTitle = (log: Log, { event: { type, data } }: LoggedEvent, newer: readonly number[]): readonly Warning[] => {
  if (type !== "item.added") return [];
  for (const { event } of log.read(newer.filter((place) => log.index[place]?.event.type === "item.added")))
    if (event.type === "item.added" && event.data.item === data.item && !isSameText(event.data.title, data.title))
      return [createWarning("item-told-since", { item: data.item })];
  return [];
};

/** The log with an event put in at its place, and the order in which all happened. */
export const putIn = (log: Log, logged: LoggedEvent, { earlier, newer }: Pick<Place, "earlier" | "newer">) => ({
  log: appendEvent(log, logged),
  places: [...earlier, log.index.length, ...newer],
});

/** Puts an event in at its place, and folds on from there what happened after it. */
const applyAt = (logged: LoggedEvent, place: Place, readLog: ReadLog): AppliedToLog => {
  const { state, newer } = place;
  const applied = applyEvent(state, logged);
  const { outcome } = applied;
  const checked = chain(outcome, () => (state ? checkAtDoor(state, logged) : outcome));
  if (!checked.ok) return refuseWith(checked);
  if (newer.length === 0 || !outcome.ok) return { ...applied, warnings: [] };
  const { log, places } = putIn(readLog(), logged, place);
  const folded = log.fold(log, places);
  const contradicted =
    state && folded.unmet.length > 0 && mayContradict(log, newer) ? listContradicted(state, outcome.value, log.read(newer)) : [];
  const broken = [...folded.impossible, ...contradicted];
  if (broken.length > 0) {
    const { type } = logged.event;
    return refuseWith(refuseEvent("makes-impossible", { type, events: describeEvents(broken) }));
  }
  return {
    ...applied,
    outcome: folded.state ? accept({ ...folded.state, version: log.index.length }) : outcome,
    placed: outcome.value,
    warnings: [
      ...warnOfLate(log, logged, newer),
      ...warnOfNumber(logged, folded.state ?? outcome.value),
      ...warnOfTitle(log, logged, newer),
    ],
  };
};

/** What a fold of the log came to, as a change of the state before: what is as it was is the very same. */
const shareOutcome = (before: MeetingState, applied: AppliedToLog): AppliedToLog => ({
  ...applied,
  outcome: chain(applied.outcome, (state) => accept(shareEqual(before, state))),
});

/** What the next event of a log comes to. Only what looks back, a correction or a late fact, folds the log again. */
export const applyToLog = (
  state: MeetingState | undefined,
  logged: LoggedEvent,
  readLog: ReadLog,
  place: Place = findPlace(state, logged, readLog),
): AppliedToLog => {
  const { event } = logged;
  if (state && event.type === "event.withdrawn") return shareOutcome(state, withdraw(state, readLog(), event));
  if (state && event.type === "event.redacted")
    return shareOutcome(state, { outcome: refold(readLog(), logged), differences: [], warnings: [] });
  return state && place.newer.length > 0 ? shareOutcome(state, applyAt(logged, place, readLog)) : applyAt(logged, place, readLog);
};
