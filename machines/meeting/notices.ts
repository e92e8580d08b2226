import type { EventOf } from "../../src/meeting/events.ts";
import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { formatLocalTime, hasHour } from "../../src/meeting/local-time.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { findSlot, listSlotNumbers } from "./slots.ts";
import type { MeetingState, Notice } from "./state.ts";
import { getMeetingStatus } from "./statuses.ts";

/** Until its time by what was reported since: nothing here asks a clock. */
const isShown = ({ until, slot }: Notice, { at, record, agenda }: MeetingState): boolean => {
  if (slot !== undefined || getMeetingStatus(agenda) === "closed") return false;
  const now = formatLocalTime(at, record.timezone);
  return until === undefined || (hasHour(until) ? until : `${until}T24:00`) > now;
};

/** Words to delegates of the meeting as a whole, the latest first; those of a sitting stand with it. */
export const listNotices = (state: MeetingState): readonly Notice[] =>
  (state.notices ?? []).filter((notice) => isShown(notice, state)).toReversed();

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
