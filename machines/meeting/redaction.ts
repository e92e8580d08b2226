import type { MeetingEvent } from "../../src/meeting/events.ts";

/** What a redacted event's words are in the log, so that a replay changes what the redaction changed. */
const REDACTED = "[redacted]";

const WORDS = ["note", "reason"] as const;

const isWord = (name: string): boolean => WORDS.some((word) => word === name);

export const hasWords = ({ data }: MeetingEvent): boolean =>
  Object.entries(data).some(([name, value]) => isWord(name) && value !== undefined);

const mapData = (event: MeetingEvent, change: (name: string, value: unknown) => readonly (readonly [string, unknown])[]): MeetingEvent =>
  // The fields that change are optional text in every event that has them.
  ({ ...event, data: Object.fromEntries(Object.entries(event.data).flatMap(([name, value]) => change(name, value))) }) as MeetingEvent;

/** The event as the log keeps it once it is redacted: its words gone for ever, its place and its effect kept. */
export const redact = (event: MeetingEvent): MeetingEvent => mapData(event, (name, value) => [[name, isWord(name) ? REDACTED : value]]);

/** The event as it is folded once it is redacted. */
export const removeWords = (event: MeetingEvent): MeetingEvent => mapData(event, (name, value) => (isWord(name) ? [] : [[name, value]]));
