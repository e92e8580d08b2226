/** Under what an officer looks for an event. */
export const EVENT_GROUPS = ["day", "sitting", "item", "agenda", "meeting", "notices"] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

/** The groups as programs are told of them, in English as the descriptions of events. */
export const EVENT_GROUP_NAMES: Record<EventGroup, string> = {
  day: "The day",
  sitting: "The sitting",
  item: "The item",
  agenda: "The agenda and documents",
  meeting: "The meeting",
  notices: "Notices and corrections",
};
