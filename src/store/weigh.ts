import { OCTETS_OF_CHARACTER } from "../cache/memory.ts";
import type { EntryRevision } from "../calendar/ledger.ts";
import { measureJson } from "../calendar/size.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import type { Text } from "../meeting/text.ts";

/** Octets in memory, by the characters as JSON: names of fields, which stand there, make up for objects. */
export const weighJson = (thing: object): number => measureJson(thing) * OCTETS_OF_CHARACTER;

const measureText = (text: Text): number => (typeof text === "string" ? text.length : measureJson(text));

const ownSizes = new WeakMap<EntryRevision, number>();

/** Characters of a row without what it shares with others. */
const measureOwn = (row: EntryRevision): number => {
  const { body: _body, items, ...own } = row.entry;
  const size = ownSizes.get(row) ?? measureJson({ ...row, entry: { ...own, items: items.map(({ title: _title, ...item }) => item) } });
  ownSizes.set(row, size);
  return size;
};

const sum = <Thing>(things: Iterable<Thing>, measure: (thing: Thing) => number): number => {
  let total = 0;
  for (const thing of things) total += measure(thing);
  return total;
};

const toldSizes = new WeakMap<readonly EntryRevision[], number>();

/** Characters of what calendars were told. What entries share counts once. */
const measureTold = (rows: readonly EntryRevision[]): number => {
  const known = toldSizes.get(rows);
  if (known !== undefined) return known;
  const titles = new Set(rows.flatMap(({ entry }) => entry.items.map(({ title }) => title)));
  const bodies = new Set(rows.map(({ entry }) => entry.body));
  const size = sum(rows, measureOwn) + sum(titles, measureText) + sum(bodies, (body) => measureJson(body));
  toldSizes.set(rows, size);
  return size;
};

/** After a change of a few rows the others are not measured again; what new ones share counts as their own. */
export const noteChangedRows = (
  before: readonly EntryRevision[],
  after: readonly EntryRevision[],
  changed: readonly EntryRevision[],
): void => {
  const known = toldSizes.get(before);
  if (known === undefined) return;
  const uids = new Set(changed.map(({ entry }) => entry.uid));
  const gone = before.filter(({ entry }) => uids.has(entry.uid));
  toldSizes.set(after, known + sum(changed, measureOwn) - sum(gone, measureOwn));
};

/** Of a meeting: its record and what calendars were told, which nearly all of it comes from. */
export const weighCalendar = ({ state, rows, joint }: MeetingCalendar): number =>
  (measureTold(rows) + measureJson(state.record) + (joint ? measureJson(joint) : 0)) * OCTETS_OF_CHARACTER;
