import type { RefusalCode } from "../../../../machines/meeting/refusals.ts";
import type { WarningCode } from "../../../../machines/meeting/warnings.ts";

/** What the service answers to an event, as the console says it. */
export interface AnswerMessages {
  readonly warning: string;
  readonly warnings: Record<WarningCode, string>;
  readonly refusals: Record<RefusalCode, string>;
  /** What is wrong with a field, where its name says it. */
  readonly wrong: {
    readonly start: string;
    readonly end: string;
    readonly closesOn: string;
    readonly symbol: string;
    readonly lead: string;
  };
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
}
