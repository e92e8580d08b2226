import type { ChangedField } from "../../../machines/meeting/told-changes.ts";
import * as z from "zod/mini";
import { deadlineId, date, itemNumber, localTime, meetingId, slotNumber, symbol } from "../../meeting/identifiers.ts";
import { deadlineKind } from "../../meeting/events/notices.ts";
import { cause, manner } from "../../meeting/events/define-event.ts";
import { changedFields } from "../../meeting/events/sitting.ts";
import { bodyRecord, slot, slotStart } from "../../meeting/record.ts";
import { LANGUAGES, title, words } from "../../meeting/text.ts";
import { instant, buildListSchema } from "./wire.ts";

const why = { reason: z.optional(words), cause: z.optional(cause), note: z.optional(words) };

/** What the meeting or its agenda as a whole has reached. */
export const milestone = z.object({
  type: z.enum([
    "agenda.revised",
    "agenda.adopted",
    "meeting.opened",
    "meeting.suspended",
    "meeting.resumed",
    "meeting.closed",
    "meeting.postponed",
    "meeting.rescheduled",
    "meeting.cancelled",
    "meeting.reinstated",
    "meeting.withdrawn",
    "report.adopted",
    "report.issued",
  ]),
  timestamp: z.string(),
  /** The sitting in which it was. */
  slot: z.exactOptional(slotNumber),
  ...why,
  manner: z.optional(manner),
  symbol: z.exactOptional(symbol),
  title: z.optional(title),
  issuedOn: z.optional(date),
  movedTo: z.optional(meetingId),
  orallyRevised: z.exactOptional(z.literal(true)),
});

/** What a sitting follows, by what people call it. */
const followed = z.union([
  z.object({
    slot: z.object({ start: slotStart, part: slot.shape.part, label: slot.shape.label, title: slot.shape.title }),
  }),
  z.object({ item: itemNumber }),
]);

const toldTime = z.object({
  start: slotStart,
  end: z.optional(localTime),
  part: slot.shape.part,
  timeNote: z.optional(words),
  follows: z.exactOptional(followed),
});

const said = { timestamp: z.string(), reason: z.exactOptional(words), cause: z.exactOptional(cause), note: z.exactOptional(words) };

/** What is otherwise than the documents say of a sitting, and since when: one a field. */
const slotChange = z.discriminatedUnion("type", [
  z.object({ type: z.literal("slot.rescheduled"), ...said, from: toldTime, to: toldTime }),
  z.object({ type: z.literal("slot.extended"), ...said, start: slotStart, from: z.exactOptional(localTime), to: localTime }),
  z.object({ type: z.literal("slot.relocated"), ...said, from: z.exactOptional(words), to: words }),
  z.object({
    type: z.literal("slot.changed"),
    ...said,
    field: z.enum(Object.keys(changedFields.shape).filter((name) => name !== "with") as ChangedField[]),
    from: z.exactOptional(words),
    to: z.exactOptional(words),
  }),
  z.object({ type: z.literal("slot.delayed"), ...said, to: localTime }),
  z.object({ type: z.literal("slot.restored"), ...said, field: z.string() }),
  z.object({ type: z.enum(["slot.postponed", "slot.added", "slot.reinstated", "slot.removed", "slot.joint", "slot.alone"]), ...said }),
  z.object({ type: z.literal("slot.cancelled"), ...said, itemsTo: z.exactOptional(z.string()) }),
  z.object({ type: z.literal("item.moved"), ...said, item: itemNumber, direction: z.enum(["here", "away"]), start: slotStart }),
  z.object({ type: z.enum(["item.scheduled", "item.restored", "item.deferred", "item.held", "item.removed"]), ...said, item: itemNumber }),
  z.object({ type: z.literal("deadline.changed"), ...said, from: slotStart, to: slotStart }),
  z.object({ type: z.literal("deadline.withdrawn"), ...said }),
  z.object({ type: z.literal("notice.given"), ...said, text: words }),
  z.object({ type: z.literal("item.changed"), ...said, item: itemNumber, to: title }),
  z.object({ type: z.literal("item.timed"), ...said, item: itemNumber, time: localTime }),
  z.object({ type: z.literal("item.renumbered"), ...said, item: itemNumber, number: itemNumber }),
]);

