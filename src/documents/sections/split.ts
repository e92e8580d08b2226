import type { Listed, ListedItem } from "./agenda.ts";
import type { AgendaList } from "./agenda-list.ts";
import { findUnnumberedItems } from "./unnumbered-items.ts";
import { readNotes, type Note } from "./annotations.ts";
import { readAnnouncedDocuments, readDocuments, readDocumentList, readItemDocuments, type NamedDocument } from "./documents-list.ts";
import { dropContents } from "../text/contents.ts";
import { dropFurniture, dropLabels } from "../text/page-furniture.ts";
import { writeItemNumbers } from "../text/spelled-numbers.ts";
import { turnNumbers } from "../text/right-to-left.ts";
import { readFirstLanguage } from "../text/parallel-languages.ts";
import { unflatten } from "../text/unflatten.ts";
import { numberItem } from "../expressions/item-numbers.ts";
import type { Line } from "../text/line.ts";
import { joinWrappedItems } from "../organization-of-work/wrapped-items.ts";
import { joinWrappedTimes } from "../organization-of-work/wrapped-times.ts";
import { putDaysFirst } from "../organization-of-work/sitting-heads.ts";
import { putHoursFirst } from "../organization-of-work/items-before-hours.ts";
import { joinOpenings } from "../organization-of-work/opened-closed.ts";
import { putTimesFirst } from "../organization-of-work/session-headings.ts";
import { putNumbersFirst } from "../organization-of-work/numbers-behind.ts";
import { putItemTimesFirst } from "../organization-of-work/timed-items.ts";
import { writeLoneHours } from "../organization-of-work/lone-hours.ts";
import { writeOutGrids } from "../organization-of-work/grid.ts";
import { findAgendaList } from "./agenda-start.ts";
import { findLostItems } from "./list-heads.ts";
import { findHeadBelow, findMastheadEnd } from "./masthead-end.ts";
import { putItemsFirst } from "./referred-items.ts";
import { beginsDay, readHeading } from "./sections.ts";
import { writeListNumbers } from "./written-numbers.ts";
import type { Overrides } from "../overrides.ts";
import { readLeadingTimes } from "../expressions/times.ts";
import { cleanTitle } from "../expressions/item-heads.ts";
import { removeBullet } from "../text/typography.ts";
import { warn, type Warning } from "../warnings.ts";
import { findHours, includeMonths, locateTimetable } from "./locate-timetable.ts";

/** A document parted into what stands above the agenda, its agenda list, annotations, and the lines of its timetable. */
export interface Sections {
  readonly lines: readonly Line[];
  readonly masthead: readonly Line[];
  readonly listed: Listed;
  readonly notes: readonly Note[];
  readonly documents: readonly NamedDocument[];
  readonly timetable: readonly Line[];
  readonly warnings: readonly Warning[];
}
/** Lines that can stand above an agenda: a masthead, a cover note, a table of contents. */
const MASTHEAD = 120;
/** Lines of a journal above its day, of which the masthead stands below. */
const MOST_ABOVE = 3;

const indexItems = (items: readonly ListedItem[]): Listed => new Map(items.map((item) => [item.key, item]));

/** Lists of documents under a heading of their own, outside of the annotations. */
const readHeadedDocuments = (lines: readonly Line[]): readonly NamedDocument[] => {
  const start = lines.findIndex((line) => readHeading(line) === "documents");
  if (start < 0) return [];
  const end = lines.findIndex((line, at) => at > start && readHeading(line) !== undefined && readHeading(line) !== "documents");
  return readDocumentList(lines.slice(start + 1, end < 0 ? lines.length : end));
};

const readNotedDocuments = (all: readonly Note[]): readonly NamedDocument[] =>
  all.flatMap(({ item, text, isDocumentation }) =>
    isDocumentation ? readDocuments(text, [item.key]) : readAnnouncedDocuments(text, [item.key]),
  );

