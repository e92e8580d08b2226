import type { Difference, DifferenceValue } from "../../../machines/meeting/differences.ts";
import { formatRuns } from "../../i18n/item-number.ts";
import { LANGUAGE_NAMES } from "../../i18n/language-names.ts";
import { isDeepEqual } from "../../meeting/deep-equal.ts";
import { interpolate } from "../../meeting/interpolate.ts";
import { listWholes } from "../../meeting/numbered-items.ts";
import { chooseText, type Text } from "../../meeting/text.ts";
import { listAddedLanguages } from "../../meeting/text-languages.ts";
import { capitalize } from "../prose.ts";
import { nameItems } from "./item-lines.ts";
import { say, type Teller } from "./naming.ts";
import { compareSides, compareTitles } from "./values.ts";

interface PrintedItem {
  readonly number: string;
  readonly title: Text;
}

const isItem = (value: DifferenceValue): value is PrintedItem =>
  typeof value === "object" && value !== null && "number" in value && "title" in value;

interface Renumbered {
  readonly from: string;
  readonly to: string;
}

/** A subitem goes with its item: that need not be told. */
const isImplied = ({ from, to }: Renumbered, all: readonly Renumbered[]): boolean =>
  all.some((whole) => {
    const rest = from.slice(whole.from.length);
    return listWholes(from).includes(whole.from) && to === `${whole.to}${rest}`;
  });

/** Items that move up or down together. */
const listRuns = (all: readonly Renumbered[]): readonly (readonly Renumbered[])[] => {
  const runs: Renumbered[][] = [];
  for (const one of all) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const isNext = last && Number(last.from) + 1 === Number(one.from) && Number(last.to) + 1 === Number(one.to);
    if (run && isNext) run.push(one);
    else runs.push([one]);
  }
  return runs;
};

const omitParts = (numbers: readonly string[]): readonly string[] =>
  numbers.filter((number) => !listWholes(number).some((whole) => numbers.includes(whole)));

const describeRun = (run: readonly Renumbered[], { messages, revision: { numbering } }: Teller): string => {
  const format = (numbers: readonly string[]): string => formatRuns(numbers, messages.punctuation.comma);
  const [from, to] = [run.map((one) => one.from), run.map((one) => one.to)];
  return interpolate(run.length === 1 ? numbering.becomes : numbering.become, { from: format(from), to: format(to) });
};

const describeNumbers = (
  pairs: readonly (readonly [PrintedItem | null, PrintedItem | null, string])[],
  teller: Teller,
): readonly string[] => {
  const { messages, revision } = teller;
  const { numbering } = revision;
  const added = omitParts(pairs.flatMap(([before, after]) => (before === null && after ? [after.number] : [])));
  const removed = omitParts(pairs.flatMap(([before, after]) => (before && after === null ? [before.number] : [])));
  const renumbered = pairs.flatMap(([before, after]) =>
    before && after && before.number !== after.number ? [{ from: before.number, to: after.number }] : [],
  );
  const told = renumbered.filter((one) => !isImplied(one, renumbered));
  const parts = [
    ...(added.length > 0 ? [interpolate(numbering.added, { items: nameItems(added, teller) })] : []),
    ...(removed.length > 0 ? [interpolate(numbering.removed, { items: nameItems(removed, teller) })] : []),
    ...listRuns(told).map((run) => describeRun(run, teller)),
  ];
  if (parts.length === 0) return [];
  const followers = told.length > 0 ? `${messages.punctuation.comma}${numbering.followers}` : "";
  return [capitalize(`${parts.join(messages.punctuation.semicolon)}${followers}`)];
};

/** What the items of the agenda are called now: their numbers in one sentence, then each other title. */
export const describeNumbering = (differences: readonly Difference[], teller: Teller): readonly string[] => {
  const sides = differences.map((difference) => compareSides(difference, teller));
  const pairs = sides.map(({ told, other, aside }) => [isItem(other) ? other : null, isItem(told) ? told : null, aside] as const);
  const { numbering } = teller.revision;
  const retitled = pairs.flatMap(([before, after, aside]) => {
    if (!before || !after || isDeepEqual(before.title, after.title)) return [];
    const items = nameItems([after.number], teller);
    const added = listAddedLanguages(before.title, after.title);
    if (added.length > 0)
      return added.map((one) => say(numbering.translated, { items, language: LANGUAGE_NAMES[one], value: chooseText(after.title, one) }));
    const [was, is] = compareTitles(before.title, after.title, teller);
    return was === is ? [] : [say(numbering.retitled, { items, value: is }, interpolate(aside, { value: was }))];
  });
  return [...describeNumbers(pairs, teller), ...retitled];
};
