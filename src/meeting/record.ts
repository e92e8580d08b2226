import * as z from "zod/mini";
import { bodyId, date, email, itemNumber, localTime, meetingId, secureLink, slotNumber, symbol, zone } from "./identifiers.ts";
import { leadSitting } from "./lead-sitting.ts";
import { LIMITS } from "./limits.ts";
import { publicLink } from "./public-link.ts";
import { findRecordIssues } from "./record-issues.ts";
import { buildByLanguage, buildTextSchema, city, LANGUAGES, limitCharacters, limitText, place, title } from "./text.ts";

/** The organ that meets, and the tenant of the service. */
export const bodyRecord = z.strictObject({
  id: bodyId,
  name: limitText(300),
  shortName: z.optional(limitText(24)),
  parent: z.optional(limitText(300)),
  /** Who answers for what is published here. Without one, pages and feeds say "Unofficial demonstration". */
  publisher: z.optional(limitText(300)),
  /** An address of the secretariat that delegates may write to, the ORGANIZER of its calendar entries. */
  contact: z.optional(email),
  /** Where its documents are, with `{symbol}` for theirs and, where addresses differ by it, `{lang}` for the language: `fr`. */
  documents: z.optional(
    secureLink.check(z.refine((address: string) => address.includes("{symbol}"), "must have {symbol} where the symbol goes")),
  ),
});
export type BodyRecord = z.infer<typeof bodyRecord>;

/** As the operator registers it; with the body that was meant, where this one has a wrong id. */
export const registeredBody = z
  .extend(bodyRecord, { movedTo: z.optional(bodyId) })
  .check(z.refine(({ id, movedTo }) => movedTo !== id, { path: ["movedTo"], message: "is the body itself: name the one that was meant" }));
export type RegisteredBody = z.infer<typeof registeredBody>;

export const role = z.enum(["opening", "adoption", "report"]);
export const itemFields = {
  title,
  shortTitle: z.optional(title),
  /** The notes on the item, paragraphs separated by an empty line. */
  annotation: z.optional(buildTextSchema(LIMITS.annotation.max)),
  /** The steps of the lifecycle that this item is there for. */
  role: z.optional(role),
  /** Its number in the record that this one revises; null where it is new. Senders judge likeness, nobody after them does. */
  was: z.optional(z.nullable(itemNumber)),
};

/** For ever its own: in the state, where it is not its number. Never on the wire. */
interface Identified {
  readonly id?: string;
}

const subitemShape = z.strictObject({ letter: limitCharacters(12), ...itemFields });
/** Documents go three levels deep at most: 2, (a), (i). */
const subitem = z.extend(subitemShape, { subitems: z.optional(z.array(subitemShape)) });

export type Subitem = z.infer<typeof subitemShape> & Identified & { readonly subitems?: readonly Subitem[] | undefined };

export const agendaItem = z.strictObject({ number: itemNumber, ...itemFields, subitems: z.optional(z.array(subitem)) });
export type AgendaItem = z.infer<typeof agendaItem> & Identified;

/** A document by its symbol, with the items that it serves. */
export const meetingDocument = z.strictObject({
  symbol,
  title: z.optional(title),
  items: z.optional(z.array(itemNumber)),
  /** On one day, or in each language on its own: it is still to come in the others. */
  issuedOn: z.optional(buildByLanguage(date)),
  /** Issued anew under its symbol, as a document with an asterisk is. */
  reissuedOn: z.optional(date),
});

const access = z.enum(["open", "closed"]);
const slotKind = z.enum(["plenary", "committee", "contact-group", "informal", "other"]);
export type SlotKind = z.infer<typeof slotKind>;

/** The items of a sitting, in the order in which it takes them up. */
const sittingItems = z.array(itemNumber).check(
  z.maxLength(LIMITS.itemsOfSlot.max),
  z.refine((items: string[]) => new Set(items).size === items.length, "must not name an item twice"),
);

const shortText = buildTextSchema(300);

/** Another body that is to meet in a sitting; its own secretariat says which of its items are taken up there. */
export const partner = z.strictObject({ body: bodyId, meeting: z.optional(meetingId) });
export type Partner = z.infer<typeof partner>;
/** A local time, or a date alone where the time is to be announced. */
export const slotStart = z.union([localTime, date]);
const part = z.enum(["morning", "afternoon", "evening"]);
export type PartOfDay = z.infer<typeof part>;
/** What a sitting follows: the adjournment of another, also of one that another body keeps, or the conclusion of an item. */
export const after = z.union([
  z.strictObject({ slot: slotNumber }),
  z.strictObject({ item: itemNumber }),
  z.strictObject({ lead: leadSitting }),
]);
export type After = z.infer<typeof after>;

