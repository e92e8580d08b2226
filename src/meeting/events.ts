import * as z from "zod/mini";
import { bodyId, bodyRecord, localTime, meetingId, meetingRecord, slotNumber } from "./record.ts";
import { text } from "./text.ts";

z.config(z.locales.en());

const note = z.optional(text(1000));

/** What every event about a meeting says. */
const subject = z.strictObject({
  body: bodyId,
  meeting: meetingId,
  /** Refuses the event if the meeting has moved on from this version. */
  expectedVersion: z.optional(z.int().check(z.nonnegative())),
  /** Shown to everyone. */
  note,
});

/** The envelope of Standard Webhooks: `timestamp` says when it happened, `dryRun` asks what would change. */
const event = <Type extends string, Data extends z.core.$ZodShape>(type: Type, data: z.ZodMiniObject<Data, z.core.$strict>) =>
  z.strictObject({
    type: z.literal(type),
    timestamp: z.iso.datetime({ offset: true, error: "must be an instant such as 2010-01-27T09:20:00Z" }),
    dryRun: z.optional(z.boolean()),
    data,
  });

/** The operator opens the address of a body, or corrects its record. */
const bodyRegistered = event("body.registered", z.strictObject({ body: bodyId, record: bodyRecord, note }));

/** A meeting's provisional agenda and organization of work are issued. */
const meetingAnnounced = event("meeting.announced", z.extend(subject, { record: meetingRecord }));

/** The chair opened the meeting. */
const meetingOpened = event("meeting.opened", subject);

/** The body adopted its agenda; `record` where it did so as orally revised. */
const agendaAdopted = event("agenda.adopted", z.extend(subject, { record: z.optional(meetingRecord) }));

/** The body adopted its report. */
const reportAdopted = event(
  "report.adopted",
  z.extend(subject, { manner: z.optional(z.enum(["as orally amended", "in part", "ad referendum", "silence procedure"])) }),
);

/** The chair closed the meeting. */
const meetingClosed = event("meeting.closed", subject);

/** A sitting moved to another time; without `end` it keeps its length. */
const slotRescheduled = event("slot.rescheduled", z.extend(subject, { slot: slotNumber, start: localTime, end: z.optional(localTime) }));

/** A sitting will not take place. */
const slotCancelled = event("slot.cancelled", z.extend(subject, { slot: slotNumber, reason: note }));

const meetingEvent = z.discriminatedUnion("type", [
  meetingAnnounced,
  meetingOpened,
  agendaAdopted,
  reportAdopted,
  meetingClosed,
  slotRescheduled,
  slotCancelled,
]);
const plenaryEvent = z.discriminatedUnion("type", [bodyRegistered, ...meetingEvent.def.options]);

export type PlenaryEvent = z.infer<typeof plenaryEvent>;
export type BodyRegistered = z.infer<typeof bodyRegistered>;
export type MeetingEvent = z.infer<typeof meetingEvent>;
export type EventType = PlenaryEvent["type"];
export type EventOf<Type extends EventType> = Extract<PlenaryEvent, { type: Type }>;

const EVENT_TYPES: readonly EventType[] = plenaryEvent.def.options
  .map((option) => option.def.shape.type.def.values[0])
  .filter((type) => type !== undefined);

/** One field that is wrong: where (`data.slot`) and what would be right. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

const fieldErrors = (issues: readonly z.core.$ZodIssue[]): readonly FieldError[] =>
  issues.flatMap((issue): readonly FieldError[] => {
    const field = issue.path.map(String).join(".") || "event";
    const nested = issue.code === "invalid_union" ? (issue.errors.toSorted((a, b) => b.length - a.length)[0] ?? []) : [];
    return nested.length > 0
      ? nested.map((inner) => ({ field: [...issue.path, ...inner.path].map(String).join("."), message: inner.message }))
      : [{ field, message: issue.message }];
  });

export type Parsed<Value> =
  | { readonly kind: "parsed"; readonly value: Value }
  | { readonly kind: "invalid"; readonly errors: readonly FieldError[] };

const parsed = <Value>(result: z.core.util.SafeParseResult<Value>): Parsed<Value> =>
  result.success ? { kind: "parsed", value: result.data } : { kind: "invalid", errors: fieldErrors(result.error.issues) };

/** Checks an event as it came over the wire; nothing is coerced, defaulted or dropped. */
export const parseEvent = (json: unknown): Parsed<PlenaryEvent> => {
  const type = z.safeParse(z.looseObject({ type: z.string() }), json);
  if (type.success && !EVENT_TYPES.some((known) => known === type.data.type))
    return {
      kind: "invalid",
      errors: [{ field: "type", message: `"${type.data.type.slice(0, 60)}" is no event: one of ${EVENT_TYPES.join(", ")}` }],
    };
  return parsed(z.safeParse(plenaryEvent, json));
};

/** Checks a Meeting record, as found in data/meetings. */
export const parseMeetingRecord = (json: unknown): Parsed<z.infer<typeof meetingRecord>> => parsed(z.safeParse(meetingRecord, json));
