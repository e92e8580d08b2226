import { getNextTransitions } from "xstate";
import { EVENT_DESCRIPTORS, type EventDescriptor } from "../../src/meeting/event-descriptors.ts";
import type { EventType } from "../../src/meeting/events.ts";
import type { AgendaValue } from "../agenda.ts";
import { agendaSnapshot, itemSnapshot, slotSnapshot } from "./snapshots.ts";
import type { MeetingState } from "./state.ts";

/** An event that could be applied now, with the fields that it needs and, where it names a slot or an item, which it may. */
export interface PossibleEvent extends EventDescriptor {
  readonly slots?: readonly string[];
  readonly items?: readonly string[];
}

/** Of the log rather than of the state: always possible. */
const ALWAYS: ReadonlySet<EventType> = new Set(["documents.issued", "event.withdrawn", "event.redacted"]);

type Snapshot = Parameters<typeof getNextTransitions>[0];

/** What a machine may take next depends on its state's value alone, of which there are few. */
const byValue = <Of extends { readonly value: unknown }>(snapshotOf: (of: Of) => Snapshot): ((of: Of) => ReadonlySet<string>) => {
  const known = new Map<string, ReadonlySet<string>>();
  return (of) => {
    const key = JSON.stringify(of.value);
    const types = known.get(key) ?? new Set(getNextTransitions(snapshotOf(of)).map(({ eventType }) => eventType));
    known.set(key, types);
    return types;
  };
};

const typesOfAgenda = byValue(({ value }: { readonly value: AgendaValue }) => agendaSnapshot(value));
const typesOfSlot = byValue(slotSnapshot);
const typesOfItem = byValue(itemSnapshot);

/** The events that could be applied now, whatever they say in particular. */
export const possibleEvents = (state: MeetingState): readonly PossibleEvent[] => {
  const takesSittings = agendaSnapshot(state.agenda).hasTag("takesSittings");
  const steps = typesOfAgenda({ value: state.agenda });
  const slotTypes = state.slots.map((slot) => ({ number: slot.slot.number, types: typesOfSlot(slot) }));
  const itemTypes = state.items.map((item) => ({ number: item.number, types: typesOfItem(item) }));
  const placed = new Set(state.slots.flatMap(({ slot }) => slot.items));
  return EVENT_DESCRIPTORS.flatMap((descriptor): readonly PossibleEvent[] => {
    const { type } = descriptor;
    if (steps.has(type) || ALWAYS.has(type)) return [descriptor];
    if (!takesSittings) return [];
    if (type === "slot.added") return [descriptor];
    if (type.startsWith("slot.")) {
      const slots = slotTypes.filter(({ types }) => types.has(type)).map(({ number }) => number);
      return slots.length > 0 ? [{ ...descriptor, slots }] : [];
    }
    const items = itemTypes
      .filter(({ number, types }) => types.has(type) && (type !== "item.moved" || placed.has(number)))
      .map(({ number }) => number);
    return items.length > 0 ? [{ ...descriptor, items }] : [];
  });
};

export const possibleTypes = (state: MeetingState): readonly EventType[] => possibleEvents(state).map(({ type }) => type);
