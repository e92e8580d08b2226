import type { DraftSlot } from "../../meeting/draft.ts";
import { getDate } from "../../meeting/local-time.ts";
import { findFreeNumber } from "../../meeting/slot-numbers.ts";
import { warn, type Warning } from "../warnings.ts";

/** The sittings that a revised document is laid over. */
export interface KnownSlots {
  /** As the documents have them. */
  readonly documented: readonly DraftSlot[];
  /** As they are: moved, or added since. */
  readonly programme: readonly DraftSlot[];
  /** Every number that a sitting of the meeting ever had. */
  readonly numbers: readonly string[];
  /** Whether one at another time is another: an addendum adds to what there is, and moves nothing. */
  readonly areFixed?: boolean;
}

export interface MatchedSlots {
  /** Those of the document, with the numbers of the known ones that they are. */
  readonly slots: readonly DraftSlot[];
  readonly warnings: readonly Warning[];
}

type Key = (slot: DraftSlot) => string;
const getStart: Key = ({ start }) => start;
const joinItems: Key = ({ items }) => items.toSorted().join(",");
const NOON = "12:30";
const nameHalfDay: Key = ({ start }) => `${getDate(start)} ${start.slice(11) < NOON ? "morning" : "afternoon"}`;

interface Pairs {
  readonly pairs: ReadonlyMap<DraftSlot, DraftSlot>;
  readonly unclear: readonly DraftSlot[];
}

/** Pairs revised slots with known ones that share a key no other has; where several do, it stays open. */
const pairBy = (known: readonly DraftSlot[], revised: readonly DraftSlot[], key: Key): Pairs => {
  const before = Map.groupBy(known, key);
  const after = Map.groupBy(revised, key);
  const pairs = new Map<DraftSlot, DraftSlot>();
  const unclear: DraftSlot[] = [];
  for (const [shared, slots] of after) {
    const candidates = before.get(shared) ?? [];
    const [slot, ...others] = slots;
    const [candidate, ...rivals] = candidates;
    if (!slot || !candidate || shared === "") continue;
    if (others.length === 0 && rivals.length === 0) pairs.set(slot, candidate);
    else unclear.push(...slots);
  }
  return { pairs, unclear };
};

/**
 * Gives the slots of a revised document the numbers of the known ones that they are: by start, as the documents have it and as it is;
 * then by half-day, then by items. What is unmatched gets the next free number, and never one that was used. Where several could be
 * meant, a warning asks.
 */
export const matchSlots = (
  { documented, programme, numbers, areFixed = false }: KnownSlots,
  revised: readonly DraftSlot[],
): MatchedSlots => {
  const pairs = new Map<DraftSlot, string>();
  const unclear = new Set<DraftSlot>();
  const steps: readonly (readonly [readonly DraftSlot[], Key])[] = [
    [documented, getStart],
    [programme, getStart],
    ...(areFixed
      ? []
      : ([
          [documented, nameHalfDay],
          [documented, joinItems],
        ] as const)),
  ];
  for (const [known, key] of steps) {
    const taken = new Set(pairs.values());
    const found = pairBy(
      known.filter(({ number }) => !taken.has(number)),
      revised.filter((slot) => !pairs.has(slot)),
      key,
    );
    for (const [slot, { number }] of found.pairs) pairs.set(slot, number);
    for (const slot of found.unclear) unclear.add(slot);
  }
  const used = new Set([...documented, ...programme].map(({ number }) => number).concat(numbers));
  const numberSlot = (slot: DraftSlot): DraftSlot => {
    const number = pairs.get(slot) ?? findFreeNumber(used);
    used.add(number);
    return { ...slot, number };
  };
  return {
    slots: revised.map(numberSlot),
    warnings: [...unclear].filter((slot) => !pairs.has(slot)).map((slot) => warn("unclear-revision", slot.start)),
  };
};
