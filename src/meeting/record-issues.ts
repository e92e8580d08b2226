import { LIMITS } from "./limits.ts";
import { getDate, countDays, resolveInstant } from "./local-time.ts";
import { slugifyItem, numberItems } from "./numbered-items.ts";
import type { AgendaItem, MeetingDocument, MeetingRecord, Slot } from "./record.ts";

const YEAR = 366;

interface Issue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const findRepeated = (values: readonly string[]): ReadonlySet<string> =>
  new Set(values.filter((value, at) => values.indexOf(value) !== at));

/** What a time and its zone say together: an end after its start, and both on the clock of that day. */
const findSlotTimeIssues = (
  times: { readonly start: string; readonly end?: string | undefined },
  { timezone: zone, opensOn }: { readonly timezone: string; readonly opensOn: string },
): readonly Issue[] => {
  const start = resolveInstant(times.start, zone);
  const end = times.end === undefined ? undefined : resolveInstant(times.end, zone);
  const saySkipped = (local: string) => `${local} does not exist in ${zone}: the clocks are set forward then`;
  return [
    ...(start === undefined ? [{ path: ["start"], message: saySkipped(times.start) }] : []),
    ...(times.end !== undefined && end === undefined ? [{ path: ["end"], message: saySkipped(times.end) }] : []),
    ...(start !== undefined && end !== undefined && end <= start
      ? [{ path: ["end"], message: `${times.end ?? ""} is not after the start, ${times.start}` }]
      : []),
    ...(Math.abs(countDays(opensOn, getDate(times.start))) > YEAR
      ? [{ path: ["start"], message: `${times.start} is more than a year from the meeting, ${opensOn}` }]
      : []),
  ];
};

/** What a slot's fields say together. */
export const findSlotIssues = (entry: Slot, meeting: Parameters<typeof findSlotTimeIssues>[1]): readonly Issue[] => [
  ...(entry.continued ?? []).flatMap((number, index) =>
    entry.items.includes(number)
      ? []
      : [{ path: ["continued", index], message: `item ${number} is not among the items of slot ${entry.number}` }],
  ),
  ...findSlotTimeIssues(entry, meeting),
];

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
export const findSlotListIssues = ({ slots, agenda, ...meeting }: MeetingRecord): readonly Issue[] => {
  const known = listNumbers(agenda.items);
  return [
    ...[...findRepeated(slots.map(({ number }) => number))].map((number) => ({ path: ["slots"], message: `slot ${number} stands twice` })),
    ...slots.flatMap((entry, at) => [
      ...findUnknownItems(entry.items, known, ["slots", at, "items"]),
      ...findSlotIssues(entry, meeting).map((issue) => ({ ...issue, path: ["slots", at, ...issue.path] })),
    ]),
  ];
};

/** Google refuses a feed's address over 256 UTF-16 units without a word. */
const isTooLong = (number: string): boolean => encodeURI(slugifyItem(number)).length > LIMITS.itemAddress.max;

const findItemIssues = ({ agenda }: MeetingRecord): readonly Issue[] => {
  const items = numberItems(agenda.items);
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
export const findRecordIssues = (meeting: MeetingRecord): readonly Issue[] => [
  ...findItemIssues(meeting),
  ...[...findRepeated(numberItems(meeting.agenda.items).map(({ number }) => number))].map((number) => ({
    path: ["agenda", "items"],
    message: `item ${number} stands twice`,
  })),
  ...findDateIssues(meeting),
  ...findDocumentIssues(meeting.documents ?? [], meeting.agenda.items),
  ...findSlotListIssues(meeting),
];
