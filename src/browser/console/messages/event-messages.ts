import type { EventGroup } from "../../../meeting/event-groups.ts";
import type { MeetingEvent } from "../../../meeting/events.ts";
import type { FieldName } from "../event/fields.ts";

export type MeetingEventType = MeetingEvent["type"];

/** A sentence with `{count}` for each form that a language has of it. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** What the console says of events: what they are called, what they ask for, and what they change. */
export interface EventMessages {
  readonly groups: Record<EventGroup, string>;
  readonly events: Record<MeetingEventType, string>;
  readonly fields: Record<FieldName, string>;
  readonly choices: {
    readonly none: string;
    readonly open: string;
    readonly closed: string;
    readonly keepsLength: string;
    /** Of a sitting that has a day alone. */
    readonly hourUnknown: string;
    /** Of a deadline or of what lasts until then. */
    readonly dayAlone: string;
    readonly otherLanguages: string;
  };
  readonly shownToAll: string;
  readonly reasons: readonly string[];
  readonly steps: {
    readonly checking: string;
    readonly back: string;
    /** Of what has a sheet first. */
    readonly effect: string;
    readonly whatWouldChange: string;
    readonly happenedNow: string;
    readonly happenedAt: string;
    readonly send: string;
    readonly unchecked: string;
    /** With `{count}`. */
    readonly othersWaiting: string;
    readonly needsKey: string;
    readonly refused: string;
    readonly checkAgain: string;
    readonly withdrawAlso: string;
    readonly checkedInTurn: string;
    /** To let a document prevail over all that was reported: a right of its own. */
    readonly anew: string;
    readonly anewHint: string;
    readonly notAnew: string;
  };
  readonly changes: {
    readonly nothing: string;
    readonly entries: Plural;
    readonly confirmed: string;
    readonly provisional: string;
    readonly cancelled: string;
    readonly noLonger: string;
    readonly items: string;
    readonly added: string;
  };
}
