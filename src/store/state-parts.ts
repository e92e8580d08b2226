import type { IssuedDocument, MeetingState } from "../../machines/meeting/state.ts";
import { isDeepEqual } from "../meeting/deep-equal.ts";

/** What grows with a meeting and its events: each element is stored by itself, so that a change costs what it changes. */
const LISTS = [
  "slots",
  "items",
  "removedSlots",
  "formerItems",
  "milestones",
  "notices",
  "deadlines",
  "joined",
  "documentedItems",
  "issued",
  "agendaItems",
  "documents",
] as const;
export type ListName = (typeof LISTS)[number];
type Lists = Readonly<Partial<Record<ListName, readonly object[]>>>;

/** A state without its lists, and how long each of those is that it has. */
export interface Snapshot extends Omit<MeetingState, ListName | "record"> {
  readonly record: object;
  readonly lengths: Readonly<Partial<Record<ListName, number>>>;
}

/** A state in parts: those that an event did not change are the very same after it. */
export interface StateParts {
  readonly snapshot: Snapshot;
  readonly lists: Lists;
}

/** An element of a list, and where it stands there. */
export interface StatePart {
  readonly list: ListName;
  readonly at: number;
  readonly part: object;
}

const issuedParts = new WeakMap<IssuedDocument, object>();

/** A document of which an event said something, with its symbol: made once. */
const toIssuedPart = ([symbol, said]: readonly [string, IssuedDocument]): object => {
  const part = issuedParts.get(said) ?? { ...said, symbol };
  issuedParts.set(said, part);
  return part;
};

const omitUndefined = <Value>(fields: Readonly<Record<string, Value | undefined>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

export const splitState = (whole: MeetingState): StateParts => {
  const { slots, items, removedSlots, formerItems, milestones, notices, deadlines, joined, documentedItems, issued, ...rest } = whole;
  const { documents, agenda, ...record } = rest.record;
  const { items: agendaItems, ...agendaFields } = agenda;
  const own = { slots, items, removedSlots, formerItems, milestones, notices, deadlines, joined, documentedItems };
  const lists: Lists = omitUndefined({ ...own, issued: Object.entries(issued).map(toIssuedPart), agendaItems, documents });
  const lengths = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.length]));
  return { snapshot: { ...rest, record: { ...record, agenda: agendaFields }, lengths }, lists };
};

/** The parts of a state that are not those of the one before it. */
export const listChangedParts = (before: StateParts | undefined, { lists }: StateParts): readonly StatePart[] =>
  LISTS.flatMap((list) => {
    const known = before?.lists[list] ?? [];
    return (lists[list] ?? []).flatMap((part, at) => (isDeepEqual(part, known[at]) ? [] : [{ list, at, part }]));
  });

/** The lists that have fewer elements than before. */
export const listShortened = (
  before: StateParts | undefined,
  { snapshot: { lengths } }: StateParts,
): readonly { readonly list: ListName; readonly length: number }[] =>
  LISTS.map((list) => ({ list, length: lengths[list] ?? 0 })).filter(({ list, length }) => length < (before?.snapshot.lengths[list] ?? 0));

type Said = IssuedDocument & { readonly symbol: string };

const joinLists = (state: Omit<Snapshot, "lengths">, { issued = [], agendaItems, documents, ...own }: Lists): MeetingState => {
  const { record, ...rest } = state as Omit<Snapshot, "record" | "lengths"> & Pick<MeetingState, "record">;
  const said = (issued as readonly Said[]).map(({ symbol, ...document }) => [symbol, document]);
  return {
    ...rest,
    ...own,
    issued: Object.fromEntries(said) as MeetingState["issued"],
    record: { ...record, agenda: { ...record.agenda, items: agendaItems }, ...(documents && { documents }) },
  } as MeetingState;
};

/** A state of its parts, with those that are known already; undefined where one is missing. */
export const joinState = ({ lengths, ...state }: Snapshot, parts: Iterable<StatePart>, known?: StateParts): MeetingState | undefined => {
  const lists = new Map<ListName, (object | undefined)[]>();
  for (const name of LISTS) if (lengths[name] !== undefined) lists.set(name, (known?.lists[name] ?? []).slice(0, lengths[name]));
  for (const { list, at, part } of parts) {
    const elements = lists.get(list);
    if (elements) elements[at] = part;
  }
  const isWhole = [...lists].every(([name, elements]) => elements.length === lengths[name] && !elements.includes(undefined));
  return isWhole ? joinLists(state, Object.fromEntries(lists)) : undefined;
};

const encoder = new TextEncoder();
const sizes = new WeakMap<object, number>();

const measurePart = (part: object): number => {
  const size = sizes.get(part) ?? encoder.encode(JSON.stringify(part)).length;
  sizes.set(part, size);
  return size;
};

/** Of a list that was another before: only what it has otherwise is counted. */
const measureChanged = (list: readonly object[], before: readonly object[], size: number): number =>
  list.reduce((sum, part, at) => {
    const was = before[at];
    return part === was ? sum : sum + measurePart(part) - (was ? measurePart(was) : 0);
  }, size) - before.slice(list.length).reduce((sum, part) => sum + measurePart(part), 0);

const measureList = (list: readonly object[], before: readonly object[] = []): number => {
  const known = sizes.get(list);
  if (known !== undefined) return known;
  const size = measureChanged(list, before, sizes.get(before) ?? measureChanged(before, [], 0));
  sizes.set(list, size);
  return size;
};

/**
 * Octets of all that is said of a meeting: what did not change is not counted again.
 * @param before the state before the event
 */
export const measureState = (state: MeetingState, before?: MeetingState): number => {
  const known = sizes.get(state);
  if (known !== undefined) return known;
  const { snapshot, lists } = splitState(state);
  const earlier = before && splitState(before).lists;
  const size = LISTS.reduce((sum, name) => sum + measureList(lists[name] ?? [], earlier?.[name]), measurePart(snapshot));
  sizes.set(state, size);
  return size;
};
