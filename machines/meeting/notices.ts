import type { EventOf } from "../../src/meeting/events.ts";
import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { findSlot, listSlotNumbers } from "./slots.ts";
import type { MeetingState, Notice } from "./state.ts";

const omitTime = ({ timestamp: _timestamp, ...said }: Notice): Omit<Notice, "timestamp"> => said;

/** A word to delegates: said again, it is what was said. */
export const giveNotice = (state: MeetingState, { timestamp, data }: EventOf<"notice.given">): Outcome => {
  const { text, slot, until } = data;
  if (slot !== undefined && !findSlot(state, slot)) return refuseEvent("unknown-slot", { slot, slots: listSlotNumbers(state.slots) });
  const notice: Notice = { text, timestamp, ...(slot !== undefined && { slot }), ...(until !== undefined && { until }) };
  const { notices = [] } = state;
  return accept(
    notices.some((other) => isDeepEqual(omitTime(other), omitTime(notice))) ? state : { ...state, notices: [...notices, notice] },
  );
};
