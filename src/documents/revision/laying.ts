import type { MeetingRecord, Slot } from "../../meeting/record.ts";
import type { Language } from "../../meeting/text.ts";
import type { Draft } from "../draft.ts";
import type { Warning } from "../warnings.ts";
import type { Was } from "./match-items.ts";

/** What a document is laid over. */
export interface Base {
  /** As the documents have it. */
  readonly record: MeetingRecord;
  /** The sittings as they are: moved, or added since. */
  readonly programme: readonly Slot[];
  /** Every number that a sitting of the meeting ever had. */
  readonly numbers: readonly string[];
}

export interface Laying {
  readonly base: Base;
  readonly draft: Draft;
  /** Of the base's titles that name none. */
  readonly own: Language;
  /** Of the document. */
  readonly language: Language;
  /** What a person said of items: their numbers in the base. */
  readonly said: Was;
}

/** A record to be sent, and what is doubted of it. Fields that neither document nor base gives are absent: who sends it checks it. */
export interface LaidOver {
  readonly record: MeetingRecord;
  readonly warnings: readonly Warning[];
}
