import { numberDraftItems, type DraftMeeting } from "../meeting/draft.ts";
import { LIMITS } from "../meeting/limits.ts";
import { MASTHEAD_WORDS } from "../meeting/record.ts";
import { LANGUAGES } from "../meeting/text.ts";
import { agendaItems, type ListedItem } from "./sections/agenda.ts";
import { annotationsOf } from "./sections/annotations.ts";
import { yearFitting, type Frame } from "./expressions/calendar-days.ts";
import { leadingDates, yearsIn, type PrintedDate } from "./expressions/dates.ts";
import { mergedDocuments } from "./sections/documents-list.ts";
import { SIX_LANGUAGES } from "./expressions/languages.ts";
import type { Line } from "./text/line.ts";
import { masthead } from "./sections/masthead.ts";
import { numbered, sittingsOf, slotDoubts } from "./organization-of-work/blocks.ts";
import { timetable } from "./organization-of-work/timetable.ts";
import { NO_PLACES, placeAndDates, type Gazetteer, type PlaceAndDates } from "./sections/place-and-dates.ts";
import { readingOf, type Reading } from "./sections/split.ts";
import { isDayHeading } from "./sections/sections.ts";
import type { Supplied } from "./supplied.ts";
import { warning, type Warning, type WarningCode } from "./warnings.ts";

/** What an import understood, and what it doubts. */
export interface Draft {
  readonly meeting: DraftMeeting;
  readonly warnings: readonly Warning[];
}

const defined = <Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== "")) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };

const cut = (text: string, length: number): string =>
  text.length > length ? text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "") : text;

const dayOf = (cell: string): PrintedDate | undefined => (isDayHeading(cell) ? leadingDates(cell)?.from : undefined);

/** The year of a timetable whose days print none: the one that the document names elsewhere and that fits the weekdays. */
const inferredYear = ({ lines, timetable: table }: Reading): number | undefined => {
  const days = table.flatMap(({ cells }) => cells.map(dayOf)).filter((day) => day !== undefined);
  return yearFitting(
    days,
    lines.flatMap(({ text }) => yearsIn(text.slice(0, 2000))),
  );
};

const frameOf = (
  reading: Reading,
  when: PlaceAndDates | undefined,
  supplied: Supplied,
): { readonly frame: Frame; readonly warnings: readonly Warning[] } => {
  const opensOn = supplied.opensOn ?? when?.opensOn;
  const closesOn = supplied.closesOn ?? when?.closesOn;
  if (supplied.year !== undefined) return { frame: { opensOn, closesOn, year: Number(supplied.year) }, warnings: [] };
  if (opensOn !== undefined) return { frame: { opensOn, closesOn }, warnings: [] };
  const year = inferredYear(reading);
  return { frame: { year }, warnings: year === undefined ? [] : [warning("year-inferred", String(year))] };
};

const order = ({ path }: ListedItem): readonly number[] => path.map((mark) => Number(/(\d+)$/.exec(mark)?.[1] ?? mark.codePointAt(0) ?? 0));
const codeOf = ({ path }: ListedItem): string => (path[0] ?? "").replace(/\s?\d+$/, "");

const byNumber = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
};

/** Items found in a timetable, in the order of their numbers; sections ("INS", "PFA") in the order of the text. */
const inOrder = (items: readonly ListedItem[]): readonly ListedItem[] => {
  const codes = [...new Set(items.map(codeOf))];
  return items.toSorted((a, b) => codes.indexOf(codeOf(a)) - codes.indexOf(codeOf(b)) || byNumber(order(a), order(b)));
};

const zoneOf = (
  place: PlaceAndDates | undefined,
  supplied: Supplied,
  gazetteer: Gazetteer,
): { readonly zone?: string; readonly warnings: readonly Warning[] } => {
  if (supplied.timezone !== undefined) return { zone: supplied.timezone, warnings: [] };
  const city = supplied.city ?? place?.city;
  if (city === undefined) return { warnings: [warning("missing-city"), warning("missing-zone")] };
  const found = gazetteer.zoneOf(city, supplied.city === undefined ? place?.country : undefined);
  if (found.kind === "known") return { zone: found.zone, warnings: [] };
  if (found.kind === "ambiguous") return { warnings: [warning("ambiguous-city", found.among, place?.line.number)] };
  return { warnings: [found.kind === "unknown" ? warning("unknown-city", city, place?.line.number) : warning("missing-zone")] };
};

