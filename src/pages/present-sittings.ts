import type { MeetingState } from "../../machines/meeting/state.ts";
import { getMeetingStatus, isHeld, type MeetingStatus } from "../../machines/meeting/statuses.ts";
import { getDate, hasHour } from "../meeting/local-time.ts";
import { compareSlots } from "../meeting/slot-order.ts";
import type { Sitting } from "./sittings.ts";

/** A sitting that may be on or next by the clock: that is the reader's to ask. */
interface ComingSitting {
  readonly sitting: Sitting;
  /** Planned beside one that was reported open, so that both may be on at once. */
  readonly isParallel: boolean;
}

/** What was reported to be on, and what comes then by the programme. */
export interface PresentSittings {
  readonly open: readonly Sitting[];
  readonly coming: readonly ComingSitting[];
}

const OFF: ReadonlySet<MeetingStatus> = new Set(["closed", "cancelled", "postponed", "withdrawn"]);

/** Of a meeting whose days are over, the days that may have been meant by what was never reported. */
const MAX_DAYS = 2;

/** Whether a sitting is planned to be over when another begins. */
const isBefore = ({ entry: { start, end } }: Sitting, other: Sitting): boolean =>
  end === undefined || !hasHour(other.entry.start) ? compareSlots({ start }, other.entry) < 0 : end <= other.entry.start;

const isPlannedBeside = (one: Sitting, other: Sitting): boolean =>
  hasHour(one.entry.start) && hasHour(other.entry.start) && !isBefore(one, other) && !isBefore(other, one);

/** What is left of today, and what begins first on a later day: once that day has come, the page is made anew. */
const listComing = (left: readonly Sitting[], today: string): readonly Sitting[] => {
  const first = left.find(({ entry }) => getDate(entry.start) > today);
  return left.filter(({ entry }) => getDate(entry.start) <= today || entry.start === first?.entry.start);
};

const listOfDays = (rest: readonly Sitting[]): readonly Sitting[] => {
  const days = new Set([...new Set(rest.map(({ entry }) => getDate(entry.start)))].slice(0, MAX_DAYS));
  return rest.filter(({ entry }) => days.has(getDate(entry.start)));
};

/** @param today at the meeting's place: what is on at which hour of it, no page can know */
export const findPresentSittings = (state: MeetingState, sittings: readonly Sitting[], today: string): PresentSittings => {
  if (OFF.has(getMeetingStatus(state.agenda))) return { open: [], coming: [] };
  const open = sittings.filter(({ status }) => status === "open" || status === "suspended");
  const lastHeld = sittings.findLast(({ status }) => isHeld(status));
  // Reports may be few: what was to be over before a sitting that was held began is over, reported or not.
  const rest = sittings.filter((sitting) => sitting.status === "scheduled" && !(lastHeld && isBefore(sitting, lastHeld)));
  const left = rest.filter(({ entry }) => getDate(entry.end ?? entry.start) >= today);
  const coming = left.length > 0 ? listComing(left, today) : listOfDays(rest);
  return { open, coming: coming.map((sitting) => ({ sitting, isParallel: open.some((other) => isPlannedBeside(sitting, other)) })) };
};
