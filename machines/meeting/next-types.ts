import { getNextTransitions } from "xstate";
import { getAgendaSnapshot, getItemSnapshot, getSlotSnapshot } from "./snapshots.ts";
import type { MeetingState } from "./state.ts";
import { getItemStatus, getSlotStatus, type AgendaValue, type SlotStatus } from "./statuses.ts";

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
  const byReference = new WeakMap<object, ReadonlySet<string>>();
  const findTypes = (of: Of): ReadonlySet<string> => {
    const key = JSON.stringify(of.value);
    const types = known.get(key) ?? listTypes(getSnapshot(of));
    known.set(key, types);
    return types;
  };
  return (of) => {
    const { value } = of;
    if (typeof value !== "object" || value === null) return findTypes(of);
    const types = byReference.get(value) ?? findTypes(of);
    byReference.set(value, types);
    return types;
  };
};

export const listTypesOfAgenda = cacheTypes(({ value }: { readonly value: AgendaValue }) => getAgendaSnapshot(value));
export const listTypesOfSlot = cacheTypes(getSlotSnapshot);
export const listTypesOfItem = cacheTypes(getItemSnapshot);

/** What the machines of a meeting may take, in whatever sitting and on whatever item. */
export interface NextTypes {
  readonly acceptsSlotEvents: boolean;
  readonly ofAgenda: ReadonlySet<string>;
  readonly slotStatuses: ReadonlySet<SlotStatus>;
  readonly ofSlots: readonly ReadonlySet<string>[];
  readonly ofItems: readonly ReadonlySet<string>[];
}

/** One of those of each status: on more than that nothing depends of what a machine may take. */
const pickOneOfEach = <Of>(all: readonly Of[], getStatus: (one: Of) => string): readonly Of[] => {
  const byStatus = new Map<string, Of>();
  for (const one of all) {
    const status = getStatus(one);
    if (!byStatus.has(status)) byStatus.set(status, one);
  }
  return [...byStatus.values()];
};

export const readNextTypes = ({ agenda, slots, items }: MeetingState): NextTypes => ({
  acceptsSlotEvents: getAgendaSnapshot(agenda).hasTag("acceptsSlotEvents"),
  ofAgenda: listTypesOfAgenda({ value: agenda }),
  slotStatuses: new Set(slots.map(({ value }) => getSlotStatus(value))),
  ofSlots: pickOneOfEach(slots, ({ value }) => getSlotStatus(value)).map(listTypesOfSlot),
  ofItems: pickOneOfEach(items, ({ value }) => getItemStatus(value)).map(listTypesOfItem),
});
