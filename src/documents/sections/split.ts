import type { Listed, ListedItem } from "./agenda.ts";
import { agendaList, unnumberedItems } from "./agenda-list.ts";
import { notes, type Note } from "./annotations.ts";
import { documentsBefore, documentsIn, documentsListed, documentsOfItems, type NamedDocument } from "./documents-list.ts";
import { withoutContents, withoutFurniture } from "../text/page-furniture.ts";
import { unflattened } from "../text/unflatten.ts";
import { itemNumber } from "../expressions/item-numbers.ts";
import type { Line } from "../text/line.ts";
import { ungridded } from "../organization-of-work/grid.ts";
import { agendaListStart, beginsDay, headingOf } from "./sections.ts";
import type { Supplied } from "../supplied.ts";
import { titleOf } from "../expressions/item-heads.ts";
import { withoutBullet } from "../text/typography.ts";
import { warning, type Warning } from "../warnings.ts";

/** A document parted into what stands above the agenda, its agenda list, annotations, and the lines of its timetable. */
export interface Reading {
  readonly lines: readonly Line[];
  readonly masthead: readonly Line[];
  readonly listed: Listed;
  readonly notes: readonly Note[];
  readonly documents: readonly NamedDocument[];
  readonly timetable: readonly Line[];
  readonly warnings: readonly Warning[];
}

const NEAR = 12;
/** Lines that can stand above an agenda: a masthead, a cover note, a table of contents. */
const MASTHEAD = 120;

/** An annex or an organization of work is a timetable where days or rows follow soon. */
const isTimetableHeading = (lines: readonly Line[], at: number): boolean => {
  const line = lines[at];
  const kind = line && headingOf(line);
  if (kind !== "organization" && kind !== "annex") return false;
  return lines.slice(at + 1, at + 1 + NEAR).some((_, index) => beginsDay(lines, at + 1 + index));
};

/** From where to where the timetable stands, in a document whose agenda list ends at `end`. */
const timetableAfter = (lines: readonly Line[], start: number, end: number, lastItem: number): readonly [number, number] => {
  const day = lines.findIndex((_, at) => at >= start && at < end && beginsDay(lines, at));
  // A table of items and their dates: the list and the timetable are one.
  if (day >= 0 && (lines[day]?.number ?? 0) < lastItem) return [start, end];
  const from = day >= 0 ? day : end;
  const headed = lines.findIndex((_, at) => at >= from && isTimetableHeading(lines, at));
  const first = headed >= 0 ? headed : lines.findIndex((_, at) => at >= from && beginsDay(lines, at));
  if (first < 0) return [lines.length, lines.length];
  const after = lines.findIndex((line, at) => at > first && headingOf(line) === "annotations");
  return [first, after < 0 ? lines.length : after];
};

const listedOf = (items: readonly ListedItem[]): Listed => new Map(items.map((item) => [item.key, item]));

/** Lists of documents under a heading of their own, outside of the annotations. */
const documentsHeaded = (lines: readonly Line[]): readonly NamedDocument[] => {
  const start = lines.findIndex((line) => headingOf(line) === "documents");
  if (start < 0) return [];
  const end = lines.findIndex((line, at) => at > start && headingOf(line) !== undefined && headingOf(line) !== "documents");
  return documentsListed(lines.slice(start + 1, end < 0 ? lines.length : end));
};

const documentsOfNotes = (all: readonly Note[]): readonly NamedDocument[] =>
  all.flatMap(({ item, text, isDocumentation }) => (isDocumentation ? documentsIn(text, [item.key]) : documentsBefore(text, [item.key])));

const withList = (lines: readonly Line[], start: number): Reading => {
  const { items, warnings, end } = agendaList(lines, start);
  const listed = listedOf(items);
  const [from, to] = timetableAfter(lines, start, end, items.at(-1)?.line ?? 0);
  const isOne = from === start;
  // The list may have run on into the timetable.
  const annotated = from < end ? notes(lines, to, lines.length, listed) : notes(lines, end, from, listed);
  const after = from > end ? notes(lines, to, lines.length, listed) : [];
  const all = [...annotated, ...after];
  const inList = isOne ? [] : documentsOfItems(lines.slice(start, Math.min(end, from)));
  return {
    lines,
    masthead: lines.slice(0, Math.min(start, MASTHEAD)),
    listed,
    notes: all,
    documents: [...inList, ...documentsOfNotes(all), ...(all.length === 0 ? documentsHeaded(lines.slice(end)) : [])],
    timetable: lines.slice(from, to),
    warnings,
  };
};

/** Items without numbers are not numbered unless that is asked for. */
const unnumbered = (lines: readonly Line[], { numbering }: Supplied): Pick<Reading, "listed" | "warnings"> => {
  const found = unnumberedItems(lines);
  if (numbering !== "order")
    return { listed: new Map(), warnings: found.map(({ text, number }) => warning("unnumbered-item", text, number)) };
  const items = found.map(({ text, number }, at) => ({
    ...itemNumber([String(at + 1)]),
    title: titleOf(withoutBullet(text)),
    line: number,
  }));
  return {
    listed: listedOf(items),
    warnings: found.length > 0 ? [warning("numbered-by-order", String(found.length), found[0]?.number)] : [],
  };
};

/** Parts a document into its sections. */
export const readingOf = (source: readonly Line[], supplied: Supplied): Reading => {
  const { lines, warnings } = ungridded(unflattened(withoutContents(withoutFurniture(source))));
  const start = agendaListStart(lines);
  if (start !== undefined) {
    const reading = withList(lines, start);
    return { ...reading, warnings: [...warnings, ...reading.warnings] };
  }
  const day = lines.findIndex((_, at) => beginsDay(lines, at));
  const from = day < 0 ? lines.length : day;
  const items = unnumbered(lines, supplied);
  return {
    lines,
    masthead: lines.slice(0, Math.min(from, MASTHEAD)),
    listed: items.listed,
    notes: [],
    documents: documentsHeaded(lines.slice(from)),
    timetable: lines.slice(from),
    warnings: [...warnings, ...items.warnings],
  };
};
