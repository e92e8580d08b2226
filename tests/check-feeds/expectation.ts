import type { CalendarEntry } from "../../src/calendar/entry.ts";
import { sittingsOf, type Story } from "./stories.ts";
import { instantText, type Understood } from "./understood.ts";
import type { Variant } from "./variants.ts";
import { instantOf } from "./zones.ts";

/** The meeting's JSON: the texts of an entry without any of iCalendar's coding. */
export interface MeetingJson {
  readonly entries: readonly (CalendarEntry & Pick<Understood, "sequence">)[];
}

/** RFC 5545 §3.3.11 knows one line break; what else ends a line in Unicode is a space in feeds. */
export const formatPlainBreaks = (text: string): string => text.replaceAll(/\r\n?/g, "\n").replaceAll(/[\u2028\u2029]/g, " ");

/** What calendars must show of an entry beside its words. */
interface Shown extends Pick<Understood, "uid" | "status" | "sequence"> {
  readonly start: string;
  readonly end?: string | undefined;
  /** Of an entry over several days. */
  readonly lastDay?: string | undefined;
  readonly timezone: string;
}

/** Without an end all calendars show an hour. */
const addHour = (start: string): string => Temporal.PlainDateTime.from(start).add({ hours: 1 }).toString({ smallestUnit: "minute" });

/** A sitting whose hour is to be announced is one of its day; an item that no sitting takes up yet is one of the meeting's. */
const describeTimes = ({ start, lastDay = start, end, timezone }: Shown): Pick<Understood, "start" | "end"> =>
  start.includes("T")
    ? { start: instantText(instantOf(start, timezone)), end: instantText(instantOf(end ?? addHour(start), timezone)) }
    : { start, end: Temporal.PlainDate.from(lastDay).add({ days: 1 }).toString() };

export const describeEntry = (shown: Shown, entry: CalendarEntry, variant: Variant, page: string): Understood => {
  const { uid, status, sequence } = shown;
  const { summary, description } = variant.words(entry, page);
  return {
    uid,
    ...describeTimes(shown),
    status,
    sequence,
    summary: formatPlainBreaks(summary),
    description: formatPlainBreaks(description),
  };
};

/**
 * What each entry of a meeting must be. Identity, times, status and sequence are computed here from the story alone; the
 * texts are Plenary's words for what the meeting's JSON says.
 */
export const expectationOf = (story: Story, json: MeetingJson, variant: Variant, page: string): readonly Understood[] => {
  const { body, id, timezone } = story.record;
  return sittingsOf(story).map(({ slot, status, sequence }) => {
    const { number, start, end } = slot;
    const entry = json.entries.find((other) => other.slot === number);
    if (!entry) throw new Error(`the JSON of ${body.id}/${id} has no entry of slot ${number}`);
    return describeEntry({ uid: `${body.id}.${id}.slot-${number}`, start, end, timezone, status, sequence }, entry, variant, page);
  });
};
