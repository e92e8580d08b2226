import { warn, type Warning } from "../warnings.ts";
import type { Entry } from "./entries.ts";

/** Sittings, with items where their numbers are those of the agenda. */
interface Numbered {
  readonly entries: readonly Entry[];
  /** Whether numbers begin anew at each sitting: they are no items of an agenda. */
  readonly isRestarted: boolean;
  readonly warnings: readonly Warning[];
}

const dropNumbers = (entry: Entry): Entry => ({ ...entry, items: [], continued: [] });

/** The one sitting that counts from 1 with titles of its own, where those after it go on with the agenda: a joint meeting. */
const findForeign = (entries: readonly Entry[], clashes: ReadonlySet<string>): Entry | undefined => {
  const begun = entries.filter(({ items }) => items.includes("1"));
  const [, second] = begun;
  if (!second || begun.length !== 2) return undefined;
  const next = entries.slice(entries.indexOf(second) + 1).find(({ items }) => items.length > 0);
  return next?.items.every((key) => !clashes.has(key)) ? second : undefined;
};

/** Parts numbers of the agenda from those that begin anew. `clashes` are numbers that stand for two titles. */
export const settleRestarts = (entries: readonly Entry[], clashes: ReadonlySet<string>): Numbered => {
  if (!clashes.has("1") || clashes.size < 2) return { entries, isRestarted: false, warnings: [] };
  const foreign = findForeign(entries, clashes);
  if (!foreign) return { entries, isRestarted: true, warnings: [] };
  return {
    entries: entries.map((entry) => (entry === foreign ? dropNumbers(entry) : entry)),
    isRestarted: false,
    warnings: [warn("own-numbers", [foreign.printed, foreign.labels[0]].filter(Boolean).join(": "), foreign.line)],
  };
};
