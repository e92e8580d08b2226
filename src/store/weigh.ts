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

/** Of a meeting: its record and what calendars were told, which nearly all of it comes from. What entries share counts once. */
export const weighCalendar = ({ state, rows, joint }: MeetingCalendar): number => {
  const titles = new Set(rows.flatMap(({ entry }) => entry.items.map(({ title }) => title)));
  const bodies = new Set(rows.map(({ entry }) => entry.body));
  const told = sum(rows, measureOwn) + sum(titles, measureText) + sum(bodies, (body) => measureJson(body));
  return (told + measureJson(state.record) + (joint ? measureJson(joint) : 0)) * OCTETS_OF_CHARACTER;
};
