import type { DraftBatch, DraftEvent } from "../event/draft-event.ts";
import type { MeetingEventType } from "../messages/event-messages.ts";
import type { ConsoleMessages } from "../messages/messages.ts";

/** A button: what it says, and what it sends or asks. */
export interface Order {
  readonly label: string;
  readonly draft: DraftBatch;
  /** Whether it puts an end to something, and looks like it. */
  readonly isEnding?: boolean;
}

/** The orders of a sitting or an item: those of a busy secretary, and what else is possible. */
export interface Orders {
  readonly first: readonly Order[];
  /** Made once someone looks; absent where nothing else is possible. */
  readonly listMore?: () => readonly Order[];
}

const ENDING: ReadonlySet<MeetingEventType> = new Set(["slot.cancelled", "slot.postponed", "item.removed", "item.deferred", "item.held"]);

/** Of what they say anything may be left out, but not everything. */
const ASKED: ReadonlySet<MeetingEventType> = new Set(["slot.changed", "item.changed"]);

/** An order about one thing: its window names it. */
export const createOrder = (
  label: string,
  about: string,
  event: DraftEvent,
  { events, own }: ConsoleMessages,
  isAsked = ASKED.has(event.type),
): Order => ({
  label,
  draft: { title: [events[event.type], about].join(own.punctuation.colon), events: [event], ...(isAsked && { isAsked }) },
  ...(ENDING.has(event.type) && { isEnding: true }),
});
