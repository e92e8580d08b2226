import { EVENT_DESCRIPTORS, type EventDescriptor } from "../../src/meeting/event-descriptors.ts";
import type { EventType } from "../../src/meeting/events.ts";
import { numberItems } from "../../src/meeting/numbered-items.ts";
import { isToBeTakenUp } from "./item-sittings.ts";
import { findRefusalCode, type RefusalCode } from "./refusals.ts";
import { hasMoveTarget } from "./moves.ts";
import { getAgendaSnapshot } from "./snapshots.ts";
import type { ItemState, MeetingState, SlotState } from "./state.ts";
import { listTypesOfAgenda, listTypesOfSlot, listTypesOfItem, type NextTypes, readNextTypes } from "./next-types.ts";

/** An event that could be applied now, with the fields that it needs and, where it names a slot or an item, which it may. */
export interface NextEvent extends EventDescriptor {
  readonly slots?: readonly string[];
  readonly items?: readonly string[];
}

/** Of the log rather than of the state: always possible. */
const ALWAYS: ReadonlySet<EventType> = new Set(["documents.issued", "notice.given", "deadline.set", "event.withdrawn", "event.redacted"]);

/** Whether an item may be named: what is under consideration is taken up again in a sitting that came since. */
const isOfItem = (state: MeetingState, type: EventType, item: ItemState): boolean =>
  listTypesOfItem(item).has(type) || (type === "item.taken_up" && isToBeTakenUp(state, item));

const isMovableFrom = (state: MeetingState, slot: SlotState, item: ItemState): boolean =>
  listTypesOfItem(item).has("item.moved") && hasMoveTarget(state, slot, item.id);

const isAnyMovable = (state: MeetingState): boolean => {
  const items = new Map(state.items.map((item) => [item.id, item]));
  return state.slots.some((slot) =>
    slot.slot.items.some((id) => {
      const item = items.get(id);
      return item !== undefined && isMovableFrom(state, slot, item);
    }),
  );
};

type Conditions = Partial<Record<EventType, (state: MeetingState, types: NextTypes) => boolean>>;

const hasDeadline = ({ deadlines = [] }: MeetingState): boolean => deadlines.some(({ withdrawn }) => !withdrawn);

/** What takes something that there is, whatever becomes of the meeting. */
const OF_WHAT_IS_THERE: Conditions = {
  "deadline.changed": hasDeadline,
  "deadline.withdrawn": hasDeadline,
  "documents.withdrawn": ({ record: { documents = [] } }) => documents.length > 0,
};

/** What takes something that there is, of a programme that may change. */
const OF_PROGRAMME: Conditions = {
  "slot.added": () => true,
  "slot.joined": () => true,
  "item.added": () => true,
  "slot.parted": ({ joined = [] }) => joined.length > 0,
  "item.moved": isAnyMovable,
  "day.cancelled": (_state, { slotStatuses }) => slotStatuses.has("scheduled") || slotStatuses.has("postponed"),
  "day.reinstated": (_state, { slotStatuses }) => slotStatuses.has("cancelled"),
};

const isNext = (state: MeetingState, type: EventType, types: NextTypes): boolean => {
  const { acceptsSlotEvents, ofAgenda, ofSlots, ofItems } = types;
  if (ofAgenda.has(type) || ALWAYS.has(type)) return true;
  const isThere = OF_WHAT_IS_THERE[type];
  if (isThere) return isThere(state, types);
  if (!acceptsSlotEvents) return false;
  const isPossible = OF_PROGRAMME[type];
  if (isPossible) return isPossible(state, types);
  if ((type.startsWith("slot.") ? ofSlots : ofItems).some((taken) => taken.has(type))) return true;
  return type === "item.taken_up" && state.items.some((item) => isToBeTakenUp(state, item));
};

/** The types of events that could be applied now. */
export const listNextTypes = (state: MeetingState): readonly EventType[] => {
  const types = readNextTypes(state);
  return EVENT_DESCRIPTORS.map(({ type }) => type).filter((type) => isNext(state, type, types));
};

/** The sittings, or the items, that an event may name; neither where it is of the meeting, or of one that comes with it. */
const listSubjects = (state: MeetingState, type: EventType): Pick<NextEvent, "slots" | "items"> => {
  const isOfAgenda = listTypesOfAgenda({ value: state.agenda }).has(type);
  if (isOfAgenda || ALWAYS.has(type) || (OF_PROGRAMME[type] && type !== "item.moved")) return {};
  if (type.startsWith("slot."))
    return { slots: state.slots.filter((slot) => listTypesOfSlot(slot).has(type)).map(({ slot }) => slot.number) };
  if (!type.startsWith("item.")) return {};
  const items = new Map(state.items.map((item) => [item.id, item]));
  const movable = (item: ItemState): boolean =>
    state.slots.some((slot) => slot.slot.items.includes(item.id) && isMovableFrom(state, slot, item));
  return {
    items: numberItems(state.record.agenda.items).flatMap(({ id, number }) => {
      const item = items.get(id);
      return item && isOfItem(state, type, item) && (type !== "item.moved" || movable(item)) ? [number] : [];
    }),
  };
};

/** The events that could be applied now, whatever they say in particular. */
export const listNextEvents = (state: MeetingState): readonly NextEvent[] => {
  const types = new Set(listNextTypes(state));
  return EVENT_DESCRIPTORS.filter(({ type }) => types.has(type)).map((descriptor) => ({
    ...descriptor,
    ...listSubjects(state, descriptor.type),
  }));
};

/** Why a meeting, as it stands, takes no event that is not among the next. */
export const findRefusalOfOthers = ({ agenda }: MeetingState): RefusalCode => findRefusalCode(getAgendaSnapshot(agenda), "slot.added");
