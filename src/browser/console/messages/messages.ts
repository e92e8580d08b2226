import type { PageMessages } from "../../../i18n/pages/messages.ts";
import type { Messages } from "../../../i18n/messages.ts";
import type { AskedOverride } from "../../../documents/overrides.ts";
import type { AnswerMessages } from "./answer-messages.ts";
import type { DoubtMessages } from "./doubt-messages.ts";
import type { DraftMessages } from "./draft-messages.ts";
import type { EditingMessages } from "./editing-messages.ts";
import type { MailsMessages } from "./mails-messages.ts";
import type { KeysMessages } from "./keys-messages.ts";
import type { EndpointMessages } from "./endpoint-messages.ts";
import type { EventMessages } from "./event-messages.ts";
import type { HouseMessages } from "./house-messages.ts";
import type { FileMessages } from "./file-messages.ts";
import type { IssueMessages } from "./issue-messages.ts";
import type { InvitationMessages } from "./invitation-messages.ts";
import type { ProgrammeMessages } from "./programme-messages.ts";
import type { SetupMessages } from "./setup-messages.ts";

/** The console's messages in one language, beside those of feeds and pages. A missing one fails `tsc`. */
export interface ConsoleMessages extends EventMessages, AnswerMessages {
  /** Of calendars, and of pages. */
  readonly own: Messages;
  readonly page: PageMessages;
  readonly console: string;
  readonly loading: string;
  readonly publicPage: string;
  readonly connection: {
    readonly up: string;
    readonly down: string;
    /** With `{time}`. */
    readonly asOf: string;
  };
  /** With `{minutes}`. */
  readonly wrongClock: string;
  /** Where the browser lets the page store nothing. */
  readonly keepsNothing: string;
  readonly more: string;
  readonly moreHint: string;
  /** With `{slot}`. */
  readonly openNow: string;
  readonly programme: ProgrammeMessages;
  readonly setup: SetupMessages;
  readonly invitation: InvitationMessages;
  readonly drafts: DraftMessages;
  readonly editing: EditingMessages;
  readonly file: FileMessages;
  readonly keys: KeysMessages;
  readonly house: HouseMessages;
  readonly endpoints: EndpointMessages;
  readonly issue: IssueMessages;
  readonly mails: MailsMessages;
  readonly outbox: {
    readonly title: string;
    readonly undo: string;
    /** With `{event}`. */
    readonly undone: string;
    readonly sending: string;
    readonly done: string;
    readonly offline: string;
    readonly waiting: string;
    readonly retry: string;
    readonly discard: string;
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
    readonly warningsAbout: DoubtMessages;
    readonly line: string;
    readonly missing: string;
    readonly supply: string;
    readonly overrides: Record<AskedOverride, string>;
    readonly as: Record<"agenda.revised" | "agenda.adopted" | "meeting.announced", string>;
  };
}