/** "10:00 – 18:00" above the agenda, where no timetable is: hours of a sitting that could not be read. */
const isHours = ({ cells }: Line): boolean => readLeadingTimes(cells[0] ?? "")?.ranges.some(({ end }) => end !== undefined) ?? false;

const splitWithList = (lines: readonly Line[], start: number, { items, warnings, end }: AgendaList): Sections => {
  const listed = indexItems(items);
  const [from, to] = locateTimetable(lines, start, end, items.at(-1)?.line ?? 0);
  const isOne = from <= start;
  // The list may have run on into the timetable.
  const isAbove = from < start;
  const annotated = from < end ? readNotes(lines, isAbove ? end : to, lines.length, listed) : readNotes(lines, end, from, listed);
  const after = from > end ? readNotes(lines, to, lines.length, listed) : [];
  const all = [...annotated, ...after];
  const last = items.at(-1);
  const taken = new Set([...all.flatMap((note) => note.lines), ...lines.slice(from, to).map(({ number }) => number)]);
  const lost = last ? findLostItems(lines.slice(end), last, taken) : [];
  const hours = lines.slice(0, Math.min(start, from)).filter(isHours);
  const inList = isOne ? [] : readItemDocuments(lines.slice(start, isAbove ? end : Math.min(end, from)));
  return {
    lines,
    masthead: lines.slice(0, Math.min(start, MASTHEAD)),
    listed,
    notes: all,
    documents: [...inList, ...readNotedDocuments(all), ...(all.length === 0 ? readHeadedDocuments(lines.slice(end)) : [])],
    timetable: lines.slice(from, to),
    warnings: [...warnings, ...[...hours, ...lost].map(({ text, number }) => warn("left-out-text", text, number))],
  };
};

/** Items without numbers are not numbered unless that is asked for. */
const readUnnumbered = (lines: readonly Line[], { numbering }: Overrides): Pick<Sections, "listed" | "warnings"> => {
  const found = findUnnumberedItems(lines);
  if (numbering !== "order") return { listed: new Map(), warnings: found.map(({ text, number }) => warn("unnumbered-item", text, number)) };
  const items = found.map(({ text, number }, at) => ({
    ...numberItem([String(at + 1)]),
    title: cleanTitle(removeBullet(text)),
    line: number,
  }));
  return {
    listed: indexItems(items),
    warnings: found.length > 0 ? [warn("numbered-by-order", String(found.length), found[0]?.number)] : [],
  };
};

/** Parts a document into its sections. */
export const splitIntoSections = (source: readonly Line[], overrides: Overrides): Sections => {
  const read = unflatten(dropContents(dropLabels(dropFurniture(readFirstLanguage(turnNumbers(writeItemNumbers(source)))))));
  const timed = putItemTimesFirst(
    putTimesFirst(putHoursFirst(putDaysFirst(putItemsFirst(putNumbersFirst(joinOpenings(writeListNumbers(read))))))),
  );
  const { lines, warnings: unwritten } = writeOutGrids(joinWrappedItems(joinWrappedTimes(writeLoneHours(timed.lines))));
  const warnings = [...timed.warnings, ...unwritten];
  const agenda = findAgendaList(lines);
  if (agenda) {
    const reading = splitWithList(lines, agenda.start, agenda.list);
    return { ...reading, warnings: [...warnings, ...reading.warnings] };
  }
  const day = lines.findIndex((_, at) => beginsDay(lines, at));
  const from = day < 0 ? findHours(lines, 0) : includeMonths(lines, day);
  const items = readUnnumbered(lines, overrides);
  const head = from <= MOST_ABOVE ? findHeadBelow(lines.slice(from)) : 0;
  return {
    lines,
    masthead: lines.slice(0, head > 0 ? from + head : Math.min(from, findMastheadEnd(lines), MASTHEAD)),
    listed: items.listed,
    notes: [],
    documents: readHeadedDocuments(lines),
    timetable: head > 0 ? [...lines.slice(from, from + 1), ...lines.slice(from + head)] : lines.slice(from),
    warnings: [...warnings, ...items.warnings],
  };
};
