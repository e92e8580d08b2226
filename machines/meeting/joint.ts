import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { EventOf } from "../../src/meeting/events.ts";
import type { LeadSitting } from "../../src/meeting/lead-sitting.ts";
import { accept, type Outcome } from "./outcome.ts";
import { toSaid, type Dated } from "./slot-changes.ts";
import { refuseUnknownItems } from "./slots.ts";
import type { JoinedSitting, MeetingState } from "./state.ts";

const findJoined = ({ joined = [] }: MeetingState, lead: LeadSitting): JoinedSitting | undefined =>
  joined.find((other) => isDeepEqual(other.lead, lead));

/** In the order in which they are named, however they came about: equal programmes are equal as JSON. */
const sortJoined = (joined: readonly JoinedSitting[]): readonly JoinedSitting[] =>
  joined.toSorted((a, b) => (JSON.stringify(a.lead) < JSON.stringify(b.lead) ? -1 : 1));

/** The meeting takes part in a sitting of another body; said again, with other items. */
export const joinSitting = (state: MeetingState, event: Dated<EventOf<"slot.joined">>): Outcome => {
  const { lead, items = [] } = event.data;
  const unknown = refuseUnknownItems(state, items);
  if (unknown) return unknown;
  const known = findJoined(state, lead);
  if (known && isDeepEqual(known.items, items)) return accept(state);
  const others = (state.joined ?? []).filter((other) => other !== known);
  const { body, meeting, slot } = lead;
  return accept({ ...state, joined: sortJoined([...others, { lead: { body, meeting, slot }, items, said: toSaid(event) }]) });
};

/** Said again it is so already, as it is of one in which the meeting never took part. */
export const partFromSitting = (state: MeetingState, { data: { lead } }: EventOf<"slot.parted">): Outcome => {
  const known = findJoined(state, lead);
  return accept(!known ? state : { ...state, joined: (state.joined ?? []).filter((other) => other !== known) });
};

/** An item that is deferred is taken up in no sitting to come, nor in one of another body. */
export const leaveJoined = (state: MeetingState, item: string): MeetingState =>
  state.joined?.some(({ items }) => items.includes(item))
    ? {
        ...state,
        joined: state.joined.map((sitting) => ({ ...sitting, items: sitting.items.filter((other) => other !== item) })),
      }
    : state;
