import type { Difference, DifferenceValue } from "../../../machines/meeting/differences.ts";
import type { Placement } from "../../../machines/meeting/placements.ts";
import { formatRuns } from "../../i18n/item-number.ts";
import { interpolate } from "../../meeting/interpolate.ts";
import { say, type Teller } from "./naming.ts";
import { compareSides } from "./values.ts";

/** Where an item is taken up, by its number. */
export interface PlacementDifference {
  readonly difference: Difference;
  readonly number: string;
}

/** `item 4`, `items 4, 6-8`, as within a sentence. */
export const nameItems = (numbers: readonly string[], { messages, revision }: Teller): string =>
  interpolate(numbers.length === 1 ? revision.item : revision.items, { numbers: formatRuns(numbers, messages.punctuation.comma) });

const isPlacement = (value: DifferenceValue): value is Placement =>
  typeof value === "object" && value !== null && Object.values(value).every((continued) => typeof continued === "boolean");

/** The sittings that take an item up, as people call them. */
export const formatPlacement = (value: DifferenceValue, { nameSlot, messages, revision }: Teller): string => {
  if (!isPlacement(value)) return revision.none;
  const names = Object.entries(value).map(([number, isContinued]) =>
    isContinued ? `${nameSlot(number)} (${messages.continued})` : nameSlot(number),
  );
  return names.join(messages.punctuation.comma) || revision.placement.noSitting;
};

interface Sentence {
  readonly template: string;
  readonly value: string;
  readonly aside?: string;
}

const pick = (from: Placement, isPicked: (number: string) => boolean): Placement =>
  Object.fromEntries(Object.entries(from).filter(([number]) => isPicked(number)));

const describePlacement = (difference: Difference, teller: Teller): Sentence | undefined => {
  const { told, other, aside: template } = compareSides(difference, teller);
  if (!isPlacement(told) || !isPlacement(other)) return undefined;
  const { placement } = teller.revision;
  const added = pick(told, (number) => other[number] === undefined);
  const removed = pick(other, (number) => told[number] === undefined);
  const [isMore, isLess] = [Object.keys(added).length > 0, Object.keys(removed).length > 0];
  const besideOf = (value: Placement): string => interpolate(template, { value: formatPlacement(value, teller) });
  const aside = besideOf(other);
  // What is only more or less says of itself what was.
  const beside = difference.outcome === "changed" ? {} : { aside };
  if (Object.keys(told).length === 0) return { template: placement.nowhere, value: "", aside };
  if (isMore && !isLess && Object.keys(other).length > 0)
    return { template: placement.also, value: formatPlacement(added, teller), ...beside };
  if (isLess && !isMore) return { template: placement.noLonger, value: formatPlacement(removed, teller), ...beside };
  if (isMore && isLess) return { template: placement.at, value: formatPlacement(added, teller), aside: besideOf(removed) };
  if (isMore) return { template: placement.at, value: formatPlacement(told, teller), aside };
  const isOther = (number: string): boolean => told[number] !== other[number];
  return { template: placement.at, value: formatPlacement(pick(told, isOther), teller), aside: besideOf(pick(other, isOther)) };
};

/** Where items are taken up: those of which the same is said in one sentence. */
export const describePlacements = (all: readonly PlacementDifference[], teller: Teller): readonly string[] => {
  const described = all.flatMap(({ difference, number }) => {
    const sentence = describePlacement(difference, teller);
    return sentence ? [{ number, sentence }] : [];
  });
  return [...Map.groupBy(described, ({ sentence }) => JSON.stringify(sentence)).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { template, value, aside } = first.sentence;
    const items = nameItems(
      same.map(({ number }) => number),
      teller,
    );
    return say(template, { items, value }, aside);
  });
};
