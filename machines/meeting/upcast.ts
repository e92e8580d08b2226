import type { MeetingEvent } from "../../src/meeting/events.ts";
import { MACHINE_VERSION } from "./apply-event.ts";

/** Makes an event of one machine's version one of the next: pure, and kept for ever. */
type Upcast = (event: unknown) => unknown;

interface Recorded {
  readonly data: { readonly record?: unknown; readonly slots?: unknown };
}

const REVISING: ReadonlySet<unknown> = new Set(["agenda.revised", "agenda.adopted", "meeting.rescheduled", "meeting.resumed"]);

const hasRecord = (event: unknown): event is Recorded => {
  const { type, data } = event as Recorded & { readonly type?: unknown };
  return REVISING.has(type) && (data.record ?? data.slots) !== undefined;
};

/** `UPCASTS[0]` makes version 1 into 2, and so on: as many as there were versions before the present one. */
const UPCASTS: readonly Upcast[] = [
  // A record stated all anew, and nothing of what had been reported stayed.
  (event) => (hasRecord(event) ? { ...event, data: { ...event.data, replace: true } } : event),
];

/** An event as it was logged, in the words of the present machine. It was checked at the door when it came. */
export const upcast = (event: unknown, version: number): MeetingEvent =>
  UPCASTS.slice(version - 1, MACHINE_VERSION - 1).reduce((older, step) => step(older), event) as MeetingEvent;
