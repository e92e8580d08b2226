import { isDeepEqual } from "./deep-equal.ts";
import { getDate } from "./local-time.ts";
import type { Slot } from "./record.ts";
import { compareSlots } from "./slot-order.ts";

/** A sitting as far as those that follow it ask. */
type Planned = Pick<Slot, "number" | "start" | "part" | "after" | "items">;

/** The items that an item is a part of. */
type ListWholes = (item: string) => readonly string[];

/** Whether an item is one of some other, or that other itself. */
export const createItemTest =
  (whole: string, listWholes: ListWholes) =>
  (item: string): boolean =>
    item === whole || listWholes(item).includes(whole);

/**
 * The sitting whose end another waits for: the one that it names, or, of those by the end of its day that take up the item that it names, the
 * last. Undefined where there is none, and of one that another body keeps.
 */
export const findFollowed = <Of extends Planned>(
  slots: readonly Of[],
  { number, start, after }: Planned,
  listWholes: ListWholes,
): Of | undefined => {
  if (!after) return undefined;
  if ("slot" in after) return slots.find((slot) => slot.number === after.slot);
  if ("lead" in after) return undefined;
  const takesUp = createItemTest(after.item, listWholes);
  // What follows the conclusion of an item is not where it is concluded.
  const isLater = (slot: Planned): boolean =>
    slot.number === number || isDeepEqual(slot.after, after) || getDate(slot.start) > getDate(start);
  return slots
    .filter((slot) => !isLater(slot) && slot.items.some(takesUp))
    .toSorted(compareSlots)
    .at(-1);
};

/** The numbers of sittings each of which follows the next, and the last the first; undefined where there are none. */
export const findCircle = (slots: readonly Planned[], listWholes: ListWholes): readonly string[] | undefined => {
  // Those from which nothing comes back.
  const straight = new Set<string>();
  for (const first of slots) {
    if (!first.after) continue;
    const passed = new Set<string>();
    let followed: Planned | undefined = first;
    while (followed && !passed.has(followed.number) && !straight.has(followed.number)) {
      passed.add(followed.number);
      followed = findFollowed(slots, followed, listWholes);
    }
    const { number } = followed ?? {};
    if (number !== undefined && passed.has(number)) return [...passed].slice([...passed].indexOf(number));
    for (const each of passed) straight.add(each);
  }
  return undefined;
};
