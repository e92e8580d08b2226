import { MACHINE_VERSION } from "../../../machines/meeting/apply-event.ts";
import { getMeetingStatus } from "../../../machines/meeting/statuses.ts";
import type { FormerItem } from "../../../machines/meeting/state.ts";
import { findKnownItem, readOwnItem, type KnownItem } from "../../calendar/items.ts";
import { formatSlotUid } from "../../calendar/joint.ts";
import { isAskedFor, type EntrySubject, type MeetingPart, type PartQuery } from "../../calendar/meeting-part.ts";
import type { MeetingOverview } from "../../calendar/views.ts";
import { numberItems, slugifyItem } from "../../meeting/numbered-items.ts";
import type { AgendaItem } from "../../meeting/record.ts";
import type { FetchedPart } from "../meeting-changes.ts";
import { readJoint } from "./joint-table.ts";
import { parseStored, readRows, type ReadRow } from "./read-tables.ts";

/** A part of a meeting, without its revision. */
type ReadPart = Omit<FetchedPart, "revision">;

interface FoundSubject extends EntrySubject {
  readonly uid: string;
}

/** Where the first and the last day stand in a subject that is no item's own, as JSON: read there, so that only those of a day are parsed. */
const OF_DAY = `AND (NOT json_valid(subject)
  OR (substr(subject, 1, 10) = '{"days":["' AND substr(subject, 11, 10) <= ?2 AND substr(subject, 24, 10) >= ?2))`;

/** What the entries of a meeting, or those of a day, are found by: its index has it, so that no entry is read for it. Undefined where it is damaged. */
const readSubjects = (sql: SqlStorage, meeting: string, day?: string): readonly FoundSubject[] | undefined => {
  const rows = sql
    .exec<{ uid: string; subject: string }>(
      `SELECT uid, subject FROM ledger WHERE meeting = ?1 ${day === undefined ? "" : OF_DAY}`,
      meeting,
      ...(day === undefined ? [] : [day]),
    )
    .toArray();
  const subjects = rows.map(({ uid, subject }) => ({ uid, ...(parseStored(subject) as EntrySubject | undefined) }));
  return subjects.every((found): found is FoundSubject => found.items !== undefined) ? subjects : undefined;
};

/** The items that are on the agenda or left it; undefined where one is damaged. */
const readItems = (sql: SqlStorage, meeting: string): readonly KnownItem[] | undefined => {
  const parts = sql
    .exec<{ list: string; part: string }>(
      "SELECT list, part FROM parts WHERE meeting = ? AND list IN ('agendaItems', 'formerItems') ORDER BY list, at",
      meeting,
    )
    .toArray()
    .map(({ list, part }) => ({ list, part: parseStored(part) as AgendaItem | FormerItem | undefined }));
  if (parts.some(({ part }) => part === undefined)) return undefined;
  const readList = (wanted: string) => parts.filter(({ list }) => list === wanted).map(({ part }) => part);
  const former = readList("formerItems") as readonly FormerItem[];
  return [
    ...numberItems(readList("agendaItems") as readonly AgendaItem[]),
    ...former.map(({ id, number }) => ({ id, number, wholes: [] })),
  ];
};

/** An item's own entry tells of what never was an item, as it turned out. */
const readForgotten = (sql: SqlStorage, meeting: string, subjects: readonly FoundSubject[], slug: string): KnownItem | undefined => {
  const found = subjects.find(({ item }) => item !== undefined && slugifyItem(item) === slug);
  const entry = found && readRows(sql, meeting, [found.uid])[0]?.entry;
  return entry && readOwnItem(entry);
};

const takeRow = ({ revision, entry }: ReadRow): MeetingPart["rows"] => (entry ? [{ ...revision, entry }] : []);

const readOverview = (sql: SqlStorage, id: string): MeetingOverview | undefined => {
  const found = sql
    .exec<{ overview: string }>("SELECT overview FROM meetings WHERE id = ? AND machine = ?", id, MACHINE_VERSION)
    .toArray()[0];
  return found && (parseStored(found.overview) as MeetingOverview | undefined);
};

/** Whether a meeting may have been announced under a wrong id, as far as its overview tells. */
export const mayHaveMoved = (sql: SqlStorage, id: string): boolean => {
  const overview = readOverview(sql, id);
  return overview === undefined || getMeetingStatus(overview.agenda) === "withdrawn";
};

/** The UIDs of rows that no event changed after a position. */
const listKept = (sql: SqlStorage, meeting: string, uids: readonly string[], position: number): readonly string[] =>
  sql
    .exec<{ uid: string }>(
      "SELECT uid FROM ledger WHERE meeting = ? AND uid IN (SELECT value FROM json_each(?)) AND position <= ?",
      meeting,
      JSON.stringify(uids),
      position,
    )
    .toArray()
    .map(({ uid }) => uid);

/**
 * A part of a meeting as the tables have it; undefined where they are of another machine, or damaged: then the meeting is to be loaded.
 * @param since the position up to which the reader has it: rows that are older are named alone
 */
export const readStoredPart = (sql: SqlStorage, id: string, query: PartQuery, since = 0): ReadPart | undefined => {
  const overview = readOverview(sql, id);
  if (!overview) return undefined;
  const { record } = overview;
  const [slots, slugs] = "day" in query ? [[], []] : [query.slots, query.items];
  const isByIndex = "day" in query || slugs.length > 0;
  const subjects = isByIndex ? readSubjects(sql, id, "day" in query ? query.day : undefined) : [];
  const known = slugs.length > 0 ? readItems(sql, id) : [];
  if (!subjects || !known) return undefined;
  const items = slugs.flatMap((slug) => findKnownItem(known, slug) ?? readForgotten(sql, id, subjects, slug) ?? []);
  const uids = [
    ...slots.map((slot) => formatSlotUid({ body: record.body.id, meeting: id, slot })),
    ...subjects.filter((subject) => isAskedFor(subject, query, items)).map(({ uid }) => uid),
  ];
  const read = readRows(sql, id, uids, since);
  const rows = read.flatMap(takeRow);
  const joint = isByIndex ? readJoint(sql, id) : undefined;
  if (rows.length < read.length) return undefined;
  const kept = since > 0 ? listKept(sql, id, uids, since) : [];
  return { value: { record, rows, items, ...(joint && { joint }) }, ...(kept.length > 0 && { kept }) };
};
