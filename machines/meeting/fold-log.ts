import type { MeetingEvent } from "../../src/meeting/events.ts";
import { applyEvent } from "./apply-event.ts";
import { removeWords } from "./redaction.ts";
import type { MeetingState } from "./state.ts";

/** An event of one meeting in its place in the log, by the webhook-id under which it came. */
export interface LoggedEvent {
  readonly id: string;
  readonly event: MeetingEvent;
}

const listTargets = (log: readonly LoggedEvent[], type: "event.withdrawn" | "event.redacted"): ReadonlySet<string> =>
  new Set(log.flatMap(({ event }) => (event.type === type ? [event.data.event] : [])));

export const listWithdrawn = (log: readonly LoggedEvent[]): ReadonlySet<string> => listTargets(log, "event.withdrawn");
export const listRedacted = (log: readonly LoggedEvent[]): ReadonlySet<string> => listTargets(log, "event.redacted");

interface Folded {
  readonly state: MeetingState | undefined;
  /** Events that could not be applied, and were left out. */
  readonly impossible: readonly LoggedEvent[];
}

/** State folds the events that are not withdrawn. */
export const foldStanding = (log: readonly LoggedEvent[], withdrawn: ReadonlySet<string>): Folded => {
  const redacted = listRedacted(log);
  let state: MeetingState | undefined;
  const impossible: LoggedEvent[] = [];
  for (const logged of log) {
    if (withdrawn.has(logged.id)) continue;
    const outcome = applyEvent(state, redacted.has(logged.id) ? removeWords(logged.event) : logged.event);
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
  const { state, impossible } = foldStanding(log, listWithdrawn(log));
  return impossible.length > 0 ? { kind: "unfoldable", ids: impossible.map(({ id }) => id) } : { kind: "folded", state };
};
