import * as z from "zod/mini";
import { LIMITS } from "../limits.ts";
import { limitCharacters } from "../text.ts";
import { subject, shown, defineEvent } from "./define-event.ts";

/** A JSON pointer (RFC 6901) into the event that is redacted. */
const pointer = z
  .string()
  .check(z.maxLength(300), z.regex(/^\/data(?:\/[^/]+)+$/, "must point into the event, such as /data/record/slots/2/webcast"));

const ofEvent = z.extend(subject, { event: limitCharacters(LIMITS.id.max), reason: shown });

/** Words beside the programme, and what was a mistake. */
export const NOTICE_EVENTS = [
  defineEvent("event.withdrawn", "An event was a mistake: the meeting is as if it had not been sent.", ofEvent),
  defineEvent(
    "event.redacted",
    "Words of an event are removed for ever, wherever they stand; what it did stays. Without pointers its note and its reason.",
    z.extend(ofEvent, { pointers: z.optional(z.array(pointer).check(z.minLength(1), z.maxLength(50))) }),
  ),
] as const;
