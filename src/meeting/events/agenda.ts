import * as z from "zod/mini";
import { date, symbol } from "../identifiers.ts";
import { LIMITS } from "../limits.ts";
import { meetingDocument, meetingRecord } from "../record.ts";
import { title } from "../text.ts";
import { weighing, subject, manner, defineEvent, withRecord, why } from "./define-event.ts";

/** What is adopted and issued. */
export const AGENDA_EVENTS = [
  defineEvent(
    "agenda.revised",
    "A Rev., Add., Corr. or Order of the Day: laid over what was said, field by field. What was held and what was reported since stays.",
    z.extend(withRecord, weighing),
  ),
  defineEvent(
    "agenda.adopted",
    "The body adopted its agenda; with a record where it did so as orally revised.",
    z.extend(subject, { record: z.optional(meetingRecord), ...weighing }),
  ),
  defineEvent(
    "documents.issued",
    "Documents were issued, or now serve other items.",
    z.extend(subject, { documents: z.array(meetingDocument).check(z.minLength(1), z.maxLength(LIMITS.documents.max / 5)) }),
  ),
  defineEvent(
    "documents.withdrawn",
    "A document was withdrawn: it is not before the meeting any more.",
    z.extend(subject, { symbol, ...why }),
  ),
  defineEvent("report.adopted", "The body adopted its report.", z.extend(subject, { manner: z.optional(manner) })),
  defineEvent(
    "report.issued",
    "The report was issued as a document, often weeks after its adoption.",
    z.extend(subject, { symbol, title: z.optional(title), issuedOn: z.optional(date) }),
  ),
] as const;
