import { expect } from "vitest";
import { fail } from "../../src/meeting/result.ts";
import seed from "../../data/meetings/ctoc-cop-wg4-2010.json" with { type: "json" };
import { applyToLog } from "../../machines/meeting/apply-to-log.ts";
import { isUnchanged } from "../../machines/meeting/outcome.ts";
import { refuseUndecided, type Difference, type DifferenceOutcome } from "../../machines/meeting/differences.ts";
import { findWarnings } from "../../machines/meeting/find-warnings.ts";
import { createLog, type LoggedEvent } from "../../machines/meeting/fold-log.ts";
import { warnOfLeftOut } from "../../machines/meeting/left-out.ts";
import { listItemStatuses } from "../../machines/meeting/item-statuses.ts";
import { listChanges } from "../../machines/meeting/list-changes.ts";
import type { SlotChange } from "../../machines/meeting/told-changes.ts";
import { printDifferences, printProgramme } from "../../machines/meeting/printed.ts";
import type { RefusalCode } from "../../machines/meeting/refusals.ts";
import { settleEvent } from "../../machines/meeting/settle-event.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { getAgendaStatus, getLifecycle, getMeetingStatus, getSlotStatus } from "../../machines/meeting/statuses.ts";
import type { WarningCode } from "../../machines/meeting/warnings.ts";
import type { EventOf, MeetingEvent } from "../../src/meeting/events.ts";
import { formatLocalTime } from "../../src/meeting/local-time.ts";
import { parseEvent, parseMeetingRecord } from "../../src/meeting/parse.ts";

/** Rules of the machines, told as stories: given what happened, when this happens, then that changes, or why it can't be. */

const parsed = parseMeetingRecord(seed);
if (!parsed.ok) throw new Error("the shipped meeting is a record");

/** The shipped meeting: six sittings, of which the third takes up item 4. */
export const RECORD = parsed.value;

type DataOf<Type extends MeetingEvent["type"]> = Omit<EventOf<Type>["data"], "body" | "meeting">;

/** An event of the shipped meeting, checked as the door checks it; on the first morning, unless it is said when. */
export const happened = <Type extends MeetingEvent["type"]>(
  type: Type,
  data?: Partial<DataOf<Type>>,
  timestamp = "2010-01-27T09:20:00Z",
): MeetingEvent => {
  const json = { type, timestamp, data: { body: RECORD.body.id, meeting: RECORD.id, ...data } };
  const event = parseEvent(json);
  if (!event.ok) throw new Error(`${type} is no event: ${JSON.stringify(event.error)}`);
  return event.value as MeetingEvent;
};

export const ANNOUNCED = happened("meeting.announced", { record: RECORD });

/** What is told of a meeting, by the name of each thing. */
const describe = (state: MeetingState): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ["lifecycle", getLifecycle(state.agenda)],
    ["agenda", getAgendaStatus(state.agenda)],
    ["meeting", getMeetingStatus(state.agenda)],
    ["dates", `${state.record.opensOn} to ${state.record.closesOn}`],
    ["documents", (state.record.documents ?? []).length],
    ...[...state.slots, ...state.removedSlots].flatMap(
      ({ value, slot: { number, start, end, items, continued: _continued, venue, ...rest } }): (readonly [string, unknown])[] => [
        ...Object.entries(rest).map(([field, said]): readonly [string, unknown] => [`slot ${number} ${field}`, JSON.stringify(said)]),
        [`slot ${number}`, getSlotStatus(value)],
        [`slot ${number} time`, `${start} to ${end ?? "open"}`],
        [`slot ${number} items`, items.join(", ")],
        [`slot ${number} venue`, venue],
      ],
    ),
    ...listItemStatuses(state).map(({ id, status }): readonly [string, unknown] => [`item ${id}`, status]),
    ...listItemStatuses(state).map(({ id, number }): readonly [string, unknown] => [`number of item ${id}`, number]),
  ]);

const compare = (before: MeetingState, after: MeetingState): Record<string, unknown> => {
  const [was, is] = [describe(before), describe(after)];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return Object.fromEntries(names.filter((name) => was.get(name) !== is.get(name)).map((name) => [name, is.get(name)]));
};

