import type { RefusalCode } from "../../../../machines/meeting/refusals.ts";
import type { WarningCode } from "../../../../machines/meeting/warnings.ts";
import type { WarningCode as DoubtCode } from "../../../documents/warnings.ts";
import type { MeetingEvent } from "../../../meeting/events.ts";
import type { PageMessages } from "../../../i18n/pages/messages.ts";
import type { Messages } from "../../../i18n/messages.ts";
import type { FieldName } from "../event/fields.ts";

export type MeetingEventType = MeetingEvent["type"];

/** A sentence with `{count}` for each form that a language has of it. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** The console's words in one language, beside those of feeds and pages. A missing one fails `tsc`. */
export interface ConsoleMessages {
  /** Of calendars, and of pages. */
  readonly own: Messages;
  readonly page: PageMessages;
  readonly console: string;
  readonly loading: string;
  readonly publicPage: string;
  readonly connection: { readonly up: string; readonly down: string };
  /** With `{minutes}`. */
  readonly wrongClock: string;
  /** Where the browser lets the page store nothing. */
  readonly keepsNothing: string;
  readonly now: string;
  readonly more: string;
  readonly moreHint: string;
  /** With `{slot}`. */
  readonly openNow: string;
  readonly quick: {
    readonly opened: string;
    readonly adopted: string;
    readonly both: string;
    readonly orallyRevised: string;
    readonly orallyRevisedHint: string;
    readonly openSlot: string;
    readonly adjournSlot: string;
    readonly moveItem: string;
    readonly cancelSlot: string;
    readonly resumesAt: string;
    readonly reportAdopted: string;
    readonly closed: string;
    readonly noSlotLeft: string;
    readonly noSlotOpen: string;
    readonly noItemToMove: string;
  };
  readonly events: Record<MeetingEventType, string>;
  readonly fields: Record<FieldName, string>;
  readonly choices: {
    readonly none: string;
    readonly open: string;
    readonly closed: string;
    readonly keepsLength: string;
  };
  readonly shownToAll: string;
  readonly reasons: readonly string[];
  readonly steps: {
    readonly check: string;
    readonly checking: string;
    readonly back: string;
    readonly whatWouldChange: string;
    readonly happenedNow: string;
    readonly happenedAt: string;
    readonly send: string;
    readonly sendUnchecked: string;
    readonly unchecked: string;
    /** With `{count}`. */
    readonly othersWaiting: string;
    readonly needsKey: string;
    readonly refused: string;
    readonly checkAgain: string;
    readonly withdrawAlso: string;
    readonly checkedInTurn: string;
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
  readonly warning: string;
  readonly warnings: Record<WarningCode, string>;
  readonly refusals: Record<RefusalCode, string>;
  /** What is wrong with a field, where its name says it. */
  readonly wrong: { readonly start: string; readonly end: string; readonly closesOn: string; readonly symbol: string };
  readonly problems: {
    readonly "bad-signature": string;
    readonly "not-permitted": string;
    readonly "bad-timestamp": string;
    readonly "too-many": string;
    readonly "too-large": string;
    readonly "door-shut": string;
    readonly "storage-refused": string;
    readonly "not-an-event": string;
    readonly other: string;
  };
  readonly outbox: {
    readonly title: string;
    /** With `{seconds}`. */
    readonly sendsIn: string;
    readonly undo: string;
    readonly sendNow: string;
    readonly sending: string;
    readonly offline: string;
    readonly waiting: string;
    readonly paused: string;
    readonly retry: string;
    readonly discard: string;
    readonly sent: string;
  };
  readonly message: { readonly title: string; readonly language: string; readonly share: string };
  readonly history: {
    readonly title: string;
    readonly withdraw: string;
    readonly redact: string;
  };
  readonly key: {
    readonly title: string;
    readonly none: string;
    readonly why: string;
    readonly make: string;
    readonly makeHint: string;
    readonly typed: string;
    readonly typedHint: string;
    readonly use: string;
    readonly notASecret: string;
    readonly notHere: string;
    readonly publicKey: string;
    readonly fingerprint: string;
    readonly fingerprintHint: string;
    readonly enrol: string;
    readonly checkAgain: string;
    readonly forget: string;
    readonly forgetSure: string;
    readonly loss: string;
    readonly notKept: string;
    readonly status: Record<"unknown" | "enrolled" | "not-enrolled" | "not-permitted" | "unreachable", string>;
  };
  readonly agenda: {
    readonly title: string;
    readonly hint: string;
    readonly paste: string;
    readonly read: string;
    readonly days: string;
    readonly items: string;
    readonly warnings: string;
    readonly noWarnings: string;
    /** `%` stands for the case; what is missing is asked for by its field. */
    readonly warningsAbout: Record<Exclude<DoubtCode, `missing-${string}` | "unknown-setting">, string>;
    readonly line: string;
    readonly missing: string;
    readonly supply: string;
    readonly overrides: Record<OverrideName, string>;
    readonly as: Record<"agenda.revised" | "agenda.adopted" | "meeting.announced", string>;
    readonly slotChanges: Record<"kept" | "moved" | "other-items" | "new" | "gone", string>;
    readonly against: string;
  };
}

/** What a pasted document may lack, by the importer's names. */
export const OVERRIDE_NAMES = [
  "timezone",
  "id",
  "symbol",
  "title",
  "city",
  "venue",
  "opensOn",
  "closesOn",
  "year",
  "body.shortName",
] as const;
export type OverrideName = (typeof OVERRIDE_NAMES)[number];