/** Given once: the number under which an item came, and `~2` where that was another's before. */
const itemId = z.string();

const entryItem = z.object({
  number: itemNumber,
  /** By which its feed is found, where it is not its number. */
  id: z.exactOptional(itemId),
  /** The ids of the items that it is a part of, where its number does not tell. */
  wholes: z.exactOptional(buildListSchema(itemId)),
  title,
  shortTitle: z.exactOptional(title),
  /** What tells its title apart from another of the agenda that begins alike. */
  distinctTitle: z.exactOptional(title),
  continued: z.boolean(),
  /** When it is taken up at the earliest, where that is within the sitting. */
  notBefore: z.exactOptional(localTime),
});

const document = z.object({
  symbol,
  title: z.optional(title),
  /** Languages of the meeting in which it is still to be issued. */
  awaitedIn: z.exactOptional(buildListSchema(z.enum(LANGUAGES))),
  reissuedOn: z.optional(date),
});

/** Another body that meets in a sitting, as its own secretariat says. */
const jointBody = z.object({
  body: bodyRecord,
  meeting: meetingId,
  since: instant,
  items: buildListSchema(entryItem),
  documents: buildListSchema(document),
});

/** A calendar entry, in no language yet: what feeds and pages are made of. */
export const calendarEntry = z.object({
  uid: z.string(),
  body: bodyRecord,
  meeting: meetingId,
  ...z.omit(slot, { number: true, items: true, continued: true, kind: true, venue: true, with: true }).shape,
  slot: z.exactOptional(slotNumber),
  /** The id of an item that no sitting takes up, or that one takes up again. */
  item: z.exactOptional(itemId),
  /** Of something that is to be done by a time. */
  deadline: z.exactOptional(z.object({ id: deadlineId, kind: deadlineKind, at: slotStart })),
  /** When a sitting begins that takes the item up again. */
  takenUpAt: z.exactOptional(slotStart),
  /** Why nobody can wait for that any more, where it is so: "off". */
  follows: z.exactOptional(
    z.intersection(followed, z.object({ off: z.exactOptional(z.enum(["cancelled", "postponed", "later", "considered-nowhere"])) })),
  ),
  /** The last day of a meeting that is shown over its days, as long as its organization of work is not known. */
  lastDay: z.exactOptional(date),
  timezone: z.string(),
  status: z.enum(["TENTATIVE", "CONFIRMED", "CANCELLED"]),
  provisional: z.boolean(),
  /** The whole meeting. */
  postponed: z.exactOptional(z.literal(true)),
  /** The sitting alone. */
  isPutOff: z.exactOptional(z.literal(true)),
  items: buildListSchema(entryItem),
  documents: buildListSchema(document),
  kind: slot.shape.kind.def.innerType,
  location: z.exactOptional(words),
  /** Of a joint sitting: the bodies that confirmed it, and whether others are still to. */
  joint: z.exactOptional(z.object({ bodies: buildListSchema(jointBody), toConfirm: z.exactOptional(z.literal(true)) })),
  /** The body that takes no part in it any more, in whose calendar alone it is. */
  parted: z.exactOptional(z.string()),
  takenUpJointly: z.exactOptional(z.literal(true)),
  steps: buildListSchema(milestone),
  news: z.exactOptional(buildListSchema(z.enum(["time", "room"]))),
  changes: buildListSchema(slotChange),
});

/** The same with its revision: SEQUENCE, and DTSTAMP as an instant. */
export const revisedEntry = z.object({ sequence: z.int(), lastModified: instant, ...calendarEntry.shape });
