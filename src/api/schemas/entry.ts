import * as z from "zod/mini";
import { deadlineId, date, itemNumber, localTime, meetingId, slotNumber, symbol } from "../../meeting/identifiers.ts";
import { deadlineKind } from "../../meeting/events/notices.ts";
import { manner } from "../../meeting/events/define-event.ts";
import { bodyRecord, slot, slotStart } from "../../meeting/record.ts";
import { LANGUAGES, title, words } from "../../meeting/text.ts";
import { utcInstant, buildListSchema } from "./wire.ts";
import { toldWhy, followed, slotChange, toldTime } from "./slot-change.ts";

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
  ...toldWhy,
  manner: z.optional(manner),
  symbol: z.exactOptional(symbol),
  title: z.optional(title),
  issuedOn: z.optional(date),
  movedTo: z.optional(meetingId),
  orallyRevised: z.exactOptional(z.literal(true)),
});

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
  since: utcInstant,
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
  /** Its hour is that at which a sitting of another body ends, as that one told. */
  awaitsLed: z.exactOptional(z.literal(true)),
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
  /** Where a sitting was told to be, and where it is now: until it is opened or over. */
  news: z.exactOptional(
    buildListSchema(
      z.discriminatedUnion("type", [
        z.object({ type: z.literal("time"), from: toldTime, to: toldTime }),
        z.object({ type: z.literal("room"), from: words, to: words }),
      ]),
    ),
  ),
  changes: buildListSchema(slotChange),
});

/** The same with its revision: SEQUENCE, and DTSTAMP as an instant. */
export const revisedEntry = z.object({ sequence: z.int(), lastModified: utcInstant, ...calendarEntry.shape });
