import { numberItems } from "../../src/meeting/numbered-items.ts";
import type { After, AgendaItem, MeetingRecord, Slot, Subitem } from "../../src/meeting/record.ts";
import { renumberAfter, renumberSlot } from "../../src/meeting/renumber-slot.ts";
import type { Text } from "../../src/meeting/text.ts";
import { readPath, type Difference, type DifferenceValue } from "./differences.ts";
import { restoreDocuments } from "./documented.ts";
import type { JoinedSitting, MeetingState } from "./state.ts";

/** Items by the numbers that they have now, or had when they left the agenda: what people read, and senders send. */
const findNumbers = ({ record, formerItems }: MeetingState): ReadonlyMap<string, string> =>
  new Map([...formerItems, ...numberItems(record.agenda.items)].map(({ id, number }) => [id, number]));

const printIds = (numbers: ReadonlyMap<string, string>, ids: readonly string[]): string[] => ids.map((id) => numbers.get(id) ?? id);

/** Whom a sitting names beside its own body is told by entries, once they have confirmed it. */
const printSlot = (numbers: ReadonlyMap<string, string>, { with: _with, ...slot }: Slot): Slot =>
  renumberSlot(slot, (id) => numbers.get(id) ?? id);

/** The sittings as they are. */
export const printProgramme = (state: MeetingState): readonly Slot[] => {
  const numbers = findNumbers(state);
  return state.slots.map(({ slot }) => printSlot(numbers, slot));
};

/** The sittings of other bodies in which the meeting takes part. */
export const printJoined = (state: MeetingState): readonly Pick<JoinedSitting, "lead" | "items">[] => {
  const numbers = findNumbers(state);
  return (state.joined ?? []).map(({ lead, items }) => ({ lead, items: printIds(numbers, items) }));
};

/** An item of the agenda as it is: added or called otherwise by an event, where one said so. */
interface PresentItem {
  readonly number: string;
  readonly title: Text;
  readonly shortTitle?: Text;
}

/** The items as they are. */
export const printItemTitles = ({ record }: MeetingState): readonly PresentItem[] =>
  numberItems(record.agenda.items).map(({ number, item: { title, shortTitle } }) => ({
    number,
    title,
    ...(shortTitle !== undefined && { shortTitle }),
  }));

const omitIds = <Of extends AgendaItem | Subitem>(items: readonly Of[]): Of[] =>
  items.map(({ id: _id, ...item }) => {
    const subitems: readonly Subitem[] | undefined = item.subitems;
    // The rest of an item is an item of the same depth.
    return { ...item, ...(subitems && { subitems: omitIds(subitems) }) } as Of;
  });

/** The record as it stands, with the items and the sittings as the documents have them. */
export const printRecord = (state: MeetingState): MeetingRecord => {
  const numbers = findNumbers(state);
  const { record } = state;
  const base = restoreDocuments(state);
  return {
    ...record,
    agenda: { ...record.agenda, items: omitIds(base.agenda.items) },
    ...(record.documents && {
      documents: record.documents.map((document) => ({ ...document, ...(document.items && { items: printIds(numbers, document.items) }) })),
    }),
    slots: base.slots.map((slot) => printSlot(numbers, slot)),
  };
};

/** Of a sitting, of its items, or of a document: names its items by their ids. */
const hasItems = (value: DifferenceValue): value is Pick<Slot, "items" | "continued" | "after"> =>
  typeof value === "object" && value !== null && "items" in value && Array.isArray(value.items);

/** Of a sitting, or of its time. */
const hasAfter = (value: DifferenceValue): value is Pick<Slot, "start"> & { readonly after: After } =>
  typeof value === "object" && value !== null && "after" in value && typeof value.after === "object";

const hasNames = (value: DifferenceValue): boolean => hasItems(value) || hasAfter(value);

const printValue = (numbers: ReadonlyMap<string, string>, value: DifferenceValue): DifferenceValue => {
  const rename = (id: string): string => numbers.get(id) ?? id;
  if (hasItems(value)) return renumberSlot(value, rename);
  return hasAfter(value) ? { ...value, after: renumberAfter(value.after, rename) } : value;
};

/** What a revision came to, with the items by the numbers that they have after it. */
export const printDifferences = (state: MeetingState, differences: readonly Difference[]): readonly Difference[] => {
  const numbers = findNumbers(state);
  return differences.map((difference) => {
    const { path, before, document, reported } = difference;
    const subject = readPath(path);
    if (!("id" in subject) && ![before, document, reported?.value ?? null].some(hasNames)) return difference;
    const number = "id" in subject ? numbers.get(subject.id) : undefined;
    return {
      ...difference,
      ...("id" in subject && number !== undefined && number !== subject.id && { number }),
      before: printValue(numbers, before),
      document: printValue(numbers, document),
      ...(reported && { reported: { ...reported, value: printValue(numbers, reported.value) } }),
    };
  });
};
