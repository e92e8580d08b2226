import { createWarning, type Warning } from "../../machines/meeting/warnings.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { hasHour } from "../meeting/local-time.ts";
import type { LeadSitting } from "../meeting/lead-sitting.ts";
import type { Slot } from "../meeting/record.ts";
import type { CalendarEntry } from "./entry.ts";
import { formatSlotUid, listJoined, type LedSitting } from "./joint.ts";

/** Each of two bodies may keep sittings that they hold jointly, but not the same one: then it would stand twice. */
interface TwoLeads {
  readonly slot: string;
  readonly lead: LeadSitting;
}

/** Whether an own sitting is known to be at another time than one that another body keeps. */
const isAtAnotherTime = ({ start, end = start }: Slot, other: CalendarEntry | undefined, timezone: string): boolean => {
  if (!other || other.timezone !== timezone || !hasHour(start) || !hasHour(other.start)) return false;
  return end <= other.start || (other.end ?? other.start) <= start;
};

const listTwoLeads = (state: MeetingState, led: readonly LedSitting[]): readonly TwoLeads[] => {
  const joined = listJoined(state);
  if (joined.length === 0) return [];
  const known = new Map(led.map(({ row }) => [row.entry.uid, row.entry]));
  const { timezone } = state.record;
  return state.slots.flatMap(({ slot, value }) => {
    if (!slot.with || typeof value === "string") return [];
    const bodies = new Set(slot.with.map(({ body }) => body));
    return joined
      .filter(({ lead }) => bodies.has(lead.body) && !isAtAnotherTime(slot, known.get(formatSlotUid(lead)), timezone))
      .map(({ lead }) => ({ slot: slot.number, lead }));
  });
};

const identify = ({ slot, lead }: TwoLeads): string => `${slot} ${formatSlotUid(lead)}`;

/** Sittings that a meeting keeps with a body and that may be the very ones of that body in which it takes part, as it says since an event. */
export const warnOfTwoLeads = (before: MeetingState | undefined, after: MeetingState, led: readonly LedSitting[]): readonly Warning[] => {
  const known = new Set(before ? listTwoLeads(before, led).map(identify) : []);
  return listTwoLeads(after, led)
    .filter((pair) => !known.has(identify(pair)))
    .map(({ slot, lead }) => createWarning("two-leads", { slot, body: lead.body, other: lead.slot }));
};
