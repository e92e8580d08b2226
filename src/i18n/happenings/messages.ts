import type { MeetingEvent } from "../../meeting/events.ts";

/** What happened, by the type of its event; braces name what the event says. */
export type HappeningMessages = Record<MeetingEvent["type"], string>;
