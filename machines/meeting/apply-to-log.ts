import { applyEvent } from "./apply-event.ts";
import type { Happening } from "./happening.ts";
import { describeEvents, refold, refuseWith, withdraw, type AppliedToLog } from "./corrections.ts";
import { foldFrom, type Fold, type LoggedEvent } from "./fold-log.ts";
import { getId } from "./identities.ts";
import { accept, refuseEvent } from "./outcome.ts";
import { findPlace, type Place, type ReadLog } from "./place.ts";
import type { MeetingState } from "./state.ts";
import { createWarning, type Warning } from "./warnings.ts";

/** What an event is about: a later one about the same may have said something newer. */
const getSubject = ({ event: { data }, identities }: Happening): string =>
  "slot" in data && data.slot !== undefined
    ? `slot ${data.slot}`
    : "item" in data && data.item !== undefined
      ? `item ${getId(identities, data.item)}`
      : "meeting";

const warnOfLate = (logged: LoggedEvent, newer: readonly LoggedEvent[]): readonly Warning[] => {
  const [first] = [...newer.filter((other) => getSubject(other) === getSubject(logged)), ...newer];
  const { type } = logged.event;
  return first ? [createWarning("late", { type, newer: first.event.type, event: first.id, timestamp: first.event.timestamp })] : [];
};

/** Puts an event in at its place, and folds on from there what happened after it. */
const applyAt = (logged: LoggedEvent, { state, newer }: Place, readLog: ReadLog): AppliedToLog => {
  const applied = applyEvent(state, logged);
  const { outcome } = applied;
  if (newer.length === 0 || !outcome.ok) return { ...applied, warnings: [] };
  const log = readLog();
  const folded = foldFrom(outcome.value, newer);
  if (folded.impossible.length > 0) {
    const { type } = logged.event;
    return refuseWith(refuseEvent("makes-impossible", { type, events: describeEvents(folded.impossible) }));
  }
  return {
    ...applied,
    outcome: folded.state ? accept({ ...folded.state, version: log.length + 1 }) : outcome,
    placed: outcome.value,
    warnings: warnOfLate(logged, newer),
  };
};

/** What the next event of a log comes to. Only what looks back, a correction or a late fact, folds the log again. */
export const applyToLog = (
  state: MeetingState | undefined,
  logged: LoggedEvent,
  readLog: ReadLog,
  place: Place = findPlace(state, logged, readLog),
  fold?: Fold,
): AppliedToLog => {
  const { event } = logged;
  if (state && event.type === "event.withdrawn") return withdraw(state, readLog(), event, fold);
  if (state && event.type === "event.redacted") return { outcome: refold(readLog(), logged, fold), differences: [], warnings: [] };
  return applyAt(logged, place, readLog);
};
