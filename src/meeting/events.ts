import * as z from "zod/mini";
import { buildBodyKeySchema, generation, keyName, publicKeyText } from "./body-key.ts";
import { buildEndpointSchema } from "./endpoint.ts";
import type { EventGroup } from "./event-groups.ts";
import { bodyId } from "./identifiers.ts";
import { registeredBody } from "./record.ts";
import { shown, instant, defineEvent } from "./events/define-event.ts";
import { DAY_EVENTS } from "./events/day.ts";
import { SITTING_EVENTS } from "./events/sitting.ts";
import { ITEM_EVENTS } from "./events/item.ts";
import { AGENDA_EVENTS } from "./events/agenda.ts";
import { MEETING_EVENTS } from "./events/meeting.ts";
import { NOTICE_EVENTS } from "./events/notices.ts";

/** The events about a meeting, as an officer thinks of them: the one place where an event's group is said. */
export const EVENTS_BY_GROUP = {
  day: DAY_EVENTS,
  sitting: SITTING_EVENTS,
  item: ITEM_EVENTS,
  agenda: AGENDA_EVENTS,
  meeting: MEETING_EVENTS,
  notices: NOTICE_EVENTS,
} as const satisfies Record<EventGroup, unknown>;

export const meetingEvent = z.discriminatedUnion("type", [
  ...DAY_EVENTS,
  ...SITTING_EVENTS,
  ...ITEM_EVENTS,
  ...AGENDA_EVENTS,
  ...MEETING_EVENTS,
  ...NOTICE_EVENTS,
]);

const meetingEventTypes = meetingEvent.def.options.flatMap((option) => option.shape.type.def.values);

const bodyEvent = z.discriminatedUnion("type", [
  defineEvent(
    "body.registered",
    "The operator, or whoever was given a setup link, opens the address of a body; the operator corrects its record.",
    z.strictObject({
      body: bodyId,
      record: registeredBody,
      /** By a setup link: the key of the browser that has it, which alone may then be added by it. */
      publicKey: z.optional(publicKeyText),
      note: shown,
    }),
  ),
  defineEvent(
    "key.added",
    "The operator, or a key that has the right, lets a key of the secretariat speak for the body; or an invitation does so once.",
    z.strictObject({
      body: bodyId,
      key: buildBodyKeySchema(meetingEventTypes, instant),
      /** The invitation that is accepted: it signs, it is spent, and its limits are the key's. */
      invitation: z.optional(keyName),
      note: shown,
    }),
  ),
  defineEvent(
    "key.revoked",
    "The operator no longer lets a key speak for the body, from now on: one generation of its name, or all.",
    z.strictObject({ body: bodyId, name: keyName, generation: z.optional(generation), reason: shown, note: shown }),
  ),
  defineEvent(
    "endpoint.added",
    "News of the body is sent to an address from now on; under a name that is there it takes that one's place.",
    z.strictObject({ body: bodyId, endpoint: buildEndpointSchema(meetingEventTypes), note: shown }),
  ),
  defineEvent(
    "endpoint.removed",
    "No news is sent to an endpoint any more, nor what still waits for it.",
    z.strictObject({ body: bodyId, name: keyName, reason: shown, note: shown }),
  ),
]);
export const plenaryEvent = z.discriminatedUnion("type", [...bodyEvent.def.options, ...meetingEvent.def.options]);

export type PlenaryEvent = z.infer<typeof plenaryEvent>;
/** Sent by the operator, or by a key that has the right. */
export type BodyEvent = z.infer<typeof bodyEvent>;
export type MeetingEvent = z.infer<typeof meetingEvent>;
/** Whether an event is about a meeting, and not about the body itself. */
export const isMeetingEvent = (one: PlenaryEvent): one is MeetingEvent => "meeting" in one.data;
/** Whether an event is about where news of the body goes. */
export const isEndpointEvent = (one: PlenaryEvent): one is EventOf<"endpoint.added" | "endpoint.removed"> =>
  one.type === "endpoint.added" || one.type === "endpoint.removed";
/** Whether an event is about the log rather than about the meeting: it looks back at another. */
export const isCorrection = ({ type }: Pick<PlenaryEvent, "type">): boolean => type === "event.withdrawn" || type === "event.redacted";
export type EventType = PlenaryEvent["type"];
export type EventOf<Type extends EventType> = Extract<PlenaryEvent, { type: Type }>;