const MISSING: readonly (readonly [WarningCode, (meeting: DraftMeeting) => boolean])[] = [
  ["missing-symbol", ({ agenda }) => agenda.symbol === undefined],
  ["missing-body", ({ body }) => body.name === undefined],
  ["missing-body-id", ({ body }) => body.id === undefined],
  ["missing-meeting-id", ({ id }) => id === undefined],
  ["missing-title", ({ title }) => title === undefined],
  ["missing-dates", ({ opensOn, closesOn }) => opensOn === undefined || closesOn === undefined],
  ["missing-items", ({ agenda }) => agenda.items.length === 0],
  ["missing-slots", ({ slots }) => slots.length === 0],
];

const MOST_WARNINGS = 500;

/** A draft Meeting record from the lines of a document: what they say, what was supplied, and nothing else. */
export const draftOf = (source: readonly Line[], supplied: Supplied = {}, gazetteer: Gazetteer = NO_PLACES): Draft => {
  const reading = readingOf(source, supplied);
  const place = placeAndDates(reading.masthead, gazetteer);
  const head = masthead(reading.masthead, place);
  const { frame, warnings: years } = frameOf(reading, place, supplied);
  const table = timetable(reading.timetable, reading.listed, frame);
  const sittings = table.blocks.map(sittingsOf);
  const hasList = reading.listed.size > 0;
  const listed = hasList ? [...reading.listed.values()] : inOrder(table.items);
  const annotations = new Map([...annotationsOf(reading.notes)].map(([key, text]) => [key, cut(text, LIMITS.annotation.max)]));
  const items = agendaItems(
    listed.map((item) => ({ ...item, title: cut(item.title, LIMITS.title.max) })),
    annotations,
  );
  const known = new Set(numberDraftItems(items).map(({ number }) => number));
  const slots = numbered(sittings.flatMap((sitting) => sitting.slots));
  const zone = zoneOf(place, supplied, gazetteer);
  const name = supplied["body.name"] ?? head.body;
  const isSixfold = reading.lines.some(({ text }) => SIX_LANGUAGES.test(text));
  const documents = mergedDocuments([...reading.documents, ...table.documents], known);
  const meeting: DraftMeeting = {
    body: defined({
      id: supplied["body.id"],
      name,
      shortName: supplied["body.shortName"],
      parent: supplied["body.parent"] ?? head.parent,
      publisher: supplied["body.publisher"],
      contact: supplied["body.contact"],
    }),
    ...defined({
      id: supplied.id,
      title: supplied.title ?? (name === undefined ? head.session : [name, head.session].filter(Boolean).join(", ")),
      city: supplied.city ?? place?.city,
      venue: supplied.venue ?? place?.venue,
      timezone: zone.zone,
      opensOn: supplied.opensOn ?? place?.opensOn,
      closesOn: supplied.closesOn ?? place?.closesOn,
      languages: isSixfold ? [...LANGUAGES] : undefined,
    }),
    agenda: {
      ...defined({
        symbol: supplied.symbol ?? head.symbol,
        issuedOn: supplied.issuedOn ?? head.issuedOn,
        distribution: head.distribution,
        originalLanguage: head.originalLanguage && cut(head.originalLanguage, MASTHEAD_WORDS),
      }),
      items,
    },
    documents: documents.map((entry) =>
      typeof entry.title === "string" ? { ...entry, title: cut(entry.title, LIMITS.title.max) } : entry,
    ),
    slots,
  };
  const lineOfItem = new Map(listed.map(({ key, line }) => [key, line]));
  const doubts = [
    ...MISSING.flatMap(([code, isMissing]) => (isMissing(meeting) ? [warning(code)] : [])),
    ...zone.warnings,
    ...years,
    ...reading.warnings,
    ...numberDraftItems(items).flatMap(({ number, item }) =>
      item.title ? [] : [warning("untitled-item", number, lineOfItem.get(number))],
    ),
    ...[...new Set(slots.flatMap((slot) => slot.items))].flatMap((key) => (known.has(key) ? [] : [warning("unknown-item", key)])),
    ...table.warnings,
    ...sittings.flatMap((sitting) => sitting.warnings),
    ...slotDoubts(slots, meeting.opensOn, meeting.closesOn),
  ];
  return { meeting, warnings: doubts.slice(0, MOST_WARNINGS).toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
};
