import * as z from "zod/mini";
import { date, deadlineId, itemNumber, localTime, slotNumber } from "../identifiers.ts";
import { LIMITS } from "../limits.ts";
import { limitCharacters, title, words } from "../text.ts";
import { subject, shown, defineEvent, why } from "./define-event.ts";

/** What is to be done by a deadline. */
export const deadlineKind = z.enum(["draft-resolutions", "list-of-speakers", "nominations", "silence-procedure", "other"]);
export type DeadlineKind = z.infer<typeof deadlineKind>;

/** By the clock of the meeting's place; a date alone is the end of that day. */
const moment = z.union([localTime, date]);

const ofDeadline = z.extend(subject, { deadline: deadlineId });

const changed = z.extend(ofDeadline, {
  kind: z.optional(deadlineKind),
  title: z.optional(z.nullable(title)),
  at: z.optional(moment),
  item: z.optional(itemNumber),
});

/** A JSON pointer (RFC 6901) into the event that is redacted. */
const pointer = z
  .string()
  .check(z.maxLength(300), z.regex(/^\/data(?:\/[^/]+)+$/, "must point into the event, such as /data/record/slots/2/webcast"));

const ofEvent = z.extend(subject, { event: limitCharacters(LIMITS.id.max), reason: shown });

/** Words beside the programme, and what was a mistake. */
export const NOTICE_EVENTS = [
  defineEvent(
    "notice.given",
    "A word to delegates without a change: of the meeting or a sitting, shown until a time if it says one.",
    z.extend(subject, { text: words, slot: z.optional(slotNumber), until: z.optional(moment) }),
  ),
  defineEvent(
    "deadline.set",
    "Something is to be done by a time: draft resolutions, the list of speakers, nominations, a silence procedure.",
    z.extend(ofDeadline, { kind: deadlineKind, title: z.optional(title), at: moment, item: z.optional(itemNumber) }),
  ),
  defineEvent(
    "deadline.changed",
    "A deadline is at another time, or called otherwise.",
    changed.check(z.refine((data) => ["kind", "title", "at", "item"].some((field) => field in data), "must say something anew")),
  ),
  defineEvent("deadline.withdrawn", "A deadline no longer holds.", z.extend(ofDeadline, why)),
  defineEvent("event.withdrawn", "An event was a mistake: the meeting is as if it had not been sent.", ofEvent),
  defineEvent(
    "event.redacted",
    "Words of an event are removed for ever, wherever they stand; what it did stays. Without pointers its note and its reason.",
    z.extend(ofEvent, { pointers: z.optional(z.array(pointer).check(z.minLength(1), z.maxLength(50))) }),
  ),
] as const;
