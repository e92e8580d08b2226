import { formatLivePath } from "../calendar/addresses.ts";
import type { MeetingCalendar } from "../calendar/views.ts";

/** What a page's `main` says of the meeting that it shows, for the script that follows it. */
export const buildLiveAttributes = ({ state: { record, version }, joint }: MeetingCalendar) => ({
  "data-live": formatLivePath(record.body.id, record.id),
  "data-version": String(version),
  ...(joint && { "data-joint": String(joint.changes) }),
});
