import { getNextTransitions } from "xstate";
import { EVENT_DESCRIPTORS, type EventDescriptor } from "../../src/meeting/event-descriptors.ts";
import type { EventType } from "../../src/meeting/events.ts";
import { numberItems } from "../../src/meeting/numbered-items.ts";
import { isToBeTakenUp } from "./item-sittings.ts";
import { findRefusalCode, type RefusalCode } from "./refusals.ts";
import { hasMoveTarget } from "./moves.ts";
import { getAgendaSnapshot, getItemSnapshot, getSlotSnapshot } from "./snapshots.ts";
import type { MeetingState } from "./state.ts";
import type { AgendaValue } from "./statuses.ts";

/** An event that could be applied now, with the fields that it needs and, where it names a slot or an item, which it may. */
export interface NextEvent extends EventDescriptor {
  readonly slots?: readonly string[];
  readonly items?: readonly string[];
}

/** Of the log rather than of the state: always possible. */
const ALWAYS: ReadonlySet<EventType> = new Set(["documents.issued", "notice.given", "deadline.set", "event.withdrawn", "event.redacted"]);

type Snapshot = Parameters<typeof getNextTransitions>[0];

type Transition = ReturnType<typeof getNextTransitions>[number];

/** Not what would be said again, nor what only happens against what was said. */
const isToBeExpected = ({ actions, meta }: Transition): boolean =>
  !meta?.["isUnusual"] && !actions.some((action) => action === "changeNothing");

/** The types that a machine may take next: the innermost state decides of each. */
const listTypes = (snapshot: Snapshot): ReadonlySet<string> => {
  const byType = Map.groupBy(getNextTransitions(snapshot), ({ eventType }) => eventType);
  const expected = [...byType].filter(([, all]) => all.filter(({ source }) => source === all[0]?.source).some(isToBeExpected));
  return new Set(expected.map(([type]) => type));
};

/** What a machine may take next depends on its state's value alone, of which there are few. */
const cacheTypes = <Of extends { readonly value: unknown }>(getSnapshot: (of: Of) => Snapshot): ((of: Of) => ReadonlySet<string>) => {
  const known = new Map<string, ReadonlySet<string>>();
  return (of) => {
    const key = JSON.stringify(of.value);
    const types = known.get(key) ?? listTypes(getSnapshot(of));
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
  const itemTypes = numberItems(state.record.agenda.items).flatMap(({ id, number }) => {
    const item = state.items.find((other) => other.id === id);
    if (!item) return [];
    const types = listTypesOfItem(item);
    return [{ id, number, types: isToBeTakenUp(state, item) ? new Set([...types, "item.taken_up"]) : types }];
  });
  const movable = new Set(state.slots.flatMap((slot) => slot.slot.items.filter((item) => hasMoveTarget(state, slot, item))));
  return EVENT_DESCRIPTORS.flatMap((descriptor): readonly NextEvent[] => {
    const { type } = descriptor;
    if (agendaTypes.has(type) || ALWAYS.has(type)) return [descriptor];
    if (type === "deadline.changed" || type === "deadline.withdrawn")
      return state.deadlines?.some(({ withdrawn }) => !withdrawn) ? [descriptor] : [];
    if (!acceptsSlotEvents) return [];
    if (type === "slot.added" || type === "slot.joined" || type === "item.added") return [descriptor];
    if (type === "slot.parted") return state.joined?.length ? [descriptor] : [];
    if (type.startsWith("slot.")) {
      const slots = slotTypes.filter(({ types }) => types.has(type)).map(({ number }) => number);
      return slots.length > 0 ? [{ ...descriptor, slots }] : [];
    }
    const items = itemTypes
      .filter(({ id, types }) => types.has(type) && (type !== "item.moved" || movable.has(id)))
      .map(({ number }) => number);
    return items.length > 0 ? [{ ...descriptor, items }] : [];
  });
};

export const listNextTypes = (state: MeetingState): readonly EventType[] => listNextEvents(state).map(({ type }) => type);

/** Why a meeting, as it stands, takes no event that is not among the next. */
export const findRefusalOfOthers = ({ agenda }: MeetingState): RefusalCode => findRefusalCode(getAgendaSnapshot(agenda), "slot.added");