/** Long after all stories: whatever is told then is late or not by what it says itself. */
const ARRIVAL = Date.parse("2010-06-01T00:00:00Z");

export interface Told {
  readonly log: readonly LoggedEvent[];
  readonly state: MeetingState | undefined;
}

interface Come {
  readonly told: Told;
  readonly outcome: ReturnType<typeof applyToLog>["outcome"];
  readonly differences: readonly Difference[];
  readonly warnings: readonly WarningCode[];
}

/** Tells one event more, as the door does. */
export const tell = ({ log, state }: Told, event: MeetingEvent, arrival = ARRIVAL): Come => {
  const readLog = () => createLog(log);
  const settled = settleEvent(state, { id: `event-${log.length}`, event, arrival }, readLog, formatLocalTime);
  if (!settled.ok) return { told: { log, state }, outcome: settled, differences: [], warnings: [] };
  const { logged, place, warnings } = settled.value;
  const applied = applyToLog(state, logged, readLog, place);
  const { outcome, differences } = applied;
  if (!outcome.ok) return { told: { log, state }, outcome, differences, warnings: [] };
  const undecided = refuseUndecided(differences);
  if (undecided) return { told: { log, state }, outcome: fail(undecided), differences, warnings: [] };
  const isSaidAgain = state !== undefined && isUnchanged(state, outcome.value);
  const found = isSaidAgain ? [] : findWarnings(state, logged, outcome.value, differences);
  return {
    told: { log: [...log, logged], state: outcome.value },
    outcome,
    differences,
    warnings: [...warnings, ...applied.warnings, ...warnOfLeftOut(state, logged), ...found].map(({ code }) => code),
  };
};

/** What events come to that are all possible, told one after the other. */
const tellAll = (events: readonly MeetingEvent[]): Told & { readonly state: MeetingState } => {
  const { log, state } = events.reduce<Told>(
    (told, event) => {
      const { told: after, outcome } = tell(told, event);
      if (!outcome.ok) throw new Error(`${event.type}: ${outcome.error.message}`);
      return after;
    },
    { log: [], state: undefined },
  );
  if (!state) throw new Error("a story begins with an announcement");
  return { log, state };
};

export const foldEvents = (events: readonly MeetingEvent[]): MeetingState => tellAll(events).state;

/** What a record comes to after some events, and the sittings as they were before. */
export const reviseAfter = (events: readonly MeetingEvent[], event: MeetingEvent) => {
  const before = tellAll([ANNOUNCED, ...events]);
  const { told, outcome, differences } = tell(before, event);
  const after = outcome.ok ? outcome.value : (told.state ?? before.state);
  return { differences: printDifferences(after, differences), slots: printProgramme(before.state) };
};

interface Expected {
  /** All that changes, and nothing else. */
  readonly changes?: Readonly<Record<string, unknown>>;
  readonly warnings?: readonly WarningCode[];
  readonly refusal?: RefusalCode;
  /** What delegates are told of sittings by their numbers, a line a field. */
  readonly lines?: Readonly<Record<string, readonly SlotChange["type"][]>>;
  /** What a record came to, by the paths of what it says otherwise than before or than it is. */
  readonly differences?: Readonly<Record<string, DifferenceOutcome>>;
}

/** The announced meeting, and what happened since. Event N of the story has the id `event-N`, the announcement being 0. */
export const given = (...events: readonly MeetingEvent[]) => ({
  when: (event: MeetingEvent) => ({
    comesTo: ({ changes = {}, lines = {}, warnings = [], refusal, differences }: Expected): void => {
      const before = tellAll([ANNOUNCED, ...events]);
      const come = tell(before, event);
      const { outcome } = come;
      expect(outcome.ok ? undefined : outcome.error.code).toBe(refusal);
      if (differences) expect(Object.fromEntries(come.differences.map(({ path, outcome: of }) => [path, of]))).toEqual(differences);
      if (!outcome.ok) return;
      expect(compare(before.state, outcome.value)).toEqual(changes);
      expect(come.warnings).toEqual(warnings);
      for (const [number, types] of Object.entries(lines)) {
        const slot = outcome.value.slots.find((other) => other.slot.number === number);
        expect(slot && listChanges(outcome.value, slot).map(({ type }) => type), `lines of slot ${number}`).toEqual(types);
      }
    },
  }),
});
