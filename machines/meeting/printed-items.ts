import { findDistinctTitles } from "../../src/meeting/distinct-titles.ts";
import { numberItems, type NumberedItem } from "../../src/meeting/numbered-items.ts";
import type { BodyRecord, Programme } from "../../src/meeting/record.ts";
import type { Text } from "../../src/meeting/text.ts";
import { hasSameElements } from "../../src/meeting/shared-lists.ts";
import type { MeetingState } from "./state.ts";
import { type PrintedDocument, indexDocuments, NO_DOCUMENTS, listDocuments } from "./printed-documents.ts";

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
  readonly documents: readonly PrintedDocument[];
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

/** What sittings and items are described from. */
export type Described = Pick<MeetingState, "record" | "formerItems">;

interface PrintedAgenda {
  readonly former: MeetingState["formerItems"];
  readonly items: ReadonlyMap<string, PrintedItem>;
}

const buildAgenda = ({ record, formerItems }: Described): PrintedAgenda => {
  const former = formerItems.map(({ id, number, title }): PrintedItem => ({ id, number, title, wholes: [] }));
  const numbered = numberItems(record.agenda.items);
  const findDistinct = findDistinctTitles(numbered.map(({ item }) => item.title));
  const present = numbered.map((item) => printItem(item, findDistinct));
  return { former: formerItems, items: new Map([...former, ...present].map((item) => [item.id, item])) };
};

const agendas = new WeakMap<Programme["agenda"], PrintedAgenda>();

/** Read off once for each agenda, not for each sitting. */
const printAgenda = (state: Described): ReadonlyMap<string, PrintedItem> => {
  const known = agendas.get(state.record.agenda);
  const printed = known?.former === state.formerItems ? known : buildAgenda(state);
  agendas.set(state.record.agenda, printed);
  return printed.items;
};

const mastheads = new WeakMap<Programme, { readonly other: Programme; readonly isSame: boolean }>();

/** Whether two records differ in their documents at most: asked for each sitting of the same two. */
const hasSameMasthead = (a: Programme, b: Programme): boolean => {
  const known = mastheads.get(b);
  if (known?.other === a) return known.isSame;
  const { documents: _documents, ...masthead } = a;
  const { documents: _otherDocuments, ...other } = b;
  const isSame =
    hasSameElements(Object.keys(masthead), Object.keys(other)) && hasSameElements(Object.values(masthead), Object.values(other));
  mastheads.set(b, { other: a, isSame });
  return isSame;
};

/** Whether two states say the same of some items, as far as that is seen without describing them. */
export const isDescribedAlike = (a: Described, b: Described, ids: readonly string[]): boolean => {
  if (a.formerItems !== b.formerItems) return false;
  if (a.record === b.record) return true;
  if (!hasSameMasthead(a.record, b.record)) return false;
  const [before, after] = [indexDocuments(a.record).byItem, indexDocuments(b.record).byItem];
  return ids.every((id) => hasSameElements(before.get(id) ?? NO_DOCUMENTS, after.get(id) ?? NO_DOCUMENTS));
};

/** Items by their ids, as entries print them. */
export const printItems = (state: MeetingState, ids: readonly string[]): readonly PrintedItem[] => {
  const items = printAgenda(state);
  return ids.flatMap((id) => items.get(id) ?? []);
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
