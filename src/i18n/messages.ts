import type { ChangedField } from "../../machines/meeting/told-changes.ts";
import type { Milestone, MilestoneType } from "../../machines/meeting/milestones.ts";
import type { Lifecycle, MeetingStatus } from "../../machines/meeting/statuses.ts";
import type { DeadlineKind } from "../meeting/events/notices.ts";
import type { Cause } from "../meeting/events/define-event.ts";
import type { Follows } from "../../machines/meeting/follow.ts";
import type { News } from "../calendar/news.ts";
import type { PartOfDay, Slot } from "../meeting/record.ts";
import type { Language } from "../meeting/text.ts";

/** Dates and times as one language prints them; local times in, of the meeting's place. */
export interface DateFormats {
  /** `27 January 2010` */
  readonly day: (date: string) => string;
  /** `27-29 January 2010` */
  readonly days: (first: string, last: string) => string;
  /** `Thu 28 Jan` in a list of days; without the month, where it is that of the day before it there */
  readonly dayInList: (date: string, before?: string) => string;
  /** `Thursday, 28 January 2010` */
  readonly weekday: (date: string) => string;
  /** `11.20 a.m.` */
  readonly time: (local: string) => string;
  /** `10 a.m.-1 p.m.`; a start alone where the end is not known */
  readonly times: (start: string, end: string | undefined) => string;
  /** `1 p.m.`; with its day, where that is another than the start's */
  readonly endTime: (start: string, end: string) => string;
  readonly parts: Record<PartOfDay, string>;
  /** `Thursday morning`: what people call a plenary slot; the day alone, where nothing more is known */
  readonly slotName: (start: string, part?: PartOfDay) => string;
}

/** All of Plenary's own words in one language; every other word comes from the meeting's documents. A missing one fails `tsc`. */
export interface Messages {
  readonly language: Language;
  readonly dates: DateFormats;
  readonly punctuation: { readonly comma: string; readonly semicolon: string; readonly colon: string; readonly stop: string };
  readonly provisionalMark: string;
  readonly continuedMark: string;
  readonly continued: string;
  readonly item: string;
  /** Before the numbers of several. */
  readonly items: { readonly two: string; readonly more: string };
  readonly cancelled: string;
  readonly changed: string;
  /** Before the title of a sitting that is elsewhere than it was planned, as long as nobody has gone there. */
  readonly news: Record<News["type"], string>;
  /** With `{now}` and `{before}`. */
  readonly formerly: string;
  /** The same where what was before is no hour: that it is to be announced, or what the sitting follows. */
  readonly formerlyInWords: string;
  /** With `{weekday}` and `{time}`. */
  readonly weekdayTime: string;
  readonly provisional: string;
  readonly postponed: string;
  /** Of one sitting. */
  readonly putOff: string;
  /** Of a meeting that is shown over its days, before and after its organization of work is known. */
  readonly noProgramme: string;
  readonly programmeKnown: string;
  readonly access: Record<NonNullable<Slot["access"]>, string>;
  /** Of a sitting that has a day and no hour. */
  readonly hourUnknown: string;
  /** With `{time}`. */
  readonly until: string;
  /** With `{slot}` or `{item}`. */
  readonly following: { readonly slot: string; readonly item: string; readonly joint: string };
  /** Of a document: not issued in this language yet, or issued anew. */
  readonly documentAwaited: string;
  readonly documentReissued: string;
  /** Of a sitting that was to follow something that will not be. */
  readonly followedOff: Record<NonNullable<Follows["off"]>, string>;
  /** What stands before a field of a sitting. */
  readonly fields: Record<Exclude<ChangedField, "kind" | "access">, string>;
  /** With `{field}`. */
  readonly notSaid: string;
  readonly noEnd: string;
  readonly unplaced: string;
  /** Of an item that was in no sitting. */
  readonly takenUp: string;
  /** What a delegate chose, over bodies. */
  readonly ownProgramme: string;
  readonly takenUpJointly: string;
  readonly joint: {
    /** Beside the body, where no other has confirmed, and where some have: `{bodies}` with their items. */
    readonly mark: string;
    readonly markWith: string;
    readonly toConfirm: string;
    readonly heldWith: string;
    readonly parted: string;
  };
  /** The calendar of all bodies. */
  readonly allMeetings: string;
  readonly documents: string;
  readonly programme: string;
  readonly source: string;
  readonly caution: string;
  readonly publishedBy: string;
  readonly unofficial: string;
  readonly lifecycle: Record<Lifecycle, string>;
  /** Where a meeting stands beside its lifecycle, in a list of calendars. */
  readonly standing: Record<Exclude<MeetingStatus, "announced" | "opened"> | "reportIssued", string>;
  /** Of a title that the record has in other languages only. */
  readonly ourTranslation: string;
  /** With `{date}`, and `{symbol}` where the step has one. */
  readonly steps: Record<MilestoneType, string>;
  readonly orallyRevised: string;
  readonly causes: Record<Cause, string>;
  readonly manner: Record<NonNullable<Milestone["manner"]>, string>;
  readonly kinds: Record<NonNullable<Slot["kind"]>, string>;
  /** Before a word to delegates. */
  readonly notice: string;
  readonly deadlines: Record<DeadlineKind, string>;
  /** Of an item in a sitting, with `{time}`. */
  readonly notBefore: string;
  readonly changes: {
    readonly rescheduled: string;
    /** The same where a side is in words: no hour, or what it follows. */
    readonly timedAnew: string;
    readonly extended: string;
    /** Earlier than planned, or where no end was given. */
    readonly endsAt: string;
    readonly relocated: string;
    /** To a time not known yet. */
    readonly postponed: string;
    /** With `{to}`: about when. */
    readonly delayed: string;
    readonly added: string;
    readonly reinstated: string;
    readonly removed: string;
    readonly itemsTo: string;
    readonly movedHere: string;
    readonly movedAway: string;
    readonly deferred: string;
    /** Said otherwise for a time. */
    readonly restored: string;
    readonly itemRestored: string;
    readonly scheduled: string;
    readonly joint: string;
    readonly alone: string;
    readonly deadlineMoved: string;
    readonly deadlineWithdrawn: string;
    readonly itemChanged: string;
    readonly itemRemoved: string;
    readonly itemHeld: string;
    readonly itemTimed: string;
    readonly renumbered: string;
  };
}
