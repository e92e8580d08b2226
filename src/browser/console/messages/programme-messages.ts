/** The orders that have a button of their own in a row, which names what they are about. */
export type ShortOrder =
  | "slot.opened"
  | "slot.adjourned"
  | "slot.suspended"
  | "slot.resumed"
  | "item.taken_up"
  | "item.concluded"
  | "item.left_open";

/** What the programme on the console says. */
export interface ProgrammeMessages {
  readonly today: string;
  readonly all: string;
  readonly search: string;
  readonly nothingFound: string;
  readonly moreFound: string;
  readonly more: string;
  readonly startsLate: string;
  /** With `{minutes}`. */
  readonly minutes: string;
  readonly otherMinutes: string;
  readonly suspendUntil: string;
  readonly notBefore: string;
  /** With `{slot}`. */
  readonly moveTo: string;
  readonly unplaced: string;
  readonly orallyRevised: string;
  readonly orallyRevisedHint: string;
  readonly short: Readonly<Record<ShortOrder, string>>;
}
