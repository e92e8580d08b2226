import { createRefusal, type Refusal } from "../../../machines/meeting/refusals.ts";
import { createWarning, type Warning } from "../../../machines/meeting/warnings.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { isCorrection, type MeetingEvent } from "../../meeting/events.ts";
import { LIMITS } from "../../meeting/limits.ts";
import { measureState } from "../state-parts.ts";
import type { KeyReach } from "./keys-table.ts";

/** What is left for whom: keys that are limited to some events end first, and the operator can always close or cancel a meeting. */
const MOST: Record<KeyReach, { readonly events: number; readonly octets: number }> = {
  limited: { events: LIMITS.eventsByLimited.max, octets: LIMITS.stateByLimited.max },
  body: { events: LIMITS.events.max, octets: LIMITS.state.max },
  operator: { events: Number.POSITIVE_INFINITY, octets: LIMITS.stateByOperator.max },
};

/** A correction names an event that was, and each can be corrected but once: so those end by themselves. */
export const refuseFull = (before: MeetingState | undefined, event: MeetingEvent, reach: KeyReach): Refusal | undefined => {
  const { events: most } = MOST[reach];
  return (before?.version ?? 0) >= most && !isCorrection(event) ? createRefusal("log-full", { most: String(most) }) : undefined;
};

/** The part of what there may be from which senders are told. */
const WARN_FROM = 0.8;

/** That a meeting comes near to what it may have, while there is time. */
export const warnOfFilling = (state: MeetingState): readonly Warning[] => {
  const { version } = state;
  const octets = measureState(state);
  return [
    ...(version >= LIMITS.events.max * WARN_FROM
      ? [createWarning("log-filling", { count: String(version), most: String(LIMITS.events.max) })]
      : []),
    ...(octets >= LIMITS.state.max * WARN_FROM
      ? [createWarning("meeting-filling", { count: String(octets), most: String(LIMITS.state.max) })]
      : []),
  ];
};

/** Bodies with which a meeting holds joint sittings, whoever keeps them: each is told of every change. */
const countPartners = ({ slots, joined = [] }: MeetingState): number =>
  new Set([
    ...slots.filter(({ slot }) => slot.with).flatMap(({ slot }) => (slot.with ?? []).map(({ body }) => body)),
    ...joined.map(({ lead }) => lead.body),
  ]).size;

/** What a meeting would have too much of, where an event adds to it. */
export const refuseExcess = (before: MeetingState | undefined, state: MeetingState, reach: KeyReach): Refusal | undefined => {
  const counts = [
    { most: LIMITS.slots.max, of: "slots", count: (counted: MeetingState) => counted.slots.length },
    { most: LIMITS.documents.max, of: "documents", count: (counted: MeetingState) => counted.record.documents?.length ?? 0 },
    { most: LIMITS.joint.max, of: "bodies of joint sittings", count: countPartners },
    { most: LIMITS.items.max, of: "items", count: (counted: MeetingState) => counted.items.length },
    { most: MOST[reach].octets, of: "octets", count: (counted: MeetingState) => measureState(counted, before) },
  ];
  const over = counts.find(({ most, count }) => count(state) > most && count(state) > (before ? count(before) : 0));
  return over && createRefusal("meeting-too-large", { most: String(over.most), of: over.of });
};