/** One sitting in the organization of work, at local times of the meeting's zone. */
export const slot = z.strictObject({
  number: slotNumber,
  start: slotStart,
  end: z.optional(localTime),
  /** What the programme calls that time of the day, where it gives no hour or another name than clocks do. */
  part: z.optional(part),
  after: z.optional(after),
  items: sittingItems,
  /** Those of `items` that the document marks "(continued)". */
  continued: z.optional(z.array(itemNumber)),
  /** What it is about, where its items do not say it: "Contact group on finance". */
  title: z.optional(title),
  /** Its own name as the document prints it: "5th plenary meeting". */
  label: z.optional(shortText),
  kind: z.optional(slotKind),
  access: z.optional(access),
  venue: z.optional(place),
  webcast: z.optional(publicLink),
  /** The page that tells how to take part. */
  participation: z.optional(publicLink),
  interpretation: z.optional(shortText),
  accessibility: z.optional(shortText),
  /** The document's own words on its time, beside what the fields say: "if time permits". */
  timeNote: z.optional(buildTextSchema(200)),
  /** The bodies that meet jointly in it, beside the one that keeps its time and place. */
  with: z.optional(
    z.array(partner).check(
      z.minLength(1),
      z.maxLength(LIMITS.partners.max),
      z.refine((all: Partner[]) => new Set(all.map(({ body }) => body)).size === all.length, "must not name a body twice"),
    ),
  ),
});
export type Slot = z.infer<typeof slot>;

/** Plenary, where a slot says nothing else. */
export const getSlotKind = ({ kind }: Pick<Slot, "kind">): SlotKind => kind ?? "plenary";

export type MeetingDocument = z.infer<typeof meetingDocument>;

const slots = z.array(slot).check(z.maxLength(LIMITS.slots.max, `must not have more than ${LIMITS.slots.max} slots`));
/** The sittings of a programme that is stated anew. */
export const slotList = slots.check(z.minLength(1, "must have at least one slot"));

/**
 * What a document covers: the whole programme (a Rev.), its days (an Order of the Day), what it adds (an Add.), or what it names (a Corr.).
 * Outside of that its silence says nothing.
 */
const covers = z.enum(["all", "days", "additions", "corrections"]);
export type Covers = z.infer<typeof covers>;

/** Characters of what a masthead says in a word or two. */
export const MASTHEAD_WORDS = 40;

/** What an agenda's masthead says of the document itself. */
export const mastheadFields = {
  symbol: z.optional(symbol),
  issuedOn: z.optional(date),
  distribution: z.optional(limitText(MASTHEAD_WORDS)),
  originalLanguage: z.optional(limitText(MASTHEAD_WORDS)),
};

const meetingShape = z.strictObject({
  body: bodyRecord,
  id: meetingId,
  title,
  city: z.optional(city),
  venue: z.optional(place),
  timezone: zone,
  opensOn: date,
  closesOn: date,
  /** How long a sitting lasts whose end is not given, if the document says so. */
  sittingMinutes: z.optional(z.int().check(z.minimum(1), z.maximum(1440))),
  languages: z.optional(z.array(z.enum(LANGUAGES))),
  agenda: z.strictObject({
    ...mastheadFields,
    items: z.array(agendaItem),
  }),
  documents: z.optional(
    z.array(meetingDocument).check(z.maxLength(LIMITS.documents.max, `must not have more than ${LIMITS.documents.max} documents`)),
  ),
  slots,
  covers: z.optional(covers),
  /** The days that it covers, where they are not those of its slots. */
  days: z.optional(z.array(date).check(z.minLength(1), z.maxLength(366))),
  /** When its text was closed, by the clock of the meeting's place: what was said since prevails. */
  asOf: z.optional(z.union([date, localTime])),
});

/** What a record says of the meeting itself, beside its agenda, its documents and its slots. */
export const MEETING_FIELDS = Object.keys(
  z.omit(meetingShape, { body: true, id: true, agenda: true, documents: true, slots: true, covers: true, days: true, asOf: true }).shape,
);
export const SLOT_KEYS = Object.keys(slot.shape) as readonly (keyof Slot)[];

/** One gathering of a body over some days, complete enough to be announced. */
export const meetingRecord = meetingShape.check((context) => {
  // Fields are compared once each is what it should be: no zone or time is asked of what is none.
  if (context.issues.length > 0) return;
  for (const { path, message } of findRecordIssues(context.value))
    context.issues.push({ code: "custom", input: context.value, path: [...path], message });
});
/** A record whose sittings stand apart, each with its own state. */
export type Programme = Omit<MeetingRecord, "slots" | "covers" | "days" | "asOf">;

type Shape = z.infer<typeof meetingShape>;
export type MeetingRecord = Omit<Shape, "agenda"> & {
  agenda: Omit<Shape["agenda"], "items"> & { items: AgendaItem[] };
};
