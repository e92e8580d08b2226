import type { MeetingState } from "../../machines/meeting/state.ts";
import { isDeepEqual } from "../meeting/deep-equal.ts";
import { mapTexts } from "../meeting/free-texts.ts";
import { agendaItem, meetingDocument, slot } from "../meeting/record.ts";
import { REDACTED, redactJson, type RedactText } from "../meeting/redaction.ts";
import { joinTexts } from "../meeting/text-languages.ts";
import type { LogEntry } from "./replay.ts";
import { buildTombstones } from "./entries.ts";
import type { CalendarEntry, EntryItem } from "./entry.ts";
import type { ToldJointly } from "./joint.ts";
import { indexRows, writeEntries, type EntryRevision } from "./ledger.ts";

const says = (value: object | string, redact: RedactText): boolean => !isDeepEqual(redactJson(value, redact), value);

const redactItem = (item: EntryItem, redact: RedactText): EntryItem => {
  const { distinctTitle, ...own } = mapTexts(agendaItem, item, redact, REDACTED) as EntryItem;
  return { ...own, ...(distinctTitle !== undefined && !says(distinctTitle, redact) && { distinctTitle }) };
};

type Words = Pick<CalendarEntry, "items" | "documents">;

const redactWords = <Told extends Words>(told: Told, redact: RedactText): Told => ({
  ...told,
  items: told.items.map((item) => redactItem(item, redact)),
  documents: told.documents.map((document) => mapTexts(meetingDocument, document, redact, REDACTED)),
});

/** An entry of what a meeting no longer has: no event tells its words anew. Where its room goes, the meeting's own place stands. */
const redactEntry = (entry: CalendarEntry, { record }: MeetingState, redact: RedactText): CalendarEntry => {
  const { location, joint, ...own } = redactWords(mapTexts(slot, entry, redact, REDACTED) as CalendarEntry, redact);
  const places = [record.venue, record.city].filter((part) => part !== undefined);
  const left = location === undefined || !says(location, redact) ? location : places.length > 0 ? joinTexts(places, ", ") : undefined;
  return {
    ...own,
    ...(left !== undefined && { location: left }),
    ...(joint && { joint: { ...joint, bodies: joint.bodies.map((body) => redactWords(body, redact)) } }),
  };
};

/**
 * The rows that say something else once texts are gone from the log, those among them of what the meeting no longer has.
 * @param told what calendars were told so far
 * @param state what the log comes to without those texts
 * @param at the event that removed them
 * @param joint what other bodies told of sittings that they hold jointly with it
 */
export const reviseRedacted = (
  told: readonly EntryRevision[],
  state: MeetingState,
  redact: RedactText,
  { arrival, position }: Pick<LogEntry, "arrival" | "position">,
  joint: ToldJointly = {},
): readonly EntryRevision[] => {
  const entries = writeEntries(state, joint);
  const present = new Set(entries.map(({ uid }) => uid));
  const vanished = told.flatMap(({ entry }) => (present.has(entry.uid) ? [] : [redactEntry(entry, state, redact)]));
  const known = indexRows(told);
  return [...entries, ...buildTombstones(vanished, state)].flatMap((entry) => {
    const row = told[known.get(entry.uid) ?? -1];
    if (row && isDeepEqual(row.entry, entry)) return [];
    return [{ entry, sequence: row ? row.sequence + 1 : 0, stamp: Math.floor(arrival / 1000), position }];
  });
};
