import type { MeetingState } from "../../machines/meeting/state.ts";
import { getMeetingStatus } from "../../machines/meeting/statuses.ts";
import type { MeetingRecord, RegisteredBody } from "../meeting/record.ts";
import type { JointSittings } from "./joint.ts";
import type { EntryRevision } from "./ledger.ts";

/** A meeting as feeds and pages need it: what was said, and what calendars were told. */
export interface MeetingCalendar {
  readonly state: MeetingState;
  readonly rows: readonly EntryRevision[];
  /** Absent where no other body told anything. */
  readonly joint?: JointSittings;
}

/** Where all that is under the ids of a meeting leads, where one of them was wrong. */
export interface MovedIds {
  /** The meeting that was meant. */
  readonly movedTo?: string;
  /** The body that was meant. */
  readonly bodyMovedTo?: string;
}

/** A body with the meetings of its own feed. */
export interface BodyCalendar {
  readonly record: RegisteredBody;
  readonly meetings: readonly MeetingCalendar[];
  /** Of meetings of others that it lists. */
  readonly listed: readonly EntryRevision[];
}

/** Whether all of a meeting lies in the past, or never comes. */
export const hasEnded = ({ agenda }: Pick<MeetingState, "agenda">): boolean =>
  ["closed", "cancelled", "withdrawn"].includes(getMeetingStatus(agenda));

/** A meeting as a list of meetings shows it. */
export interface MeetingOverview {
  /** Without what is long: a list of a thousand meetings is read whole. */
  readonly record: Omit<MeetingRecord, "agenda" | "documents" | "slots">;
  readonly agenda: MeetingState["agenda"];
}

/** The meetings of all bodies on some days, the first first, and the years in which there are any, the last first. */
export interface MeetingsOn {
  readonly meetings: readonly MeetingOverview[];
  readonly years: readonly string[];
}

/** A body with its meetings, the latest first. */
export interface BodyOverview {
  readonly record: RegisteredBody;
  readonly meetings: readonly MeetingOverview[];
}
