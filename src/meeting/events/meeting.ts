import * as z from "zod/mini";
import { bodyId, date, meetingId, zone } from "../identifiers.ts";
import { slotList } from "../record.ts";
import { city, place } from "../text.ts";
import { subject, reasoned, defineEvent, withRecord, weighing } from "./define-event.ts";

/** A meeting that goes on, or takes place after all. */
const going = z.extend(subject, {
  opensOn: z.optional(date),
  closesOn: z.optional(date),
  city: z.optional(city),
  venue: z.optional(place),
  timezone: z.optional(zone),
  slots: z.optional(slotList),
  ...weighing,
});

/** What is said of the meeting as a whole. */
export const MEETING_EVENTS = [
  defineEvent("meeting.announced", "The provisional agenda and the proposed organization of work are issued.", withRecord),
  defineEvent("meeting.postponed", "The meeting will be at another time, not yet known.", reasoned),
  defineEvent("meeting.suspended", "The meeting is suspended, to be resumed.", reasoned),
  defineEvent("meeting.resumed", "The suspended meeting goes on; elsewhere, or at other sittings, if it names them.", going),
  defineEvent(
    "meeting.rescheduled",
    "The meeting has other dates, and other sittings if it names them; a session is extended by its dates alone.",
    z.extend(subject, { opensOn: date, closesOn: date, slots: z.optional(slotList), ...weighing }),
  ),
  defineEvent(
    "meeting.listed",
    "The body lists a meeting of another body, such as a joint one with an agenda of its own, under an id that no meeting of its own has.",
    z.extend(subject, { of: z.strictObject({ body: bodyId, meeting: meetingId }) }),
  ),
  defineEvent("meeting.cancelled", "The meeting will not take place, or not go on.", reasoned),
  defineEvent(
    "meeting.reinstated",
    "A meeting that was cancelled or postponed takes place after all; at other dates, elsewhere, or at other sittings, if it names them.",
    going,
  ),
  defineEvent(
    "meeting.withdrawn",
    "The meeting was announced by mistake, or under a wrong id: its addresses lead to the other, if it names one.",
    z.extend(reasoned, { movedTo: z.optional(meetingId) }),
  ),
] as const;
