import type { EntryRevision } from "../calendar/ledger.ts";
import type { FeedOptions } from "./options.ts";
import { describeComponent, listConferences } from "./ics.ts";

const sizes = new WeakMap<EntryRevision, Map<string, number>>();

/** What escapes and folds add to the texts of an entry, and the names of its properties. */
const [ADDED, NAMES] = [1.1, 120];

/** Octets of an entry at most: told of its texts, since to write a thousand entries takes long. */
const estimateEntry = (row: EntryRevision, origin: string, options: FeedOptions): number => {
  const ofRow = sizes.get(row) ?? new Map<string, number>();
  sizes.set(row, ofRow);
  return ofRow.getOrInsertComputed(`${origin} ${options.words.language}`, () => {
    const texts = JSON.stringify([describeComponent(row, origin, options), listConferences(row.entry, options)]);
    return NAMES + ADDED * new TextEncoder().encode(texts).length;
  });
};

/** The same of several. */
export const estimateOctets = (rows: readonly EntryRevision[], origin: string, options: FeedOptions): number =>
  rows.reduce((sum, row) => sum + estimateEntry(row, origin, options), 0);
