import type { Meeting } from "../api.ts";
import type { MeetingEventType } from "../messages/event-messages.ts";
import { listFields, type DraftBatch } from "./draft-event.ts";

/** What ends, puts off, restores or settles something, or can't be taken back by a withdrawal. */
const WITH_SHEET: ReadonlySet<string> = new Set<MeetingEventType>([
  "slot.cancelled",
  "slot.postponed",
  "slot.reinstated",
  "day.cancelled",
  "day.reinstated",
  "meeting.cancelled",
  "meeting.postponed",
  "meeting.reinstated",
  "meeting.withdrawn",
  "meeting.closed",
  "meeting.announced",
  "agenda.adopted",
  "agenda.revised",
  "report.adopted",
  "documents.withdrawn",
  "event.withdrawn",
  "event.redacted",
]);

/** Whether an event is shown with its effect before it goes; then nothing offers to undo it. */
export const hasSheet = (type: string): boolean => WITH_SHEET.has(type);

/** Whether nothing is to be asked, nor to be shown before. */
export const goesAtOnce = (draft: DraftBatch, meeting: Meeting): boolean =>
  !draft.isAsked &&
  !draft.replaces &&
  !draft.isSettled &&
  !draft.events.some(({ type }) => hasSheet(type)) &&
  !listFields(draft, meeting).some(({ isRequired }) => isRequired);
