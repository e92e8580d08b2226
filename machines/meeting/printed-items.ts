import { findDistinctTitles } from "../../src/meeting/distinct-titles.ts";
import { numberItems, type NumberedItem } from "../../src/meeting/numbered-items.ts";
import type { BodyRecord, MeetingDocument, Programme } from "../../src/meeting/record.ts";
import type { Text } from "../../src/meeting/text.ts";
import type { MeetingState } from "./state.ts";

/** An item as an entry prints it. */
export interface PrintedItem {
  readonly id: string;
  readonly number: string;
  readonly title: Text;
  readonly shortTitle?: Text;
  /** What tells its title apart from another of the agenda that begins alike, where it has no short one. */
  readonly distinctTitle?: Text;
  /** The ids of the items that it is a part of, the nearest last. */
  readonly wholes: readonly string[];
}

/** What the meeting says of a sitting: its words at the time, once it is over. */
export interface MeetingWords {
  readonly body: BodyRecord;
  readonly timezone: string;
  readonly city?: Text;
  readonly venue?: Text;
  readonly items: readonly PrintedItem[];
  readonly documents: readonly Pick<MeetingDocument, "symbol" | "title">[];
}

interface Index {
  readonly record: Programme;
  readonly former: MeetingState["formerItems"];
  readonly items: ReadonlyMap<string, PrintedItem>;
  readonly documents: ReadonlyMap<string, readonly MeetingDocument[]>;
}

const printItem = ({ id, number, item, wholes }: NumberedItem, findDistinct: (title: Text) => Text | undefined): PrintedItem => {
  const { title, shortTitle } = item;
  const distinctTitle = shortTitle === undefined ? findDistinct(title) : undefined;
  return {
    id,
    number,
    title,
    ...(shortTitle !== undefined && { shortTitle }),
    ...(distinctTitle !== undefined && { distinctTitle }),
    wholes,
  };
};

const buildIndex = ({ record, formerItems }: MeetingState): Index => {
  const documents = new Map<string, MeetingDocument[]>();
  for (const document of record.documents ?? [])
    for (const item of document.items ?? []) documents.set(item, [...(documents.get(item) ?? []), document]);
  const former = formerItems.map(({ id, number, title }): PrintedItem => ({ id, number, title, wholes: [] }));
  const numbered = numberItems(record.agenda.items);
  const findDistinct = findDistinctTitles(numbered.map(({ item }) => item.title));
  const present = numbered.map((item) => printItem(item, findDistinct));
  return { record, former: formerItems, items: new Map([...former, ...present].map((item) => [item.id, item])), documents };
};

const indexes = new WeakMap<Programme, Index>();

/** Read off once for each record, not for each sitting. */
const findIndex = (state: MeetingState): Index => {
  const known = indexes.get(state.record);
  if (known?.former === state.formerItems) return known;
  const made = buildIndex(state);
  indexes.set(state.record, made);
  return made;
};

/** Items by their ids, as entries print them. */
export const printItems = (state: MeetingState, ids: readonly string[]): readonly PrintedItem[] => {
  const { items } = findIndex(state);
  return ids.flatMap((id) => items.get(id) ?? []);
};

export const listDocuments = (state: MeetingState, ids: readonly string[]): MeetingWords["documents"] => {
  const { documents } = findIndex(state);
  const found = new Set(ids.flatMap((id) => documents.get(id) ?? []));
  return (state.record.documents ?? [])
    .filter((document) => found.has(document))
    .map(({ symbol, title }) => ({ symbol, ...(title !== undefined && { title }) }));
};

export const describeItems = (state: MeetingState, ids: readonly string[]): MeetingWords => {
  const { body, timezone, city, venue } = state.record;
  return {
    body,
    timezone,
    ...(city !== undefined && { city }),
    ...(venue !== undefined && { venue }),
    items: printItems(state, ids),
    documents: listDocuments(state, ids),
  };
};
