import type { CommandWarning, WarningCode } from "../../../documents/warnings.ts";

/** What a reading of a document is unsure of: `%` stands for the case; what is missing is asked for by its field. */
export type DoubtMessages = Record<Exclude<WarningCode, `missing-${string}` | CommandWarning>, string>;
