import * as z from "zod/mini";
import { bodyId, meetingId } from "../../meeting/identifiers.ts";
import { LANGUAGES } from "../../meeting/text.ts";
import { calendarEntry } from "./entry.ts";
import { meetingEventType } from "./history.ts";
import { address, buildListSchema, utcInstant } from "./wire.ts";

const buildLanguageRecord = <Value extends z.core.$ZodType>(value: Value) => z.partialRecord(z.enum(LANGUAGES), value);

/** An entry that the event changed: what it was, what it is, and how calendars say it. */
const changedEntry = z.object({
  uid: z.string(),
  /** SEQUENCE, and DTSTAMP as an instant. */
  sequence: z.int(),
  lastModified: utcInstant,
  /** The smallest feed that has it. */
  feed: address,
  /** Null where there was none. */
  before: z.exactOptional(z.nullable(calendarEntry)),
  after: z.exactOptional(calendarEntry),
  texts: z.exactOptional(
    buildLanguageRecord(z.object({ summary: z.string(), description: z.string(), location: z.exactOptional(z.string()) })),
  ),
});

/** What is sent to endpoints: an event that was applied, under its own type, and what it changed. */
export const newsMessage = z.object({
  type: meetingEventType,
  /** When it happened. */
  timestamp: z.string(),
  data: z.object({
    body: bodyId,
    meeting: meetingId,
    /** The meeting's version since. */
    version: z.int(),
    /** In the body's log: later news has a higher one. */
    position: z.int(),
    arrived: utcInstant,
    /** The data of the event. */
    event: z.record(z.string(), z.unknown()),
    /** As the history says it. */
    sentences: buildLanguageRecord(
      z.object({ text: z.string(), words: buildListSchema(z.string()), revision: buildListSchema(z.string()) }),
    ),
    entries: buildListSchema(changedEntry),
    /** Too many entries changed to say how: their feeds do. */
    isCut: z.exactOptional(z.literal(true)),
    pages: buildLanguageRecord(address),
    /** Of the whole meeting. */
    feed: address,
  }),
});
export type NewsMessage = z.infer<typeof newsMessage>;
