/** Under what an officer looks for an event. */
export const EVENT_GROUPS = ["day", "sitting", "item", "agenda", "meeting", "notices"] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];
