import { expect } from "vitest";
import seed from "../../data/meetings/ctoc-cop-wg4-2010.json" with { type: "json" };
import { applyLoggedEvent } from "../../machines/meeting/corrections.ts";
import { findWarnings } from "../../machines/meeting/find-warnings.ts";
import type { LoggedEvent } from "../../machines/meeting/fold-log.ts";
import type { RefusalCode } from "../../machines/meeting/refusals.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { getAgendaStatus, getItemStatus, getLifecycle, getMeetingStatus, getSlotStatus } from "../../machines/meeting/statuses.ts";
import type { WarningCode } from "../../machines/meeting/warnings.ts";
import type { EventOf, MeetingEvent } from "../../src/meeting/events.ts";
import { parseEvent, parseMeetingRecord } from "../../src/meeting/parse.ts";

/** Rules of the machines, told as stories: given what happened, when this happens, then that changes, or why it can't be. */

const parsed = parseMeetingRecord(seed);
if (!parsed.ok) throw new Error("the shipped meeting is a record");

/** The shipped meeting: six sittings, of which the third takes up item 4. */
export const RECORD = parsed.value;

type DataOf<Type extends MeetingEvent["type"]> = Omit<EventOf<Type>["data"], "body" | "meeting">;

/** An event of the shipped meeting, checked as the door checks it. */
export const happened = <Type extends MeetingEvent["type"]>(type: Type, data?: Partial<DataOf<Type>>): MeetingEvent => {
  const json = { type, timestamp: "2010-01-27T09:20:00Z", data: { body: RECORD.body.id, meeting: RECORD.id, ...data } };
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
      ({ value, slot: { number, start, end, items, venue } }): (readonly [string, unknown])[] => [
        [`slot ${number}`, getSlotStatus(value)],
        [`slot ${number} time`, `${start} to ${end ?? "open"}`],
        [`slot ${number} items`, items.join(", ")],
        [`slot ${number} venue`, venue],
      ],
    ),
    ...state.items.map(({ number, value }): readonly [string, unknown] => [`item ${number}`, getItemStatus(value)]),
  ]);

const compare = (before: MeetingState, after: MeetingState): Record<string, unknown> => {
  const [was, is] = [describe(before), describe(after)];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return Object.fromEntries(names.filter((name) => was.get(name) !== is.get(name)).map((name) => [name, is.get(name)]));
};

const toLog = (events: readonly MeetingEvent[]): readonly LoggedEvent[] => events.map((event, at) => ({ id: `event-${at}`, event }));

/** A state after events that are all possible. */
export const foldEvents = (events: readonly MeetingEvent[]): MeetingState => {
  const log = toLog(events);
  const state = log.reduce<MeetingState | undefined>((before, logged, at) => {
    const outcome = applyLoggedEvent(before, logged, () => log.slice(0, at));
    if (outcome.kind === "refused") throw new Error(`${logged.event.type}: ${outcome.refusal.message}`);
    return outcome.state;
  }, undefined);
  if (!state) throw new Error("a story begins with an announcement");
  return state;
};

interface Expected {
  /** All that changes, and nothing else. */
  readonly changes?: Readonly<Record<string, unknown>>;
  readonly warnings?: readonly WarningCode[];
  readonly refusal?: RefusalCode;
}

/** The announced meeting, and what happened since. Event N of the story has the id `event-N`, the announcement being 0. */
export const given = (...events: readonly MeetingEvent[]) => ({
  when: (event: MeetingEvent) => ({
    comesTo: ({ changes = {}, warnings = [], refusal }: Expected): void => {
      const log = toLog([ANNOUNCED, ...events]);
      const before = foldEvents([ANNOUNCED, ...events]);
      const outcome = applyLoggedEvent(before, { id: `event-${log.length}`, event }, () => log);
      expect(outcome.kind === "refused" ? outcome.refusal.code : undefined).toBe(refusal);
      if (outcome.kind === "refused") return;
      expect(compare(before, outcome.state)).toEqual(changes);
      expect(findWarnings(before, event, outcome.state).map(({ code }) => code)).toEqual(warnings);
    },
  }),
});
