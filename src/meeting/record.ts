import * as z from "zod/mini";
import { LIMITS } from "./limits.ts";
import { LANGUAGES, text, title } from "./text.ts";
import { dateOf, daysBetween, instantOf, isDate, isLocalTime, isZone } from "./local-time.ts";

/** Names that stand in addresses beside those of bodies and meetings. */
const RESERVED = new Set(["events", "log", "live", "console", "assets", "screen", "healthz", "problems", "slots", "items", ...LANGUAGES]);

const id = (maxLength: number) =>
  z.string().check(
    z.regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, "must be lower-case letters, digits and hyphens"),
    z.maxLength(maxLength, `must not be longer than ${maxLength} characters`),
    z.refine((value: string) => !RESERVED.has(value), "is reserved: choose another"),
  );

export const bodyId = id(64);
export const meetingId = id(48);

export const date = z.string().check(z.refine(isDate, "must be a date such as 2010-01-27"));
export const localTime = z.string().check(z.refine(isLocalTime, "must be a local time such as 2010-01-27T10:00"));
/** Shared by all six languages of a document: `CTOC/COP/WG.4/2010/2`, `CL 9/INF/4`, `REEF/2031/1 Rev.1`. */
export const symbol = z
  .string()
  .check(z.regex(/^[A-Za-z0-9](?: ?[A-Za-z0-9./()-]){0,79}$/, "must be a document symbol such as CTOC/COP/WG.4/2010/2"));
/** `1(a)`, `16.1`, `INS 1`: an item as slots and documents name it. */
export const itemNumber = z
  .string()
  .check(z.regex(/^[\p{L}\p{N}](?:[\p{L}\p{N} .()/-]{0,22}[\p{L}\p{N}).])?$/u, 'must be an item number such as "4" or "1(a)"'));
/** An identity, not an ordinal: never reused, never printed as "3rd meeting". */
export const slotNumber = z.string().check(z.regex(/^[1-9]\d{0,3}$/, 'must be a slot number such as "3"'));

