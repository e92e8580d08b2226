import type { NumberedItem } from "../../src/meeting/numbered-items.ts";
import type { Text } from "../../src/meeting/text.ts";
import { isSameText } from "../../src/meeting/text-languages.ts";
import type { FormerItem } from "./state.ts";

type Numbered = Pick<NumberedItem, "id" | "number" | "item" | "wholes">;

/** What an item of a record was in its base: an id, or undefined where it is new. */
export type Matches = ReadonlyMap<string, string | undefined>;

export interface Matching {
  readonly matches: Matches;
  /** Items that keep their number under another title. */
  readonly retitled: readonly string[];
  /** Numbers that `was` names and the base has not. */
  readonly unknown: readonly string[];
}

export const takeOnly = <Value>(values: readonly Value[]): Value | undefined => (values.length === 1 ? values[0] : undefined);

/** What an item is called within its whole: `(a)` of `7(a)`. */
const readLabel = (number: string, whole: string | undefined): string =>
  whole !== undefined && number.startsWith(whole) ? number.slice(whole.length) : number;

/** Where an item stands: within which whole, if any, and what it is called there. */
const formatPlace = (whole: string | undefined, label: string): string => `${whole ?? ""}\n${label}`;

interface Called {
  readonly id: string;
  readonly title: Text;
}

const listTexts = (title: Text): readonly (string | undefined)[] => (typeof title === "string" ? [title] : Object.values(title));

/** Finds who is called alike, among those that share a text in any language. */
const indexTitles = (all: readonly Called[]): ((title: Text) => readonly Called[]) => {
  const byText = new Map<string | undefined, Called[]>();
  for (const one of all) for (const text of listTexts(one.title)) byText.getOrInsertComputed(text, () => []).push(one);
  return (title) => {
    const alike = new Set(listTexts(title).flatMap((text) => byText.get(text) ?? []));
    return [...alike].filter((one) => isSameText(one.title, title));
  };
};

/** Items and their parts go three levels deep at most. */
const DEPTHS = [0, 1, 2] as const;

/**
 * Matches the items of a record against those of its base, each once and exactly: what the sender says it was; the same number and
 * title; a title that one alone has on both sides; the same number. A part's number counts within its whole, wherever that stands now.
 * Likeness is for senders to judge.
 */
export const matchToBase = (base: readonly Numbered[], items: readonly NumberedItem[], former: readonly FormerItem[]): Matching => {
  const matches = new Map<string, string | undefined>();
  const claimed = new Set<string>();
  const retitled: string[] = [];
  const unknown: string[] = [];
  const numberOf = new Map(base.map(({ id, number }) => [id, number]));
  const byPlace = Map.groupBy(base, ({ number, wholes }) => {
    const whole = wholes.at(-1);
    return formatPlace(whole, readLabel(number, whole && numberOf.get(whole)));
  });
  const claim = (number: string, id: string | undefined): void => {
    matches.set(number, id);
    if (id !== undefined) claimed.add(id);
  };
  const isOpen = ({ number }: NumberedItem): boolean => !matches.has(number);
  const isFree = ({ id }: { readonly id: string }): boolean => !claimed.has(id);
  const findInPlace = ({ number, wholes }: NumberedItem, isWanted: (known: Numbered) => boolean = () => true): Numbered | undefined => {
    const whole = wholes.at(-1);
    const known = whole === undefined ? undefined : matches.get(whole);
    if (whole !== undefined && known === undefined) return undefined;
    return byPlace.get(formatPlace(known, readLabel(number, whole)))?.find((other) => isFree(other) && isWanted(other));
  };
  const claimByTitle = (listAll: () => readonly Called[]): void => {
    const rights = items.filter(isOpen).map(({ number, item }): Called => ({ id: number, title: item.title }));
    if (rights.length === 0) return;
    const [findKnown, findRights] = [indexTitles(listAll()), indexTitles(rights)];
    for (const { id: number, title } of rights) {
      // One item may be called in two ways: by the documents, and by what was said since.
      const alike = takeOnly([...new Set(findKnown(title).map(({ id }) => id))]);
      if (alike !== undefined && findRights(title).length === 1) claim(number, alike);
    }
  };

  for (const { number, item } of items) {
    if (item.was === undefined) continue;
    const found = item.was === null ? undefined : base.find((other) => isFree(other) && other.number === item.was);
    if (item.was !== null && !found) unknown.push(item.was);
    claim(number, found?.id);
  }
  for (const depth of DEPTHS) {
    if (matches.size === items.length) break;
    const listOpen = (): readonly NumberedItem[] => items.filter((item) => item.wholes.length === depth && isOpen(item));
    for (const right of listOpen()) {
      const same = findInPlace(right, (known) => isSameText(known.item.title, right.item.title));
      if (same) claim(right.number, same.id);
    }
    claimByTitle(() => base.filter(isFree).map(({ id, item }) => ({ id, title: item.title })));
    // What left the agenda and comes back is what it was.
    claimByTitle(() => former.filter(isFree));
    for (const right of listOpen()) {
      const same = findInPlace(right);
      if (same) retitled.push(right.number);
      claim(right.number, same?.id);
    }
  }
  return { matches, retitled, unknown };
};
