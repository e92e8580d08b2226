import * as z from "zod/mini";
import { bodyId, date, itemNumber, localTime, meetingId, slotNumber, symbol, zone } from "./identifiers.ts";
import { bodyRecord, meetingDocument, meetingRecord, slot, slotList } from "./record.ts";
import { buildBodyKeySchema, generation, keyName } from "./body-key.ts";
import { LIMITS } from "./limits.ts";
import { city, limitCharacters, place, title, words } from "./text.ts";

const choice = z.enum(["keep", "take"]);

/** Shown to everyone. */
const shown = z.optional(words);

/** Why, in words that Plenary has in six languages. */
export const cause = z.enum([
  "concluded-early",
  "delegations-request",
  "no-interpretation",
  "technical",
  "security",
  "document-not-available",
]);
export type Cause = z.infer<typeof cause>;

/** What every event about a meeting says. */
const subject = z.strictObject({
  body: bodyId,
  meeting: meetingId,
  /** Refuses the event if the meeting has moved on from this version. */
  expectedVersion: z.optional(z.int().check(z.nonnegative())),
  note: shown,
});

/** A JSON pointer (RFC 6901) into the event that is redacted. */
const pointer = z
  .string()
  .check(z.maxLength(300), z.regex(/^\/data(?:\/[^/]+)+$/, "must point into the event, such as /data/record/slots/2/webcast"));

/** How a report was adopted, where it was not simply so. */
export const manner = z.enum(["as orally amended", "in part", "ad referendum", "silence procedure"]);

const instant = z.iso.datetime({ offset: true, error: "must be an instant such as 2010-01-27T09:20:00Z" });

/** The envelope of Standard Webhooks: `timestamp` says when it happened, `dryRun` asks what would change. */
const defineEvent = <Type extends string, Data extends z.core.$ZodShape>(
  type: Type,
  description: string,
  data: z.ZodMiniObject<Data, z.core.$strict>,
) =>
  z
    .strictObject({
      type: z.literal(type),
      timestamp: instant,
      dryRun: z.optional(z.boolean()),
      data,
    })
    .register(z.globalRegistry, { description });

/** Why something is otherwise than planned. */
const why = { reason: shown, cause: z.optional(cause) };
const reasoned = z.extend(subject, why);

/** A field that may be said anew; null takes it away. */
const anew = <Field extends z.core.$ZodType>({ def }: z.ZodMiniOptional<Field>) => z.optional(z.nullable(def.innerType));

const { title: slotTitle, label, kind, access, webcast, participation, interpretation, accessibility, timeNote } = slot.shape;

/** What may be said anew of a sitting beside its time, its place and its items. */
export const changedFields = z.strictObject({
  title: anew(slotTitle),
  label: anew(label),
  kind: anew(kind),
  access: anew(access),
  webcast: anew(webcast),
  participation: anew(participation),
  interpretation: anew(interpretation),
  accessibility: anew(accessibility),
  timeNote: anew(timeNote),
});
export type ChangedFields = z.infer<typeof changedFields>;

const ofSlot = z.extend(subject, { slot: slotNumber });
const ofItem = z.extend(subject, { item: itemNumber });
const ofEvent = z.extend(subject, { event: limitCharacters(LIMITS.id.max), reason: shown });
const withRecord = z.extend(subject, { record: meetingRecord });

/** How what a document says is weighed against what was reported since its base. */
const weighing = {
  /** Field by field, by the paths that a refusal or a dry run names. */
  decide: z.optional(z.record(limitCharacters(200), choice)),
  /** Of all fields that nobody decided; a sender with no person behind it says "keep". */
  conflicts: z.optional(choice),
  /** States all anew, whatever was reported: a right of its own. */
  replace: z.optional(z.boolean()),
};

