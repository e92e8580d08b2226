import type { MeetingEvent } from "../../src/meeting/events.ts";
import { REDACTED } from "../../src/meeting/redaction.ts";
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

const stateAnew = (event: unknown): unknown => (hasRecord(event) ? { ...event, data: { ...event.data, replace: true } } : event);

/** The first machine left a mark where it had redacted a note or a reason. */
const dropMarks = (event: unknown): unknown => {
  const { data } = event as { readonly data: Readonly<Record<string, unknown>> };
  const isMark = (name: string): boolean => (name === "note" || name === "reason") && data[name] === REDACTED;
  return Object.keys(data).some(isMark)
    ? { ...(event as object), data: Object.fromEntries(Object.entries(data).filter(([name]) => !isMark(name))) }
    : event;
};

/** `UPCASTS[0]` makes version 1 into 2, and so on: as many as there were versions before the present one. */
const UPCASTS: readonly Upcast[] = [
  // A record stated all anew, and nothing of what had been reported stayed.
  (event) => stateAnew(dropMarks(event)),
  // What it said stays what it said.
  (event) => event,
  (event) => event,
  (event) => event,
];

/** An event as it was logged, in the words of the present machine. It was checked at the door when it came. */
export const upcast = (event: unknown, version: number): MeetingEvent =>
  UPCASTS.slice(version - 1, MACHINE_VERSION - 1).reduce((older, step) => step(older), event) as MeetingEvent;
