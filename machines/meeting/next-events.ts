import { getNextTransitions } from "xstate";
import { EVENT_DESCRIPTORS, type EventDescriptor } from "../../src/meeting/event-descriptors.ts";
import type { EventType } from "../../src/meeting/events.ts";
import { reasonForRefusal, type RefusalCode } from "./refusals.ts";
import { hasMoveTarget } from "./slots.ts";
import { getAgendaSnapshot, getItemSnapshot, getSlotSnapshot } from "./snapshots.ts";
import type { MeetingState } from "./state.ts";
import type { AgendaValue } from "./statuses.ts";

/** An event that could be applied now, with the fields that it needs and, where it names a slot or an item, which it may. */
export interface NextEvent extends EventDescriptor {
  readonly slots?: readonly string[];
  readonly items?: readonly string[];
}

/** Of the log rather than of the state: always possible. */
const ALWAYS: ReadonlySet<EventType> = new Set(["documents.issued", "event.withdrawn", "event.redacted"]);

type Snapshot = Parameters<typeof getNextTransitions>[0];

/** What a machine may take next depends on its state's value alone, of which there are few. */
const cacheTypes = <Of extends { readonly value: unknown }>(getSnapshot: (of: Of) => Snapshot): ((of: Of) => ReadonlySet<string>) => {
  const known = new Map<string, ReadonlySet<string>>();
  return (of) => {
    const key = JSON.stringify(of.value);
    const types = known.get(key) ?? new Set(getNextTransitions(getSnapshot(of)).map(({ eventType }) => eventType));
    known.set(key, types);
    return types;
  };
};

const listTypesOfAgenda = cacheTypes(({ value }: { readonly value: AgendaValue }) => getAgendaSnapshot(value));
const listTypesOfSlot = cacheTypes(getSlotSnapshot);
const listTypesOfItem = cacheTypes(getItemSnapshot);

/** The events that could be applied now, whatever they say in particular. */
export const listNextEvents = (state: MeetingState): readonly NextEvent[] => {
  const acceptsSlotEvents = getAgendaSnapshot(state.agenda).hasTag("acceptsSlotEvents");
  const agendaTypes = listTypesOfAgenda({ value: state.agenda });
  const slotTypes = state.slots.map((slot) => ({ number: slot.slot.number, types: listTypesOfSlot(slot) }));
  const itemTypes = state.items.map((item) => ({ number: item.number, types: listTypesOfItem(item) }));
  const movable = new Set(state.slots.filter(({ slot }) => hasMoveTarget(state, slot.number)).flatMap(({ slot }) => slot.items));
  return EVENT_DESCRIPTORS.flatMap((descriptor): readonly NextEvent[] => {
    const { type } = descriptor;
    if (agendaTypes.has(type) || ALWAYS.has(type)) return [descriptor];
    if (!acceptsSlotEvents) return [];
    if (type === "slot.added") return [descriptor];
    if (type.startsWith("slot.")) {
      const slots = slotTypes.filter(({ types }) => types.has(type)).map(({ number }) => number);
      return slots.length > 0 ? [{ ...descriptor, slots }] : [];
    }
    const items = itemTypes
      .filter(({ number, types }) => types.has(type) && (type !== "item.moved" || movable.has(number)))
      .map(({ number }) => number);
    return items.length > 0 ? [{ ...descriptor, items }] : [];
  });
};

export const listNextTypes = (state: MeetingState): readonly EventType[] => listNextEvents(state).map(({ type }) => type);

/** Why a meeting, as it stands, takes no event that is not among the next. */
export const reasonForNoOther = ({ agenda }: MeetingState): RefusalCode => reasonForRefusal(getAgendaSnapshot(agenda), "slot.added");
