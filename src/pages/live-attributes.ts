import type { MeetingState } from "../../machines/meeting/state.ts";
import { formatLivePath } from "../calendar/addresses.ts";

/** What a page's `main` says of the meeting that it shows, for the script that follows it. */
export const buildLiveAttributes = ({ record, version }: MeetingState) => ({
  "data-live": formatLivePath(record.body.id, record.id),
  "data-version": String(version),
});
