import type { ItemStatus, MeetingStatus, SlotStatus } from "../../../machines/meeting/statuses.ts";
import type { HappeningMessages } from "../happenings/messages.ts";
import type { MailMessages } from "../mails/messages.ts";
import type { RevisionMessages } from "../revisions/messages.ts";
import type { StarMessages } from "../stars/messages.ts";
import type { MissingCode } from "./missing-code.ts";

/** What pages and the history say beside the words of calendars, in one language. A missing one fails `tsc`. */
export interface PageMessages {
  readonly tagline: string;
  readonly skip: string;
  readonly languages: string;
  readonly bodies: string;
  readonly noBodies: string;
  readonly setup: string;
  readonly noMeetings: string;
  readonly meetings: { readonly current: string; readonly upcoming: string; readonly past: string };
  readonly lifecycle: string;
  /** In session, where the agenda is not adopted. */
  readonly onProvisionalAgenda: string;
  readonly now: string;
  readonly next: string;
  /** Of sittings that are on beside those that are shown, with `{count}`. */
  readonly more: string;
  /** By the clock: nobody reported it. */
  readonly nowPlanned: string;
  /** By the reader's clock, where nobody closed the meeting. */
  readonly passed: string;
  readonly yourTime: string;
  /** With `{place}`: whose clock the times are of. */
  readonly zone: string;
  readonly meetingStatus: Record<MeetingStatus, string>;
  readonly slotStatus: Record<SlotStatus, string>;
  /** Of a sitting that is suspended, with `{when}`. */
  readonly resumes: string;
  readonly itemStatus: Record<ItemStatus, string>;
  readonly deadlines: string;
  readonly notices: string;
  readonly until: string;
  readonly programme: string;
  readonly today: string;
  readonly thisWeek: string;
  readonly years: string;
  readonly allDays: string;
  /** Of a long list; the last with `{count}`. */
  readonly finder: Record<"search" | "room" | "kind" | "item" | "all" | "found", string>;
  readonly agenda: string;
  readonly annotations: string;
  readonly sittings: string;
  readonly latest: string;
  readonly new: string;
  readonly subscribe: string;
  readonly subscribeMeeting: string;
  readonly subscribeBody: string;
  readonly outlookForWork: string;
  readonly download: string;
  readonly address: string;
  readonly copy: string;
  readonly copied: string;
  readonly code: string;
  /** Of a meeting that is too large for one calendar. */
  readonly tooLarge: string;
  /** Before the address of several items. */
  readonly ownChoice: string;
  readonly howOften: string;
  readonly screen: string;
  readonly scan: string;
  readonly console: string;
  readonly consoleNeedsScripts: string;
  readonly live: string;
  /** With `{time}`, by the reader's clock. */
  readonly pageChanged: string;
  /** With `{time}`, by the reader's clock. */
  readonly connectionLost: string;
  readonly aboutSitting: string;
  readonly subscribeSitting: string;
  readonly subscribeItem: string;
  /** For readers whose device takes no subscription. */
  readonly onAndroid: string;
  readonly share: string;
  readonly previousSitting: string;
  readonly nextSitting: string;
  /** Before the item that another is a part of. */
  readonly partOf: string;
  /** Of an item. */
  readonly offAgenda: string;
  /** Where an address has a number that another item bears now; with `{number}`, before that item. */
  readonly numberIsNow: string;
  readonly stars: StarMessages;
  /** What a person reads at a wrong address, by the code that programs get. */
  readonly missing: Record<MissingCode, string>;
  /** Of a page that can't be had at the moment. */
  readonly notShown: string;
  readonly toMeeting: string;
  /** Asks the browser to tell the reader of changes, and what it tells first. */
  readonly notify: string;
  readonly notified: string;
  /** Of the programme of one day, with `{day}`; with `{when}` and `{version}`; of what changed since one was issued, with `{version}`. */
  readonly dayProgramme: string;
  readonly asAt: string;
  readonly changedSince: string;
  readonly noSittings: string;
  readonly history: string;
  readonly historyIntroduction: string;
  readonly report: string;
  readonly withdrawn: string;
  /** Of an event that said what was so already. */
  readonly unchanged: string;
  readonly redacted: string;
  /** With `{happened}` and `{arrived}`. */
  readonly received: string;
  readonly version: string;
  /** With `{entries}`. */
  readonly entriesChanged: string;
  readonly earlier: string;
  readonly noEntryChanged: string;
  /** With `{slot}`, a number: a sitting that is no longer known. */
  readonly slot: string;
  /** Of a meeting whose organization of work is not known. */
  readonly days: string;
  /** What a record came to that was laid over what was said. */
  readonly mail: MailMessages;
  readonly revision: RevisionMessages;
  /** Of a sitting's end that is set earlier, or where none was given; with `{slot}` and `{end}`. */
  readonly endSet: string;
  readonly events: HappeningMessages;
}

/** What scripts say: each page brings these along for them, as JSON in `data-words` of its body. */
export type ScriptMessages = Pick<
  PageMessages,
  | "copied"
  | "connectionLost"
  | "finder"
  | "live"
  | "more"
  | "notify"
  | "notified"
  | "pageChanged"
  | "new"
  | "next"
  | "now"
  | "nowPlanned"
  | "passed"
  | "yourTime"
> & { readonly keep: string };
