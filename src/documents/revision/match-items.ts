import type { DraftItem } from "../../meeting/draft.ts";
import { numberDraftItems } from "../../meeting/draft.ts";
import { numberItems } from "../../meeting/numbered-items.ts";
import type { AgendaItem } from "../../meeting/record.ts";
import { chooseText, type Language, type Text } from "../../meeting/text.ts";
import { normalizeText } from "../text/line.ts";
import { warn, type Warning } from "../warnings.ts";

/** What each item of a document was in the record that it revises: a number there, or null where it is new. */
export type Was = ReadonlyMap<string, string | null>;

interface Titled {
  readonly number: string;
  readonly parent: string | undefined;
  readonly title: string;
}

interface Pair {
  readonly before: Titled;
  readonly after: Titled;
  /** From 0 to 1. */
  readonly likeness: number;
}

const HAN = /\p{Script=Han}/u;

/** The words of a title; where no spaces part them, its pairs of characters. */
const listTokens = (title: string): ReadonlySet<string> =>
  new Set(
    normalizeText(title)
      .split(" ")
      .flatMap((word) => (HAN.test(word) ? Array.from(word, (_, at) => word.slice(at, at + 2)) : [word]))
      .filter(Boolean),
  );

/** Likeness by the words that both have: a word that many titles have counts for little. */
const compareBy = (titles: readonly string[]): ((a: string, b: string) => number) => {
  const tokensOf = new Map([...new Set(titles)].map((title) => [title, listTokens(title)]));
  const readTokens = (title: string): ReadonlySet<string> => tokensOf.get(title) ?? listTokens(title);
  const counts = new Map<string, number>();
  for (const tokens of tokensOf.values()) for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  const weigh = (tokens: Iterable<string>): number => [...tokens].reduce((sum, token) => sum + 1 / (counts.get(token) ?? 1), 0);
  return (a, b) => {
    const [one, other] = [readTokens(a), readTokens(b)];
    const whole = weigh(one) + weigh(other);
    return whole === 0 ? 0 : (2 * weigh([...one].filter((token) => other.has(token)))) / whole;
  };
};

const ALIKE = 0.5;
/** Of two that are as close as this, a person must say which is meant. */
const CLOSE = 0.15;

const listWholes = (number: string): string | undefined => /^(.+)(?:\([^()]+\)|\.\d+)$/.exec(number)?.[1];

const toTitled = (number: string, title: Text | undefined, language: Language): Titled => ({
  number,
  parent: listWholes(number),
  title: title === undefined ? "" : chooseText(title, language),
});

export interface MatchedItems {
  readonly was: Was;
  readonly warnings: readonly Warning[];
}

const isExact = ({ before, after, likeness }: Pair): boolean => likeness === 1 && before.number === after.number;

/**
 * Judges which items of a document are which of the record that it revises, by likeness of their titles: each once, the most alike
 * first. Where two are alike, or a number stays under quite another title, a doubt asks; `said` decides.
 */
export const matchDraftItems = (base: readonly AgendaItem[], items: readonly DraftItem[], language: Language, said: Was): MatchedItems => {
  const before = numberItems(base).map(({ number, item }) => toTitled(number, item.title, language));
  const after = numberDraftItems(items).map(({ number, item }) => toTitled(number, item.title, language));
  const compare = compareBy([...before, ...after].map(({ title }) => title));
  const was = new Map<string, string | null>([...said].filter(([number]) => after.some((item) => item.number === number)));
  const claimed = new Set<string | null>(was.values());
  const warnings: Warning[] = [];
  const isOpen = ({ before: one, after: other }: Pick<Pair, "before" | "after">): boolean =>
    !claimed.has(one.number) && !was.has(other.number);
  const claim = (number: string, known: string | null): void => {
    was.set(number, known);
    if (known !== null) claimed.add(known);
  };
  /** Parts of one whole are compared with parts of what it was. */
  const isPlaced = ({ before: one, after: other }: Pick<Pair, "before" | "after">): boolean =>
    one.parent === undefined ? other.parent === undefined : other.parent !== undefined && was.get(other.parent) === one.parent;
  const rank = (pair: Pair): number => pair.likeness + (isPlaced(pair) ? 0.1 : 0) + (isExact(pair) ? 1 : 0);
  const claimAlike = (ofDepth: (one: Titled) => boolean): void => {
    const pairs = after
      .filter(ofDepth)
      .flatMap((other) => before.map((one): Pair => ({ before: one, after: other, likeness: compare(one.title, other.title) })))
      .filter((pair) => isOpen(pair) && pair.likeness >= ALIKE)
      .toSorted((a, b) => rank(b) - rank(a));
    for (const pair of pairs) {
      if (!isOpen(pair)) continue;
      const rivals = pairs.filter(
        (other) =>
          other !== pair &&
          isOpen(other) &&
          (other.before === pair.before) !== (other.after === pair.after) &&
          rank(pair) - rank(other) < CLOSE,
      );
      if (rivals.length > 0) warnings.push(warn("unclear-item", `${pair.after.number} (${pair.after.title}) = ${pair.before.number}`));
      claim(pair.after.number, pair.before.number);
    }
  };
  // Wholes first: they say which parts are compared.
  claimAlike(({ parent }) => parent === undefined);
  claimAlike(({ parent }) => parent !== undefined);
  for (const { number, title } of after) {
    if (was.has(number)) continue;
    const same = before.find((one) => one.number === number && !claimed.has(one.number));
    // A document that prints no title of an item, or prints it in another language, means the number.
    if (same && (title === "" || same.title === "")) claim(number, number);
    else {
      if (same) warnings.push(warn("replaced-item", `${number} (${title})`));
      claim(number, null);
    }
  }
  return { was, warnings };
};

/** The same for a version in another language, whose titles can't be compared: its numbers are those of the record. */
export const matchByNumber = (base: readonly AgendaItem[], items: readonly DraftItem[]): Was => {
  const known = new Set(numberItems(base).map(({ number }) => number));
  return new Map(numberDraftItems(items).map(({ number }) => [number, known.has(number) ? number : null]));
};
