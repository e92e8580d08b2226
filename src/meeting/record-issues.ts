import { LIMITS } from "./limits.ts";
import { getDate, countDays, hasHour, resolveInstant } from "./local-time.ts";
import { slugifyItem, numberItems } from "./numbered-items.ts";
import type { AgendaItem, BodyRecord, MeetingDocument, MeetingRecord, Programme, Slot } from "./record.ts";

const YEAR = 366;

export interface Issue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const findRepeated = (values: readonly string[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  return new Set(values.filter((value) => seen.size === seen.add(value).size));
};

/** What a time and its zone say together: an end after its start, and both on the clock of that day. */
const findSlotTimeIssues = (
  times: { readonly start: string; readonly end?: string | undefined },
  { timezone: zone, opensOn }: { readonly timezone: string; readonly opensOn: string },
): readonly Issue[] => {
  const start = hasHour(times.start) ? resolveInstant(times.start, zone) : undefined;
  const end = times.end === undefined ? undefined : resolveInstant(times.end, zone);
  const saySkipped = (local: string) => `${local} does not exist in ${zone}: the clocks are set forward then`;
  return [
    ...(hasHour(times.start) && start === undefined ? [{ path: ["start"], message: saySkipped(times.start) }] : []),
    ...(times.end !== undefined && end === undefined ? [{ path: ["end"], message: saySkipped(times.end) }] : []),
    ...((start !== undefined && end !== undefined && end <= start) || (times.end !== undefined && times.end < times.start)
      ? [{ path: ["end"], message: `${times.end ?? ""} is not after the start, ${times.start}` }]
      : []),
    ...(Math.abs(countDays(opensOn, getDate(times.start))) > YEAR
      ? [{ path: ["start"], message: `${times.start} is more than a year from the meeting, ${opensOn}` }]
      : []),
  ];
};

/** A body that meets with itself. */
export const findPartnerIssues = ({ with: partners = [] }: Pick<Slot, "with">, { id }: Pick<BodyRecord, "id">): readonly Issue[] =>
  partners.flatMap(({ body }, at) =>
    body === id ? [{ path: ["with", at, "body"], message: `is the body itself: name those that meet with ${id}` }] : [],
  );

/** What a slot's fields say together. */
export const findSlotIssues = (
  entry: Slot,
  meeting: Parameters<typeof findSlotTimeIssues>[1] & Pick<Programme, "body">,
): readonly Issue[] => [
  ...findPartnerIssues(entry, meeting.body),
  ...(entry.continued ?? []).flatMap((number, index) =>
    entry.items.includes(number)
      ? []
      : [{ path: ["continued", index], message: `item ${number} is not among the items of slot ${entry.number}` }],
  ),
  ...findSlotTimeIssues(entry, meeting),
];

/** Fields of a sitting that are links for everyone. */
const LINK_FIELDS = ["webcast", "participation"] as const;
type LinkField = (typeof LINK_FIELDS)[number];

/** Of a closed sitting there is nothing that everyone may follow. */
export const findLinkIssues = ({ access, ...slot }: Pick<Slot, LinkField | "access">): readonly Issue[] =>
  LINK_FIELDS.filter((name) => access === "closed" && slot[name] !== undefined).map((name) => ({
    path: [name],
    message: "is a link of a closed sitting, and feeds are read by anyone: tell those who take part elsewhere",
  }));

const listNumbers = (items: readonly AgendaItem[]): ReadonlySet<string> => new Set(numberItems(items).map(({ number }) => number));

const findUnknownItems = (numbers: readonly string[], known: ReadonlySet<string>, path: Issue["path"]): readonly Issue[] =>
  numbers.flatMap((number, at) => (known.has(number) ? [] : [{ path: [...path, at], message: `the agenda has no item ${number}` }]));

/** Dates in the wrong order. */
export const findDateIssues = ({ opensOn, closesOn }: Pick<MeetingRecord, "opensOn" | "closesOn">): readonly Issue[] =>
  closesOn < opensOn ? [{ path: ["closesOn"], message: `${closesOn} is before opensOn, ${opensOn}` }] : [];

/** Documents for items that no agenda has. */
export const findDocumentIssues = (documents: readonly MeetingDocument[], items: readonly AgendaItem[]): readonly Issue[] => {
  const known = listNumbers(items);
  return documents.flatMap((document, at) => findUnknownItems(document.items ?? [], known, ["documents", at, "items"]));
};

/** Slots whose numbers repeat, whose items no agenda has, or whose times can't be. */
export const findSlotListIssues = ({ slots, agenda, ...meeting }: Programme & Pick<MeetingRecord, "slots">): readonly Issue[] => {
  const known = listNumbers(agenda.items);
  return [
    ...[...findRepeated(slots.map(({ number }) => number))].map((number) => ({ path: ["slots"], message: `slot ${number} stands twice` })),
    ...slots.flatMap((entry, at) => [
      ...findUnknownItems(entry.items, known, ["slots", at, "items"]),
      ...[...findSlotIssues(entry, meeting), ...findLinkIssues(entry)].map((issue) => ({ ...issue, path: ["slots", at, ...issue.path] })),
    ]),
  ];
};

/** Google refuses a feed's address over 256 UTF-16 units without a word. */
const isTooLong = (number: string): boolean => encodeURI(slugifyItem(number)).length > LIMITS.itemAddress.max;

/** A number under which an item can have no address. */
export const findNumberIssues = (number: string): readonly Issue[] =>
  isTooLong(number)
    ? [
        {
          path: ["item"],
          message: `item ${number} is too long for an address: ${LIMITS.itemAddress.max} characters, other letters percent-encoded`,
        },
      ]
    : [];

/** A time that the clocks of a place leave out. */
export const findClockIssues = (field: string, local: string, zone: string): readonly Issue[] =>
  resolveInstant(local, zone) === undefined
    ? [{ path: [field], message: `${local} does not exist in ${zone}: the clocks are set forward then` }]
    : [];

/** Items whose numbers repeat, or can't stand in an address. */
export const findItemIssues = ({ agenda }: Pick<MeetingRecord, "agenda">): readonly Issue[] => {
  const items = numberItems(agenda.items);
  const path = ["agenda", "items"];
  const slugs = Map.groupBy(new Set(items.map(({ number }) => number)), slugifyItem);
  return [
    ...[...findRepeated(items.map(({ number }) => number))].map((number) => ({ path, message: `item ${number} stands twice` })),
    ...[...slugs.values()]
      .filter((numbers) => numbers.length > 1)
      .map((numbers) => ({ path, message: `items ${numbers.join(" and ")} would share one address: give one another number` })),
    ...(items.length > LIMITS.items.max ? [{ path, message: `must not have more than ${LIMITS.items.max} items and subitems` }] : []),
    ...items.flatMap(({ number }) => findNumberIssues(number).map((issue) => ({ ...issue, path }))),
  ];
};

/** What a record that states the whole programme must have; its organization of work may not be known yet. */
const findMissing = ({ agenda, covers = "all" }: MeetingRecord): readonly Issue[] =>
  covers === "all" && agenda.items.length === 0 ? [{ path: ["agenda", "items"], message: "must have at least one item" }] : [];

/** A partial record names items of its base too: they are looked for where it is laid over it. */
const findUnknown = (meeting: MeetingRecord): readonly Issue[] =>
  (meeting.covers ?? "all") === "all"
    ? [...findDocumentIssues(meeting.documents ?? [], meeting.agenda.items), ...findSlotListIssues(meeting)]
    : findSlotListIssues({ ...meeting, slots: meeting.slots.map((slot) => ({ ...slot, items: [], continued: undefined })) });

/** What no field of a record shows alone. */
export const findRecordIssues = (meeting: MeetingRecord): readonly Issue[] => [
  ...findMissing(meeting),
  ...findItemIssues(meeting),
  ...findDateIssues(meeting),
  ...findUnknown(meeting),
];
