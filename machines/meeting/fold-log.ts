import type { EventOf, MeetingEvent } from "../../src/meeting/events.ts";
import { applyEvent } from "./apply-event.ts";
import { applied, type Outcome } from "./outcome.ts";
import { refusal, type Refusal } from "./refusals.ts";
import type { MeetingState } from "./state.ts";

/** An event of one meeting in its place in the log, by the webhook-id under which it came. */
export interface LoggedEvent {
  readonly id: string;
  readonly event: MeetingEvent;
}

/** What a redacted event's words are in the log, so that a replay changes what the redaction changed. */
const REDACTED = "[redacted]";

const targets = (log: readonly LoggedEvent[], type: "event.withdrawn" | "event.redacted"): ReadonlySet<string> =>
  new Set(log.flatMap(({ event }) => (event.type === type ? [event.data.event] : [])));

export const withdrawnIds = (log: readonly LoggedEvent[]): ReadonlySet<string> => targets(log, "event.withdrawn");
export const redactedIds = (log: readonly LoggedEvent[]): ReadonlySet<string> => targets(log, "event.redacted");

const WORDS = ["note", "reason"] as const;

const isWord = (name: string): boolean => WORDS.some((word) => word === name);
const hasWords = ({ data }: MeetingEvent): boolean => Object.entries(data).some(([name, value]) => isWord(name) && value !== undefined);

const mapData = (event: MeetingEvent, change: (name: string, value: unknown) => readonly (readonly [string, unknown])[]): MeetingEvent =>
  // The fields that change are optional text in every event that has them.
  ({ ...event, data: Object.fromEntries(Object.entries(event.data).flatMap(([name, value]) => change(name, value))) }) as MeetingEvent;

/** The event as the log keeps it once it is redacted: its words gone for ever, its place and its effect kept. */
export const redact = (event: MeetingEvent): MeetingEvent => mapData(event, (name, value) => [[name, isWord(name) ? REDACTED : value]]);

const withoutWords = (event: MeetingEvent): MeetingEvent => mapData(event, (name, value) => (isWord(name) ? [] : [[name, value]]));

interface Folded {
  readonly state: MeetingState | undefined;
  /** Events that could not be applied, and were left out. */
  readonly impossible: readonly LoggedEvent[];
}

/** State folds the events that are not withdrawn. */
const foldStanding = (log: readonly LoggedEvent[], withdrawn: ReadonlySet<string>): Folded => {
  const redacted = redactedIds(log);
  let state: MeetingState | undefined;
  const impossible: LoggedEvent[] = [];
  for (const logged of log) {
    if (withdrawn.has(logged.id)) continue;
    const outcome = applyEvent(state, redacted.has(logged.id) ? withoutWords(logged.event) : logged.event);
    if (outcome.kind === "applied") ({ state } = outcome);
    else impossible.push(logged);
  }
  return { state: state && { ...state, version: log.length }, impossible };
};

export type LogFold =
  | { readonly kind: "folded"; readonly state: MeetingState | undefined }
  | { readonly kind: "unfoldable"; readonly ids: readonly string[] };

/** The state of a meeting from the whole of its log. A log that was taken in can be folded, unless a release broke a promise. */
export const foldLog = (log: readonly LoggedEvent[]): LogFold => {
  const { state, impossible } = foldStanding(log, withdrawnIds(log));
  return impossible.length > 0 ? { kind: "unfoldable", ids: impossible.map(({ id }) => id) } : { kind: "folded", state };
};

const NOT_WITHDRAWABLE: Partial<Record<MeetingEvent["type"], string>> = {
  "meeting.announced": "send meeting.cancelled, or agenda.revised with the right record.",
  "event.withdrawn": "send the event that it withdrew again.",
  "event.redacted": "words that were removed can't come back.",
};

const refused = (reason: Refusal): Outcome => ({ kind: "refused", refusal: reason });

const withdraw = (log: readonly LoggedEvent[], event: EventOf<"event.withdrawn">): Outcome => {
  const id = event.data.event;
  const target = log.find((logged) => logged.id === id);
  if (!target) return refused(refusal("unknown-event", { event: id }));
  const instead = NOT_WITHDRAWABLE[target.event.type];
  if (instead !== undefined) return refused(refusal("not-withdrawable", { type: target.event.type, instead }));
  const withdrawn = withdrawnIds(log);
  if (withdrawn.has(id)) return refused(refusal("already-withdrawn", { event: id }));
  const { state, impossible } = foldStanding(log, new Set([...withdrawn, id]));
  if (impossible.length > 0) {
    const events = impossible.map((logged) => `${logged.event.type} (${logged.id})`).join(", ");
    const alsoWithdraw = impossible.map((logged) => logged.id).toReversed();
    return refused({ ...refusal("withdrawal-leaves-impossible", { event: id, events }), alsoWithdraw });
  }
  return state ? applied({ ...state, version: log.length + 1 }) : refused(refusal("unknown-event", { event: id }));
};

const removeWords = (log: readonly LoggedEvent[], logged: LoggedEvent & { readonly event: EventOf<"event.redacted"> }): Outcome => {
  const id = logged.event.data.event;
  const target = log.find((other) => other.id === id);
  if (!target) return refused(refusal("unknown-event", { event: id }));
  if (!hasWords(target.event) || redactedIds(log).has(id)) return refused(refusal("no-words", { event: id }));
  const folded = foldStanding([...log, logged], withdrawnIds(log));
  return folded.state ? applied(folded.state) : refused(refusal("unknown-event", { event: id }));
};

/**
 * What the next event of a log comes to. The state before is passed so that only a correction, which looks back, folds
 * the log again; `log` is asked for then alone.
 */
export const applyLogged = (state: MeetingState | undefined, logged: LoggedEvent, log: () => readonly LoggedEvent[]): Outcome => {
  const { id, event } = logged;
  if (!state) return applyEvent(state, event);
  if (event.type === "event.withdrawn") return withdraw(log(), event);
  if (event.type === "event.redacted") return removeWords(log(), { id, event });
  return applyEvent(state, event);
};
