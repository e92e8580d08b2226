import type { CalendarEntry } from "../../src/calendar/entry.ts";
import { sittingsOf, type Sitting, type Story } from "./stories.ts";
import { instantText, type Understood } from "./understood.ts";
import type { Variant } from "./variants.ts";
import { instantOf } from "./zones.ts";

/** The meeting's JSON: the texts of an entry without any of iCalendar's coding. */
export interface MeetingJson {
  readonly entries: readonly CalendarEntry[];
}

/** RFC 5545 §3.3.11 knows one line break; what else ends a line in Unicode is a space in feeds. */
const withPlainBreaks = (text: string): string => text.replaceAll(/\r\n?/g, "\n").replaceAll(/[\u2028\u2029]/g, " ");

const timesOf = ({ slot }: Sitting, zone: string): Pick<Understood, "start" | "end"> => ({
  start: instantText(instantOf(slot.start, zone)),
  end: instantText(instantOf(slot.end ?? slot.start, zone)),
});

/**
 * What each entry of a meeting must be. Identity, times, status and sequence are computed here from the story alone; the
 * texts are Plenary's words for what the meeting's JSON says.
 */
export const expectationOf = (story: Story, json: MeetingJson, variant: Variant, page: string): readonly Understood[] => {
  const { body, id, timezone } = story.record;
  return sittingsOf(story).map((sitting) => {
    const { number } = sitting.slot;
    const entry = json.entries.find(({ slot }) => slot === number);
    if (!entry) throw new Error(`the JSON of ${body.id}/${id} has no entry of slot ${number}`);
    const { summary, description } = variant.words(entry, page);
    return {
      uid: `${body.id}.${id}.slot-${number}`,
      ...timesOf(sitting, timezone),
      status: sitting.status,
      sequence: sitting.sequence,
      summary: withPlainBreaks(summary),
      description: withPlainBreaks(description),
    };
  });
};
