import type { CheckedFeed, Reading, Understood } from "./understood.ts";

const FIELDS = ["start", "end", "status", "sequence", "summary", "description"] as const satisfies readonly (keyof Understood)[];

const CONTEXT = 40;

/** Both texts around the place where they part, as JSON: invisible characters are what is looked for. */
const parted = (expected: string, got: string): readonly [string, string] => {
  let at = 0;
  while (at < expected.length && expected[at] === got[at]) at += 1;
  const from = Math.max(0, at - CONTEXT);
  const shown = (text: string): string => `${from > 0 ? "…" : ""}${JSON.stringify(text.slice(from, at + CONTEXT))}`;
  return [shown(expected), shown(got)];
};

const differences = (file: string, uid: string, expected: Partial<Understood>, got: Partial<Understood>): readonly string[] =>
  FIELDS.filter((field) => field in expected && expected[field] !== got[field]).map((field) => {
    const [wanted, found] = parted(String(expected[field]), String(got[field]));
    return `${file} ${uid} ${field}\n  expected ${wanted}\n  got      ${found}`;
  });

/**
 * Every entry once, each as it is expected.
 * @param shown what the reader can show of an entry
 */
export const disagreements = (
  { file, expected }: CheckedFeed,
  reading: Reading | undefined,
  shown: (entry: Understood) => Partial<Understood>,
): readonly string[] => {
  if (!reading) return [`${file} was not read`];
  if (reading.errors.length > 0 && reading.entries.length === 0) return [];
  const got = new Map(reading.entries.map((entry) => [entry.uid, entry]));
  const known = new Set(expected.map(({ uid }) => uid));
  return [
    ...(got.size === reading.entries.length ? [] : [`${file} has an entry twice`]),
    ...[...got.keys()].filter((uid) => !known.has(uid)).map((uid) => `${file} ${uid} was not expected`),
    ...expected.flatMap((entry) => {
      const found = got.get(entry.uid);
      return found ? differences(file, entry.uid, shown(entry), found) : [`${file} ${entry.uid} is missing`];
    }),
  ];
};
