import { fail } from "../../src/meeting/result.ts";
import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { EventOf, MeetingEvent } from "../../src/meeting/events.ts";
import type { Applied } from "./happening.ts";
import { applyEvent } from "./apply-event.ts";
import { listContradicted, mayContradict } from "./contradictions.ts";
import { appendEvent, foldStanding, listWithdrawn, orderStanding, type Log, type LoggedEvent } from "./fold-log.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { createRefusal } from "./refusals.ts";
import type { MeetingState } from "./state.ts";
import { createWarning, type Warning } from "./warnings.ts";

export interface AppliedToLog extends Applied {
  /** Of a fact that came late: the meeting right after it happened, without what happened since. */
  readonly placed?: MeetingState;
  readonly warnings: readonly Warning[];
}

const NOT_WITHDRAWABLE: Partial<Record<MeetingEvent["type"], string>> = {
  "meeting.announced":
    "send meeting.withdrawn, with movedTo where another meeting was meant; agenda.revised, with the right record; or meeting.cancelled.",
  "event.withdrawn": "send the event that it withdrew again.",
  "event.redacted": "words that were removed can't come back.",
};

export const describeEvents = (events: readonly LoggedEvent[]): string => events.map(({ id, event }) => `${event.type} (${id})`).join(", ");

export const refuseWith = (outcome: Outcome): AppliedToLog => ({ outcome, differences: [], warnings: [] });

const readFact = ({ type, data }: MeetingEvent) => {
  const { note: _note, expectedVersion: _expectedVersion, ...fact } = data;
  return { type, fact };
};

/** Whether two events say the same, whoever sent them and with whatever words. */
const isSameFact = (a: MeetingEvent, b: MeetingEvent): boolean => isDeepEqual(readFact(a), readFact(b));

/** Since when something is so. */
const TIMES: ReadonlySet<string> = new Set(["version", "at", "revisedAt", "revised", "timestamp", "local"]);

/** Another event that stands and says the same. */
const findTwin = (log: Log, target: LoggedEvent, withdrawn: ReadonlySet<string>): LoggedEvent | undefined => {
  const own = log.index.find(({ id }) => id === target.id)?.subject;
  const alike = log.index.flatMap(({ id, event, subject }, place) =>
    event.type === target.event.type && id !== target.id && !withdrawn.has(id) && subject === own ? [place] : [],
  );
  for (const other of log.read(alike)) if (isSameFact(other.event, target.event)) return other;
  return undefined;
};

/** What would no longer find what it asks for without an event. */
const listLeftAlone = (log: Log, target: LoggedEvent, withdrawn: ReadonlySet<string>): readonly LoggedEvent[] => {
  const standing = orderStanding(log.index, withdrawn);
  const at = standing.findIndex((place) => log.index[place]?.id === target.id);
  const newer = standing.slice(at + 1);
  if (!mayContradict(log, newer)) return [];
  const { state } = log.fold(log, standing.slice(0, at));
  const told = state && applyEvent(state, target).outcome;
  return state && told?.ok === true ? listContradicted(told.value, state, log.read(newer)) : [];
};

export const withdraw = (before: MeetingState, log: Log, event: EventOf<"event.withdrawn">): AppliedToLog => {
  const id = event.data.event;
  const [target] = log.read(log.index.flatMap((logged, place) => (logged.id === id ? [place] : [])));
  if (!target) return refuseWith(refuseEvent("unknown-event", { event: id }));
  const instead = NOT_WITHDRAWABLE[target.event.type];
  if (instead !== undefined) return refuseWith(refuseEvent("not-withdrawable", { type: target.event.type, instead }));
  const withdrawn = listWithdrawn(log.index);
  if (withdrawn.has(id)) return refuseWith(refuseEvent("already-withdrawn", { event: id }));
  const { state, impossible, unmet } = foldStanding(log, new Set([...withdrawn, id]));
  const broken = [...impossible, ...(unmet.length > 0 ? listLeftAlone(log, target, withdrawn) : [])];
  if (broken.length > 0) {
    const alsoWithdraw = broken.map((logged) => logged.id).toReversed();
    const refusal = createRefusal("withdrawal-leaves-impossible", { event: id, events: describeEvents(broken) });
    return refuseWith(fail({ ...refusal, alsoWithdraw }));
  }
  if (!state) return refuseWith(refuseEvent("unknown-event", { event: id }));
  const twin = isDeepEqual(before, state, TIMES) ? findTwin(log, target, withdrawn) : undefined;
  return {
    outcome: accept({ ...state, version: log.index.length + 1 }),
    differences: [],
    warnings: twin ? [createWarning("still-said", { event: twin.id })] : [],
  };
};

/** The state of a log in which nothing is left of what was redacted: it must be possible still. */
export const refold = (log: Log, logged: LoggedEvent): Outcome => {
  const { state, impossible } = foldStanding(appendEvent(log, logged), listWithdrawn(log.index));
  const { type } = logged.event;
  return state && impossible.length === 0 ? accept(state) : refuseEvent("makes-impossible", { type, events: describeEvents(impossible) });
};
