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
  const claim = (number: string, id: string | undefined): void => {
    matches.set(number, id);
    if (id !== undefined) claimed.add(id);
  };
  const open = (): readonly NumberedItem[] => items.filter(({ number }) => !matches.has(number));
  const free = (): readonly Numbered[] => base.filter(({ id }) => !claimed.has(id));
  const isSamePlace = ({ number, wholes }: NumberedItem, known: Numbered): boolean => {
    const [whole, knownWhole] = [wholes.at(-1), known.wholes.at(-1)];
    const isSameWhole = whole === undefined ? knownWhole === undefined : matches.get(whole) === knownWhole && knownWhole !== undefined;
    return isSameWhole && readLabel(number, whole) === readLabel(known.number, knownWhole && numberOf.get(knownWhole));
  };
  const claimByTitle = (all: readonly { readonly id: string; readonly title: Text }[]): void => {
    const rights = open();
    for (const { number, item } of rights) {
      // One item may be called in two ways: by the documents, and by what was said since.
      const alike = takeOnly([...new Set(all.flatMap(({ id, title }) => (isSameText(title, item.title) ? [id] : [])))]);
      const isAlone = rights.filter((other) => isSameText(other.item.title, item.title)).length === 1;
      if (alike !== undefined && isAlone) claim(number, alike);
    }
  };

  for (const { number, item } of items) {
    if (item.was === undefined) continue;
    const found = item.was === null ? undefined : free().find((other) => other.number === item.was);
    if (item.was !== null && !found) unknown.push(item.was);
    claim(number, found?.id);
  }
  for (const depth of DEPTHS) {
    const ofDepth = (): readonly NumberedItem[] => open().filter(({ wholes }) => wholes.length === depth);
    for (const right of ofDepth()) {
      const same = free().find((known) => isSamePlace(right, known) && isSameText(known.item.title, right.item.title));
      if (same) claim(right.number, same.id);
    }
    claimByTitle(free().map(({ id, item }) => ({ id, title: item.title })));
    // What left the agenda and comes back is what it was.
    claimByTitle(former.filter(({ id }) => !claimed.has(id)));
    for (const right of ofDepth()) {
      const same = free().find((known) => isSamePlace(right, known));
      if (same) retitled.push(right.number);
      claim(right.number, same?.id);
    }
  }
  return { matches, retitled, unknown };
};
