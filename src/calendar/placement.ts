import type { ItemState, MeetingState } from "../../machines/meeting/state.ts";

/** `3(a)(i)` is a part of `3(a)` and of `3`, `16.1` of `16`. */
const listWholes = (number: string): readonly string[] => [
  number,
  ...[...number.matchAll(/[(.]/g)].map(({ index }) => number.slice(0, index)),
];

/** Whether a sitting takes an item up, or the item that it is a part of, or a part of it. */
export const judgePlacement = ({ slots }: MeetingState): ((item: Pick<ItemState, "number">) => boolean) => {
  const named = new Set(slots.flatMap(({ slot }) => slot.items));
  const wholes = new Set([...named].flatMap(listWholes));
  return ({ number }) => wholes.has(number) || listWholes(number).some((whole) => named.has(whole));
};
