import type { MeetingEvent } from "../../src/meeting/events.ts";
import { MACHINE_VERSION } from "./apply-event.ts";

/** Makes an event of one machine's version one of the next: pure, and kept for ever. */
type Upcast = (event: unknown) => unknown;

/** `UPCASTS[0]` makes version 1 into 2, and so on: as many as there were versions before the present one. */
const UPCASTS: readonly Upcast[] = [
  // Events stayed as they were: a step says all that its event says.
  (event) => event,
];

/** An event as it was logged, in the words of the present machine. It was checked at the door when it came. */
export const upcast = (event: unknown, version: number): MeetingEvent =>
  UPCASTS.slice(version - 1, MACHINE_VERSION - 1).reduce((older, step) => step(older), event) as MeetingEvent;
