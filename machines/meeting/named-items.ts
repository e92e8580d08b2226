import type { EventOf, MeetingEvent } from "../../src/meeting/events.ts";
import { numberItems } from "../../src/meeting/numbered-items.ts";
import type { Slot } from "../../src/meeting/record.ts";
import { renumberAfter, renumberSlot } from "../../src/meeting/renumber-slot.ts";
import type { Text } from "../../src/meeting/text.ts";
import { isSameText } from "../../src/meeting/text-languages.ts";
import type { MeetingState } from "./state.ts";
import { takeOnly } from "./match-items.ts";
import { giveId, getId, type Identities } from "./identities.ts";

/** An item as an event told it that gave it an id. */
export interface GivenItem {
  readonly id: string;
  readonly number: string;
  readonly title: Text;
  /** Not by a document. */
  readonly isAdded: boolean;
}

/** An item of which only events told that happened later: by a title that one alone has, or by the same number if it was added too. */
const findTold = (given: readonly GivenItem[], { item: number, title }: EventOf<"item.added">["data"]): string | undefined => {
  const called = given.filter((item) => isSameText(item.title, title));
  return takeOnly([...new Set(called.map(({ id }) => id))]) ?? given.find((item) => item.isAdded && item.number === number)?.id;
};

/**
 * The ids of what an added item names: its own is that under which it is on the agenda, or was, or under which another event told of it,
 * which may have happened later; or a new one.
 */
export const identifyAdded = (
  state: MeetingState,
  event: EventOf<"item.added">,
  standing: readonly GivenItem[],
  given: ReadonlySet<string>,
): Identities => {
  const { item: number, title } = event.data;
  const agenda = numberItems(state.record.agenda.items);
  const known = new Set([...agenda, ...state.formerItems].map(({ id }) => id));
  const isSaid = (item: GivenItem): boolean => item.number === number && isSameText(item.title, title);
  const id =
    agenda.find((item) => item.number === number)?.id ??
    takeOnly(state.formerItems.filter((item) => isSameText(item.title, title)))?.id ??
    standing.find(isSaid)?.id ??
    findTold(
      standing.filter((item) => !known.has(item.id)),
      event.data,
    ) ??
    giveId(number, given);
  return { ...identifyNamed(event, state).identities, ...(id !== number && { [number]: id }) };
};

const listFollowedItems = ({ after }: Pick<Slot, "after">): readonly string[] => (after && "item" in after ? [after.item] : []);

/** The numbers by which an event names items that are on the agenda already. */
const listNamedItems = ({ type, data }: MeetingEvent): readonly string[] => [
  ...("item" in data && data.item !== undefined && type !== "item.added" ? [data.item] : []),
  ...("afterItem" in data && data.afterItem !== undefined ? [data.afterItem] : []),
  ...("items" in data ? (data.items ?? []) : []),
  ...("after" in data ? listFollowedItems(data) : []),
  ...("slots" in data ? (data.slots ?? []).flatMap((slot) => [...slot.items, ...listFollowedItems(slot)]) : []),
  ...("documents" in data ? data.documents.flatMap(({ items }) => items ?? []) : []),
];

export interface NamedItems {
  readonly identities: Identities;
  /** The item that the event is about, where the agenda has none of that number; of others the door asks. */
  readonly unknown: string | undefined;
}

/** No item's id: no number is empty. */
const UNKNOWN = "";

/** The ids of the items that an event names, by the numbers that they had when it happened. */
export const identifyNamed = (event: MeetingEvent, state: MeetingState): NamedItems => {
  // What is taken off the agenda may be off it already.
  const former = event.type === "item.removed" ? state.formerItems : [];
  const byNumber = new Map([...former, ...numberItems(state.record.agenda.items)].map(({ number, id }) => [number, id]));
  const named = [...new Set(listNamedItems(event))];
  const item = "item" in event.data && event.type !== "item.added" ? event.data.item : undefined;
  return {
    identities: Object.fromEntries(
      named.flatMap((number) => {
        // What no item has is nobody's id: another may have come under that number.
        const id = byNumber.get(number) ?? UNKNOWN;
        return id === number ? [] : [[number, id]];
      }),
    ),
    unknown: item !== undefined && !byNumber.has(item) ? item : undefined,
  };
};

/** An event that names items by their ids. Those of a record are its own: see `identifyRecord`. */
export const substituteIds = (event: MeetingEvent, identities: Identities): MeetingEvent => {
  if (Object.keys(identities).length === 0) return event;
  const rename = (number: string): string => getId(identities, number);
  const ids = (all: readonly string[]): string[] => all.map(rename);
  const { data } = event;
  const changed = {
    ...data,
    ...("item" in data && data.item !== undefined && event.type !== "item.added" && { item: getId(identities, data.item) }),
    ...("afterItem" in data && data.afterItem !== undefined && { afterItem: getId(identities, data.afterItem) }),
    ...("items" in data && data.items && { items: ids(data.items) }),
    ...("after" in data && data.after && { after: renumberAfter(data.after, rename) }),
    ...("slots" in data && data.slots && { slots: data.slots.map((slot) => renumberSlot(slot, rename)) }),
    ...("documents" in data && {
      documents: data.documents.map((document) => ({ ...document, ...(document.items && { items: ids(document.items) }) })),
    }),
  };
  // Numbers alone have changed, which are ids now.
  return { ...event, data: changed } as MeetingEvent;
};
