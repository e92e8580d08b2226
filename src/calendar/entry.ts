import type { Deadline } from "../../machines/meeting/deadlines.ts";
import type { SlotChange } from "../../machines/meeting/told-changes.ts";
import type { Milestone } from "../../machines/meeting/milestones.ts";
import type { MeetingWords } from "../../machines/meeting/printed-items.ts";
import type { Follows } from "../../machines/meeting/follow.ts";
import type { News } from "./news.ts";
import type { BodyRecord, Slot } from "../meeting/record.ts";
import type { Text } from "../meeting/text.ts";

/** Minutes for which a sitting is shown that says no end. */
export const UNKNOWN_LENGTH = 60;

/** STATUS of a VEVENT (RFC 5545 §3.8.1.11). */
export type EntryStatus = "TENTATIVE" | "CONFIRMED" | "CANCELLED";

export interface EntryItem {
  readonly number: string;
  /** By which its feed is found, where it is not its number. */
  readonly id?: string;
  /** The ids of the items that it is a part of, where its number does not tell. */
  readonly wholes?: readonly string[];
  readonly title: Text;
  readonly shortTitle?: Text;
  /** What tells its title apart from another of the agenda that begins alike. */
  readonly distinctTitle?: Text;
  readonly continued: boolean;
  /** When it is taken up at the earliest, where that is within the sitting. */
  readonly notBefore?: string;
}

/** What an entry says in a calendar's own terms; every other field of a slot it carries as it is. */
type ReworkedField = "number" | "items" | "continued" | "kind" | "venue" | "with";

/** Another body that meets in a sitting, as its own secretariat says. */
export interface JointBody {
  readonly body: BodyRecord;
  readonly meeting: string;
  /** When its secretariat said so: an instant. */
  readonly since: string;
  readonly items: readonly EntryItem[];
  readonly documents: MeetingWords["documents"];
}

/**
 * What a calendar says of one plenary slot, or of an item that is in none, in no language yet: dated facts only, since
 * clients look once in hours. Equal entries are equal as JSON: what is unknown is left out.
 */
export interface CalendarEntry extends Readonly<Omit<Slot, ReworkedField>> {
  readonly uid: string;
  readonly body: BodyRecord;
  readonly meeting: string;
  readonly slot?: string;
  /** The id of an item that no sitting takes up, or that one takes up again. */
  readonly item?: string;
  /** Of something that is to be done by a time, a local one or a date. */
  readonly deadline?: Pick<Deadline, "id" | "kind" | "at">;
  /** When a sitting begins that takes the item up again. */
  readonly takenUpAt?: string;
  readonly follows?: Follows;
  /** Its hour is that at which a sitting of another body ends, as that one told: no third sitting has its own from there. */
  readonly awaitsLed?: true;
  /** The last day of what is shown over the days of its meeting: a meeting without an organization of work, an item without a sitting. */
  readonly lastDay?: string;
  readonly timezone: string;
  readonly status: EntryStatus;
  readonly provisional: boolean;
  readonly postponed?: true;
  /** Postponed by itself: its time no longer holds. */
  readonly isPutOff?: true;
  readonly items: readonly EntryItem[];
  readonly documents: MeetingWords["documents"];
  readonly kind: NonNullable<Slot["kind"]>;
  readonly location?: Text;
  /** Of a joint sitting: the bodies that confirmed it, and whether others are still to. */
  readonly joint?: { readonly bodies: readonly JointBody[]; readonly toConfirm?: true };
  /** The body that takes no part in it any more, in whose calendar alone it is. */
  readonly parted?: string;
  /** Of an item that no sitting of its own body takes up, but one of another. */
  readonly takenUpJointly?: true;
  /** Of the meeting: those alone that concern this entry. */
  readonly steps: readonly Milestone[];
  /** Of a sitting that is elsewhere than it was told to be: until it is opened or over. */
  readonly news?: readonly News[];
  readonly changes: readonly SlotChange[];
}