export const meetingEvent = z.discriminatedUnion("type", [
  defineEvent("meeting.announced", "The provisional agenda and the proposed organization of work are issued.", withRecord),
  defineEvent(
    "agenda.revised",
    "A Rev., Add., Corr. or Order of the Day: laid over what was said, field by field. What was held and what was reported since stays.",
    z.extend(withRecord, weighing),
  ),
  defineEvent("meeting.opened", "The chair opened the meeting.", subject),
  defineEvent(
    "agenda.adopted",
    "The body adopted its agenda; with a record where it did so as orally revised.",
    z.extend(subject, { record: z.optional(meetingRecord), ...weighing }),
  ),
  defineEvent("report.adopted", "The body adopted its report.", z.extend(subject, { manner: z.optional(manner) })),
  defineEvent("meeting.closed", "The chair closed the meeting.", subject),
  defineEvent(
    "report.issued",
    "The report was issued as a document, often weeks after its adoption.",
    z.extend(subject, { symbol, title: z.optional(title), issuedOn: z.optional(date) }),
  ),
  defineEvent(
    "documents.issued",
    "Documents were issued, or now serve other items.",
    z.extend(subject, { documents: z.array(meetingDocument).check(z.minLength(1), z.maxLength(LIMITS.documents.max / 5)) }),
  ),
  defineEvent("meeting.postponed", "The meeting will be at another time, not yet known.", reasoned),
  defineEvent("meeting.suspended", "The meeting is suspended, to be resumed.", reasoned),
  defineEvent("meeting.cancelled", "The meeting will not take place, or not go on.", reasoned),
  defineEvent(
    "meeting.rescheduled",
    "The meeting has other dates, and other sittings if it names them; a session is extended by its dates alone.",
    z.extend(subject, { opensOn: date, closesOn: date, slots: z.optional(slotList), ...weighing }),
  ),
  defineEvent(
    "meeting.resumed",
    "The suspended meeting goes on; elsewhere, or at other sittings, if it names them.",
    z.extend(subject, {
      opensOn: z.optional(date),
      closesOn: z.optional(date),
      city: z.optional(city),
      venue: z.optional(place),
      timezone: z.optional(zone),
      slots: z.optional(slotList),
      ...weighing,
    }),
  ),
  defineEvent(
    "slot.added",
    "A sitting is added to the organization of work, under a number that no slot of the meeting ever had.",
    z.extend(ofSlot, z.omit(slot, { number: true }).shape),
  ),
  defineEvent(
    "slot.rescheduled",
    "A sitting moved to another time; without an end it keeps its length.",
    z.extend(ofSlot, { start: localTime, end: z.optional(localTime) }),
  ),
  defineEvent("slot.extended", "A sitting ends later than planned.", z.extend(ofSlot, { end: localTime })),
  defineEvent("slot.relocated", "A sitting is in another place.", z.extend(ofSlot, { venue: place })),
  defineEvent(
    "slot.changed",
    "Something else is said of a sitting: its title, its link, who may take part. What is null is no longer said.",
    z
      .extend(ofSlot, changedFields.shape)
      .check(z.refine((data) => Object.keys(changedFields.shape).some((field) => field in data), "must say at least one field anew")),
  ),
  defineEvent("slot.opened", "The chair opened a sitting; a plenary that was to be over before it began is over.", ofSlot),
  defineEvent("slot.suspended", "A sitting is interrupted, to be resumed.", z.extend(ofSlot, why)),
  defineEvent("slot.resumed", "A sitting that was suspended or adjourned goes on.", ofSlot),
  defineEvent("slot.adjourned", "A sitting ended.", ofSlot),
  defineEvent(
    "slot.cancelled",
    "A sitting will not take place; its items may go to another in the same event.",
    z.extend(ofSlot, { ...why, itemsTo: z.optional(slotNumber) }),
  ),
  defineEvent("slot.reinstated", "A sitting that was cancelled will take place after all.", ofSlot),
  defineEvent("item.taken_up", "The body began, or went on, to consider an item.", ofItem),
  defineEvent("item.left_open", "Consideration of an item was broken off, to be continued.", ofItem),
  defineEvent("item.concluded", "The body concluded its consideration of an item.", ofItem),
  defineEvent("item.reopened", "The body came back to an item that was concluded or deferred.", ofItem),
  defineEvent("item.moved", "An item will be taken up at another sitting.", z.extend(ofItem, { from: slotNumber, to: slotNumber })),
  defineEvent("item.scheduled", "An item will be taken up at one more sitting.", z.extend(ofItem, { slot: slotNumber })),
  defineEvent("item.deferred", "An item was deferred to the next session.", z.extend(ofItem, why)),
  defineEvent("event.withdrawn", "An event was a mistake: the meeting is as if it had not been sent.", ofEvent),
  defineEvent(
    "event.redacted",
    "Words of an event are removed for ever, wherever they stand; what it did stays. Without pointers its note and its reason.",
    z.extend(ofEvent, { pointers: z.optional(z.array(pointer).check(z.minLength(1), z.maxLength(50))) }),
  ),
]);

const meetingEventTypes = meetingEvent.def.options.flatMap((option) => option.shape.type.def.values);

const bodyEvent = z.discriminatedUnion("type", [
  defineEvent(
    "body.registered",
    "The operator opens the address of a body, or corrects its record.",
    z.strictObject({ body: bodyId, record: bodyRecord, note: shown }),
  ),
  defineEvent(
    "key.added",
    "The operator lets a key of the secretariat speak for the body.",
    z.strictObject({ body: bodyId, key: buildBodyKeySchema(meetingEventTypes, instant), note: shown }),
  ),
  defineEvent(
    "key.revoked",
    "The operator no longer lets a key speak for the body, from now on: one generation of its name, or all.",
    z.strictObject({ body: bodyId, name: keyName, generation: z.optional(generation), reason: shown, note: shown }),
  ),
]);
export const plenaryEvent = z.discriminatedUnion("type", [...bodyEvent.def.options, ...meetingEvent.def.options]);

export type PlenaryEvent = z.infer<typeof plenaryEvent>;
/** Sent by the operator alone. */
export type BodyEvent = z.infer<typeof bodyEvent>;
export type MeetingEvent = z.infer<typeof meetingEvent>;
/** Whether an event is about a meeting, and not about the body itself. */
export const isMeetingEvent = (one: PlenaryEvent): one is MeetingEvent => "meeting" in one.data;
/** Whether an event is about the log rather than about the meeting: it looks back at another. */
export const isCorrection = ({ type }: Pick<PlenaryEvent, "type">): boolean => type === "event.withdrawn" || type === "event.redacted";
export type EventType = PlenaryEvent["type"];
export type EventOf<Type extends EventType> = Extract<PlenaryEvent, { type: Type }>;
