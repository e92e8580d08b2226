/**
 * Every reason for which an event is refused as impossible: its code, and a sentence that says what to do.
 * Braces name what the refused event or the present state fills in.
 */
export const REFUSALS = {
  "not-announced": "This meeting is not announced yet. Send meeting.announced with its record first.",
  "already-announced": "This meeting is announced already. To change its programme, send the events that say what changed.",
  "already-opened": "The meeting was reported as opened already. There is nothing to do.",
  "already-adopted": "The agenda was reported as adopted already. There is nothing to do.",
  "report-before-adoption": "The report can't be adopted while the agenda is provisional. Send agenda.adopted first, then report.adopted.",
  "report-already-adopted": "The report was reported as adopted already. There is nothing to do.",
  "meeting-closed": "The meeting is closed: its agenda and its sittings can no longer change.",
  "unknown-slot": "The organization of work has no slot {slot}. Its slots are {slots}.",
  "slot-cancelled": "Slot {slot} is cancelled: it can't be moved or cancelled again.",
  "version-moved-on":
    "The meeting is at version {version}, not {expected}: look at what changed, then send the event again without expectedVersion or with the present one.",
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

/** Puts the values in the places that the sentence names. */
export const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

export const refusal = (code: RefusalCode, values: Readonly<Record<string, string>> = {}): Refusal => ({
  code,
  message: fill(REFUSALS[code], values),
});
