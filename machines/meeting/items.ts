import type { EventOf } from "../../src/meeting/events.ts";
import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { numberItems, slugifyItem, type NumberedItem } from "../../src/meeting/numbered-items.ts";
import type { AgendaItem } from "../../src/meeting/record.ts";
import { chain } from "../../src/meeting/result.ts";
import { isSameText, mergeTexts } from "../../src/meeting/text-languages.ts";
import { findWhole, insertItem, mapAgenda, sortByAgenda } from "./agenda-items.ts";
import { addFact, readField, writeField } from "./facts.ts";
import { leaveJoined } from "./joint.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { toSaid, type Dated } from "./slot-changes.ts";
import { findSlotsOf, giveUpItem, scheduleItem } from "./item-sittings.ts";
import type { FormerItem, ItemState, MeetingState } from "./state.ts";

/** Parts of parts have none. */
const DEEPEST = 2;

const listItemNumbers = (state: MeetingState): string =>
  numberItems(state.record.agenda.items)
    .map(({ number }) => number)
    .join(", ");

/** An agenda that is otherwise than the documents have it: what they say of its items is kept beside it. */
const changeAgenda = (state: MeetingState, items: AgendaItem[]): MeetingState => {
  const { documentedItems = state.record.agenda.items, ...rest } = state;
  return {
    ...rest,
    record: { ...state.record, agenda: { ...state.record.agenda, items } },
    ...(!isDeepEqual(documentedItems, items) && { documentedItems }),
  };
};

const putIntoSlot = (state: MeetingState, event: Dated<EventOf<"item.added">>, id: string): Outcome => {
  const { body, meeting, slot, note } = event.data;
  if (slot === undefined) return accept(state);
  return scheduleItem(state, {
    ...event,
    type: "item.scheduled",
    data: { body, meeting, item: id, slot, ...(note !== undefined && { note }) },
  });
};

/** An item that is called otherwise; a language in which the event is silent keeps its title. */
export const changeItem = (state: MeetingState, event: Dated<EventOf<"item.changed">>): Outcome => {
  const { item: id, title, shortTitle } = event.data;
  const found = numberItems(state.record.agenda.items).find((item) => item.id === id)?.item;
  if (!found) return accept(state);
  const said = {
    title: title === undefined ? found.title : mergeTexts(found.title, title),
    shortTitle: shortTitle === undefined ? found.shortTitle : shortTitle && mergeTexts(found.shortTitle ?? shortTitle, shortTitle),
  };
  const fields = (["title", "shortTitle"] as const).filter((field) => !isDeepEqual(said[field] ?? null, readField(found, field)));
  if (fields.length === 0) return accept(state);
  const items = mapAgenda(state.record.agenda.items, (other, item) =>
    other === id ? fields.reduce((changed, field) => writeField(changed, field, said[field] ?? null), item) : item,
  );
  return accept({
    ...changeAgenda(state, items),
    items: state.items.map((item) => {
      if (item.id !== id) return item;
      const facts = fields.reduce((known, field) => addFact(known, field, readField(found, field), toSaid(event)), item.facts ?? {});
      return { ...item, facts };
    }),
  });
};

/** Added once more under its number it is the same item, as it was called last: the door asks whether it is another. */
const callAdded = (state: MeetingState, event: Dated<EventOf<"item.added">>, { id, number }: NumberedItem): Outcome => {
  const { body, meeting, item, title, shortTitle } = event.data;
  if (number !== item) return accept(state);
  const data = { body, meeting, item: id, title, ...(shortTitle !== undefined && { shortTitle }) };
  return changeItem(state, { ...event, type: "item.changed", data });
};

/** Refuses an item that would be added under the number of another. */
export const checkAdded = (state: MeetingState, event: EventOf<"item.added">, id: string): Outcome => {
  const known = numberItems(state.record.agenda.items).find((item) => item.id === id);
  const isAnother = known?.number === event.data.item && !isSameText(known.item.title, event.data.title);
  return isAnother ? refuseEvent("item-number-used", { item: event.data.item, other: event.data.item }) : accept(state);
};

/** An item comes to the agenda, under the id that the door gave it. */
export const addItem = (state: MeetingState, event: Dated<EventOf<"item.added">>, id: string): Outcome => {
  const { item: number, title, shortTitle, annotation, afterItem: after } = event.data;
  const all = numberItems(state.record.agenda.items);
  const known = all.find((item) => item.id === id);
  if (known) return chain(callAdded(state, event, known), (current) => putIntoSlot(current, event, id));
  const other = all.find((item) => slugifyItem(item.number) === slugifyItem(number));
  if (other) return refuseEvent("item-number-used", { item: number, other: other.number });
  const whole = findWhole(all, number);
  if ((!whole && number.includes("(")) || (after !== undefined && !all.some((item) => item.id === after)))
    return refuseEvent("unknown-item", { item: whole ? (after ?? "") : number.replace(/\([^(]*$/, ""), items: listItemNumbers(state) });
  if (whole && whole.wholes.length >= DEEPEST) return refuseEvent("too-deep", { item: number, whole: whole.number });
  const items = insertItem(
    state.record.agenda.items,
    { id, number, title, ...(shortTitle !== undefined && { shortTitle }), ...(annotation !== undefined && { annotation }) },
    { whole: whole?.id, after },
  );
  const added: ItemState = { id, value: { toBeConsidered: "pending" }, added: toSaid(event) };
  const changed: MeetingState = {
    ...changeAgenda(state, items),
    items: sortByAgenda(items, [...state.items, added]),
    formerItems: state.formerItems.filter((former) => former.id !== id),
  };
  return putIntoSlot(changed, event, id);
};

/** Whether an item has left the agenda. */
export const isFormer = ({ items, formerItems }: MeetingState, id: string): boolean =>
  formerItems.some((former) => former.id === id) && !items.some((item) => item.id === id);

/** An item leaves the agenda with its parts, and every sitting that is still to be held. */
export const removeItem = (state: MeetingState, event: Dated<EventOf<"item.removed">>): Outcome => {
  const { item: id } = event.data;
  const gone = numberItems(state.record.agenda.items).filter((item) => item.id === id || item.wholes.includes(id));
  const former = gone.map((item): FormerItem => ({
    id: item.id,
    number: item.number,
    title: item.item.title,
    wasIn: findSlotsOf(state, item.id),
    removed: toSaid(event),
  }));
  const ids = new Set(gone.map((item) => item.id));
  const left = gone.reduce<Outcome>(
    (outcome, item) =>
      chain(outcome, (current) => giveUpItem(leaveJoined(current, item.id), { ...event, data: { ...event.data, item: item.id } })),
    accept(state),
  );
  return chain(left, (current) =>
    accept({
      ...changeAgenda(
        current,
        mapAgenda(current.record.agenda.items, (other, item) => (other === id ? undefined : item)),
      ),
      items: current.items.filter((item) => !ids.has(item.id)),
      formerItems: [...current.formerItems, ...former],
    }),
  );
};