const LINK = /^https:\/\/[^\s\p{C}"<>\\]+$/u;
const secureLink = z.string().check(
  z.maxLength(LIMITS.link.max),
  z.refine((address: string) => LINK.test(address) && URL.canParse(address), "must be an https link"),
);
const email = z.string().check(z.maxLength(254), z.regex(/^[^\s@"<>:;,\\]+@[^\s@"<>:;,\\]+\.[a-z]{2,}$/i, "must be an e-mail address"));

/** The organ that meets, and the tenant of the service. */
export const bodyRecord = z.strictObject({
  id: bodyId,
  name: text(300),
  shortName: z.optional(text(24)),
  parent: z.optional(text(300)),
  /** Who answers for what is published here. Without one, pages and feeds say "Unofficial demonstration". */
  publisher: z.optional(text(300)),
  /** An address of the secretariat that delegates may write to, the ORGANIZER of its calendar entries. */
  contact: z.optional(email),
  /** Where its documents are, with `{symbol}` for theirs. */
  documents: z.optional(
    secureLink.check(z.refine((address: string) => address.includes("{symbol}"), "must have {symbol} where the symbol goes")),
  ),
});
export type BodyRecord = z.infer<typeof bodyRecord>;

export const role = z.enum(["opening", "adoption", "report"]);
const itemFields = {
  title,
  shortTitle: z.optional(title),
  /** The notes on the item, paragraphs separated by an empty line. */
  annotation: z.optional(text(LIMITS.annotation.max)),
  /** The steps of the lifecycle that this item is there for. */
  role: z.optional(role),
};

const subitemShape = z.strictObject({ letter: text(12), ...itemFields });
/** Documents go three levels deep at most: 2, (a), (i). */
const subitem = z.extend(subitemShape, { subitems: z.optional(z.array(subitemShape)) });

export type Subitem = z.infer<typeof subitemShape> & { readonly subitems?: readonly Subitem[] | undefined };

const agendaItem = z.strictObject({ number: itemNumber, ...itemFields, subitems: z.optional(z.array(subitem)) });
export type AgendaItem = z.infer<typeof agendaItem>;

/** A document by its symbol, with the items that it serves. */
export const meetingDocument = z.strictObject({
  symbol,
  title: z.optional(title),
  items: z.optional(z.array(itemNumber)),
  issuedOn: z.optional(date),
});

const access = z.enum(["open", "closed"]);
const slotKind = z.enum(["plenary", "committee", "informal", "other"]);
type SlotKind = z.infer<typeof slotKind>;

/** The items of a sitting, in the order in which it takes them up. */
const sittingItems = z.array(itemNumber).check(
  z.maxLength(LIMITS.itemsOfSlot.max),
  z.refine((items: string[]) => new Set(items).size === items.length, "must not name an item twice"),
);

/** One sitting in the organization of work, at local times of the meeting's zone. */
export const slot = z.strictObject({
  number: slotNumber,
  start: localTime,
  end: z.optional(localTime),
  items: sittingItems,
  /** Those of `items` that the document marks "(continued)". */
  continued: z.optional(z.array(itemNumber)),
  kind: z.optional(slotKind),
  access: z.optional(access),
  venue: z.optional(text(300)),
  webcast: z.optional(secureLink),
  /** The document's own words where it gives no time: "following the adjournment of the plenary". */
  timeNote: z.optional(text(200)),
});
export type Slot = z.infer<typeof slot>;

/** Plenary, where a slot says nothing else. */
export const kindOfSlot = ({ kind }: Pick<Slot, "kind">): SlotKind => kind ?? "plenary";

export type MeetingDocument = z.infer<typeof meetingDocument>;

/** The sittings of a meeting: none is no programme, and no calendar may be empty. */
export const slotList = z
  .array(slot)
  .check(z.minLength(1, "must have at least one slot"), z.maxLength(LIMITS.slots.max, `must not have more than ${LIMITS.slots.max} slots`));

/** Characters of what a masthead says in a word or two. */
export const MASTHEAD_WORDS = 40;

/** What an agenda's masthead says of the document itself. */
export const mastheadFields = {
  symbol: z.optional(symbol),
  issuedOn: z.optional(date),
  distribution: z.optional(text(MASTHEAD_WORDS)),
  originalLanguage: z.optional(text(MASTHEAD_WORDS)),
};

const meetingShape = z.strictObject({
  body: bodyRecord,
  id: meetingId,
  title,
  city: z.optional(text(100)),
  venue: z.optional(text(300)),
  timezone: z.string().check(z.refine(isZone, "must be an IANA time zone such as Europe/Vienna")),
  opensOn: date,
  closesOn: date,
  /** How long a sitting lasts whose end is not given, if the document says so. */
  sittingMinutes: z.optional(z.int().check(z.minimum(1), z.maximum(1440))),
  languages: z.optional(z.array(z.enum(LANGUAGES))),
  agenda: z.strictObject({
    ...mastheadFields,
    items: z.array(agendaItem).check(z.minLength(1, "must have at least one item")),
  }),
  documents: z.optional(
    z.array(meetingDocument).check(z.maxLength(LIMITS.documents.max, `must not have more than ${LIMITS.documents.max} documents`)),
  ),
  slots: slotList,
});

/** An agenda item or subitem with the number by which slots and documents name it. */
export interface NumberedItem {
  readonly number: string;
  readonly item: AgendaItem | Subitem;
}

/** `1` and `a` make `1(a)`; decimal numbering (`16.1` under `16`) already names the whole. */
const numberUnder = (parent: string, letter: string): string => (/[.\d]/.test(letter) ? letter : `${parent}(${letter})`);

const withSubitems = (number: string, item: AgendaItem | Subitem): readonly NumberedItem[] => [
  { number, item },
  ...(item.subitems ?? []).flatMap((sub) => withSubitems(numberUnder(number, sub.letter), sub)),
];

/** Items and subitems in the order of the agenda. */
export const numberedItems = (items: readonly AgendaItem[]): readonly NumberedItem[] =>
  items.flatMap((item) => withSubitems(item.number, item));

const YEAR = 366;

/** Whether one is the other, or a part of it: a sitting on item 3 takes up 3 (a), and one on 3 (a) takes up a part of 3. */
export const isSameOrPart = (a: string, b: string): boolean =>
  a === b || ["(", "."].some((mark) => a.startsWith(b + mark) || b.startsWith(a + mark));

interface Doubt {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const repeated = (values: readonly string[]): ReadonlySet<string> => new Set(values.filter((value, at) => values.indexOf(value) !== at));

/** What a time and its zone say together: an end after its start, and both on the clock of that day. */
const slotTimeDoubts = (
  times: { readonly start: string; readonly end?: string | undefined },
  { timezone: zone, opensOn }: { readonly timezone: string; readonly opensOn: string },
): readonly Doubt[] => {
  const start = instantOf(times.start, zone);
  const end = times.end === undefined ? undefined : instantOf(times.end, zone);
  const skipped = (local: string) => `${local} does not exist in ${zone}: the clocks are set forward then`;
  return [
    ...(start === undefined ? [{ path: ["start"], message: skipped(times.start) }] : []),
    ...(times.end !== undefined && end === undefined ? [{ path: ["end"], message: skipped(times.end) }] : []),
    ...(start !== undefined && end !== undefined && end <= start
      ? [{ path: ["end"], message: `${times.end ?? ""} is not after the start, ${times.start}` }]
      : []),
    ...(Math.abs(daysBetween(opensOn, dateOf(times.start))) > YEAR
      ? [{ path: ["start"], message: `${times.start} is more than a year from the meeting, ${opensOn}` }]
      : []),
  ];
};

/** What a slot's fields say together. */
export const slotFieldDoubts = (entry: Slot, meeting: Parameters<typeof slotTimeDoubts>[1]): readonly Doubt[] => [
  ...(entry.continued ?? []).flatMap((number, index) =>
    entry.items.includes(number)
      ? []
      : [{ path: ["continued", index], message: `item ${number} is not among the items of slot ${entry.number}` }],
  ),
  ...slotTimeDoubts(entry, meeting),
];

const numbersOf = (items: readonly AgendaItem[]): ReadonlySet<string> => new Set(numberedItems(items).map(({ number }) => number));

const unknownItems = (numbers: readonly string[], known: ReadonlySet<string>, path: Doubt["path"]): readonly Doubt[] =>
  numbers.flatMap((number, at) => (known.has(number) ? [] : [{ path: [...path, at], message: `the agenda has no item ${number}` }]));

/** Dates in the wrong order. */
export const dateDoubts = ({ opensOn, closesOn }: Pick<MeetingRecord, "opensOn" | "closesOn">): readonly Doubt[] =>
  closesOn < opensOn ? [{ path: ["closesOn"], message: `${closesOn} is before opensOn, ${opensOn}` }] : [];

/** Documents for items that no agenda has. */
export const documentDoubts = (documents: readonly MeetingDocument[], items: readonly AgendaItem[]): readonly Doubt[] => {
  const known = numbersOf(items);
  return documents.flatMap((document, at) => unknownItems(document.items ?? [], known, ["documents", at, "items"]));
};

/** Slots whose numbers repeat, whose items no agenda has, or whose times can't be. */
export const slotDoubts = ({ slots, agenda, ...meeting }: MeetingRecord): readonly Doubt[] => {
  const known = numbersOf(agenda.items);
  return [
    ...[...repeated(slots.map(({ number }) => number))].map((number) => ({ path: ["slots"], message: `slot ${number} stands twice` })),
    ...slots.flatMap((entry, at) => [
      ...unknownItems(entry.items, known, ["slots", at, "items"]),
      ...slotFieldDoubts(entry, meeting).map((doubt) => ({ ...doubt, path: ["slots", at, ...doubt.path] })),
    ]),
  ];
};

/** `1(a)` is at `1a`, `16.1` at `16.1`, `INS 1` at `ins-1`. */
export const itemSlug = (number: string): string =>
  number
    .toLowerCase()
    .replaceAll(/[()]/g, "")
    .replaceAll(/[^\p{L}\p{N}.]+/gu, "-");

/** Google refuses a feed's address over 256 UTF-16 units without a word. */
const isTooLong = (number: string): boolean => encodeURI(itemSlug(number)).length > LIMITS.itemAddress.max;

const itemDoubts = ({ agenda }: MeetingRecord): readonly Doubt[] => {
  const items = numberedItems(agenda.items);
  const path = ["agenda", "items"];
  return [
    ...(items.length > LIMITS.items.max ? [{ path, message: `must not have more than ${LIMITS.items.max} items and subitems` }] : []),
    ...items
      .filter(({ number }) => isTooLong(number))
      .map(({ number }) => ({
        path,
        message: `item ${number} is too long for an address: ${LIMITS.itemAddress.max} characters, other letters percent-encoded`,
      })),
  ];
};

/** What no field of a record shows alone. */
const recordDoubts = (meeting: MeetingRecord): readonly Doubt[] => [
  ...itemDoubts(meeting),
  ...[...repeated(numberedItems(meeting.agenda.items).map(({ number }) => number))].map((number) => ({
    path: ["agenda", "items"],
    message: `item ${number} stands twice`,
  })),
  ...dateDoubts(meeting),
  ...documentDoubts(meeting.documents ?? [], meeting.agenda.items),
  ...slotDoubts(meeting),
];

/** One gathering of a body over some days, complete enough to be announced. */
export const meetingRecord = meetingShape.check((context) => {
  // Fields are compared once each is what it should be: no zone or time is asked of what is none.
  if (context.issues.length > 0) return;
  for (const { path, message } of recordDoubts(context.value))
    context.issues.push({ code: "custom", input: context.value, path: [...path], message });
});
export type MeetingRecord = z.infer<typeof meetingShape>;
