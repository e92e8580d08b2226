import { createRefusal, type Refusal } from "../../../machines/meeting/refusals.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { isCorrection, type MeetingEvent } from "../../meeting/events.ts";
import { LIMITS } from "../../meeting/limits.ts";

/** A correction names an event that was, and each can be corrected but once: so those end by themselves. */
export const isFull = (before: MeetingState | undefined, event: MeetingEvent): boolean =>
  (before?.version ?? 0) >= LIMITS.events.max && !isCorrection(event);

/** A row of the store holds 2 MB. A character takes three octets at most: they are counted only where that may be too many. */
const countOctets = (text: string): number => (text.length * 3 <= LIMITS.state.max ? text.length : new TextEncoder().encode(text).length);

/** Bodies with which a meeting holds joint sittings, whoever keeps them: each is told of every change. */
const countPartners = ({ slots, joined = [] }: MeetingState): number =>
  new Set([...slots.flatMap(({ slot }) => (slot.with ?? []).map(({ body }) => body)), ...joined.map(({ lead }) => lead.body)]).size;

/** What a meeting would have too much of, where an event adds to it. */
export const refuseExcess = (before: MeetingState | undefined, state: MeetingState, snapshot: string): Refusal | undefined => {
  const counts = [
    { most: LIMITS.slots.max, of: "slots", count: (counted: MeetingState) => counted.slots.length },
    { most: LIMITS.documents.max, of: "documents", count: (counted: MeetingState) => counted.record.documents?.length ?? 0 },
    { most: LIMITS.joint.max, of: "bodies of joint sittings", count: countPartners },
    {
      most: LIMITS.state.max,
      of: "octets",
      count: (counted: MeetingState) => countOctets(counted === state ? snapshot : JSON.stringify(counted)),
    },
  ];
  const over = counts.find(({ most, count }) => count(state) > most && count(state) > (before ? count(before) : 0));
  return over && createRefusal("meeting-too-large", { most: String(over.most), of: over.of });
};
