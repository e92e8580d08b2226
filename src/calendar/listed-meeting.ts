import { getMeetingStatus, type MeetingStatus } from "../../machines/meeting/statuses.ts";
import { isDeepEqual } from "../meeting/deep-equal.ts";
import { addDays } from "../meeting/local-time.ts";
import type { MeetingRecord } from "../meeting/record.ts";
import type { EntryStatus } from "./entry.ts";
import type { MeetingOverview } from "./views.ts";

/** What the calendar of all bodies says of a meeting: one entry over its days. */
export interface ListedEntry extends Pick<MeetingRecord, "body" | "title" | "city" | "venue" | "opensOn" | "closesOn"> {
  readonly uid: string;
  readonly meeting: string;
  readonly status: EntryStatus;
  readonly postponed?: true;
}

/** Such an entry as subscribers were last given it. */
export interface ListedMeeting {
  readonly entry: ListedEntry;
  /** SEQUENCE: one more with each change. */
  readonly sequence: number;
  /** The arrival of the event that changed it, in seconds of the epoch. */
  readonly stamp: number;
}

const STATUS: Record<MeetingStatus, EntryStatus> = {
  announced: "CONFIRMED",
  opened: "CONFIRMED",
  suspended: "CONFIRMED",
  closed: "CONFIRMED",
  postponed: "TENTATIVE",
  cancelled: "CANCELLED",
  withdrawn: "CANCELLED",
};

export const writeListedEntry = ({ record, agenda }: MeetingOverview): ListedEntry => {
  const { body, id, title, city, venue, opensOn, closesOn } = record;
  const status = getMeetingStatus(agenda);
  return {
    uid: `${body.id}.${id}`,
    body,
    meeting: id,
    title,
    ...(city !== undefined && { city }),
    ...(venue !== undefined && { venue }),
    opensOn,
    closesOn,
    status: STATUS[status],
    ...(status === "postponed" && { postponed: true }),
  };
};

/** Whether two lists say the same of a meeting in the calendar of all bodies. */
export const isListedAlike = (a: MeetingOverview, b: MeetingOverview): boolean => isDeepEqual(writeListedEntry(a), writeListedEntry(b));

/** Days before and after today of the calendar of all bodies. */
const REACH = 365;

/** A stretch of days, both included. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** All days that there are. */
export const EVER: Days = { first: "", last: "9999-12-31" };

/** The coming twelve months, and the twelve before: by then no calendar has need of what is over. */
export const getListedDays = (today: string): Days => ({ first: addDays(today, -REACH), last: addDays(today, REACH) });
