import type { EventOf, MeetingEvent } from "../../src/meeting/events.ts";
import { applyEvent } from "./apply-event.ts";
import { foldStanding, listRedacted, listWithdrawn, type LoggedEvent } from "./fold-log.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { hasWords } from "./redaction.ts";
import { createRefusal } from "./refusals.ts";
import type { MeetingState } from "./state.ts";

const NOT_WITHDRAWABLE: Partial<Record<MeetingEvent["type"], string>> = {
  "meeting.announced": "send meeting.cancelled, or agenda.revised with the right record.",
  "event.withdrawn": "send the event that it withdrew again.",
  "event.redacted": "words that were removed can't come back.",
};

const withdraw = (log: readonly LoggedEvent[], event: EventOf<"event.withdrawn">): Outcome => {
  const id = event.data.event;
  const target = log.find((logged) => logged.id === id);
  if (!target) return refuseEvent("unknown-event", { event: id });
  const instead = NOT_WITHDRAWABLE[target.event.type];
  if (instead !== undefined) return refuseEvent("not-withdrawable", { type: target.event.type, instead });
  const withdrawn = listWithdrawn(log);
  if (withdrawn.has(id)) return refuseEvent("already-withdrawn", { event: id });
  const { state, impossible } = foldStanding(log, new Set([...withdrawn, id]));
  if (impossible.length > 0) {
    const events = impossible.map((logged) => `${logged.event.type} (${logged.id})`).join(", ");
    const alsoWithdraw = impossible.map((logged) => logged.id).toReversed();
    return { kind: "refused", refusal: { ...createRefusal("withdrawal-leaves-impossible", { event: id, events }), alsoWithdraw } };
  }
  return state ? accept({ ...state, version: log.length + 1 }) : refuseEvent("unknown-event", { event: id });
};

const redactLogged = (log: readonly LoggedEvent[], logged: LoggedEvent & { readonly event: EventOf<"event.redacted"> }): Outcome => {
  const id = logged.event.data.event;
  const target = log.find((other) => other.id === id);
  if (!target) return refuseEvent("unknown-event", { event: id });
  if (!hasWords(target.event) || listRedacted(log).has(id)) return refuseEvent("no-words", { event: id });
  const folded = foldStanding([...log, logged], listWithdrawn(log));
  return folded.state ? accept(folded.state) : refuseEvent("unknown-event", { event: id });
};

/**
 * What the next event of a log comes to. The state before is passed so that only a correction, which looks back, folds
 * the log again; `log` is asked for then alone.
 */
export const applyLoggedEvent = (state: MeetingState | undefined, logged: LoggedEvent, log: () => readonly LoggedEvent[]): Outcome => {
  const { id, event } = logged;
  if (!state) return applyEvent(state, event);
  if (event.type === "event.withdrawn") return withdraw(log(), event);
  if (event.type === "event.redacted") return redactLogged(log(), { id, event });
  return applyEvent(state, event);
};
