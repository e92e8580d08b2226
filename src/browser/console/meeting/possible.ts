import type { Meeting } from "../api.ts";
import type { MeetingEventType } from "../messages/event-messages.ts";

/** What may be ordered now, of each sitting and each item. */
export interface Possible {
  readonly ofMeeting: (type: MeetingEventType) => boolean;
  readonly ofSlot: (type: MeetingEventType, slot: string) => boolean;
  readonly ofItem: (type: MeetingEventType, item: string) => boolean;
}

export const readPossible = ({ next }: Pick<Meeting, "next">): Possible => {
  const byType = new Map<string, { readonly slots: ReadonlySet<string>; readonly items: ReadonlySet<string> }>(
    next.map(({ type, slots = [], items = [] }) => [type, { slots: new Set(slots), items: new Set(items) }]),
  );
  return {
    ofMeeting: (type) => byType.has(type),
    ofSlot: (type, slot) => byType.get(type)?.slots.has(slot) ?? false,
    ofItem: (type, item) => byType.get(type)?.items.has(item) ?? false,
  };
};
