import * as z from "zod/mini";
import { REFUSALS } from "../../../machines/meeting/refusals.ts";
import { EVENT_TYPES } from "../../meeting/event-descriptors.ts";
import { EVENT_GROUPS } from "../../meeting/event-groups.ts";
import { leadSitting } from "../../meeting/lead-sitting.ts";
import { bodyId, itemNumber, meetingId, slotNumber } from "../../meeting/identifiers.ts";
import { meetingRecord, slot, slotStart } from "../../meeting/record.ts";
import { title, words } from "../../meeting/text.ts";
import { milestone, revisedEntry } from "./entry.ts";
import { agendaValue, itemStatus, lifecycle, meetingStatus, slotStatus } from "./statuses.ts";
import { buildCodeSchema, buildListSchema } from "./wire.ts";

export const eventType = z.enum(EVENT_TYPES);

/** An event that could be applied now, with the fields of its data and, where it names a slot or an item, which it may. */
const nextEvent = z.object({
  type: eventType,
  group: z.exactOptional(z.enum(EVENT_GROUPS)),
  description: z.string(),
  required: buildListSchema(z.string()),
  optional: buildListSchema(z.string()),
  slots: z.optional(buildListSchema(slotNumber)),
  items: z.optional(buildListSchema(itemNumber)),
});

/** A meeting, its state, its entries with their revisions, and what may happen next. */
export const meeting = z.object({
  body: bodyId,
  meeting: meetingId,
  version: z.int(),
  /** How often other bodies told something new of joint sittings, where any did: that raises no version. */
  joint: z.exactOptional(z.int()),
  state: lifecycle,
  agenda: agendaValue,
  status: meetingStatus,
  /** By their numbers. */
  slots: z.record(z.string(), slotStatus),
  /** When a sitting is to be resumed, where that was said: a local time or a date, by the sitting's number. */
  suspendedUntil: z.record(z.string(), slotStart),
  items: z.record(z.string(), itemStatus),
  steps: buildListSchema(milestone),
  next: buildListSchema(nextEvent),
  /** Why the meeting takes none of the others. */
  refusal: buildCodeSchema(REFUSALS),
  record: meetingRecord,
  /** The items as they are now; the record has them as the documents do. */
  agendaItems: buildListSchema(z.object({ number: itemNumber, title, shortTitle: z.exactOptional(title) })),
  /** The sittings as they are now; the record has them as the documents do. */
  programme: buildListSchema(slot),
  /** Words to delegates, in the order in which they were said. */
  notices: z.exactOptional(
    buildListSchema(
      z.object({ text: words, timestamp: z.string(), slot: z.exactOptional(slotNumber), until: z.exactOptional(z.string()) }),
    ),
  ),
  entries: buildListSchema(revisedEntry),
  /** Of sittings that other bodies keep, once they name this one: as their own calendars have them, and where they stand. */
  jointSittings: buildListSchema(z.object({ state: slotStatus, ...revisedEntry.shape })),
  /** Sittings that other bodies keep, in which the meeting takes part, with its items there. */
  joined: buildListSchema(z.object({ lead: leadSitting, items: buildListSchema(itemNumber) })),
});
export type MeetingJson = z.infer<typeof meeting>;
