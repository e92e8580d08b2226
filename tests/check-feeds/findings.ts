/** One row of the table: what one check made of the feeds. */
export interface Outcome {
  readonly check: string;
  readonly feeds: number;
  readonly entries: number;
  readonly disagreements: readonly string[];
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** Feeds with zones that the reader can't understand, and of those the ones that it read wrongly. */
  readonly beyond: { readonly feeds: number; readonly wrong: number };
  readonly seconds: number;
}

const SHOWN = 8;

const isClean = ({ disagreements, errors, warnings }: Outcome): boolean => disagreements.length + errors.length + warnings.length === 0;

const HEADINGS = ["check", "feeds", "entries", "disagreements", "errors", "warnings", "wrong beyond it", "seconds"] as const;

const cellsOf = ({ check, feeds, entries, disagreements, errors, warnings, beyond, seconds }: Outcome): readonly string[] => [
  check,
  ...[feeds, entries, disagreements.length, errors.length, warnings.length].map(String),
  beyond.feeds === 0 ? "" : `${beyond.wrong} of ${beyond.feeds}`,
  seconds.toFixed(1),
];

const tableOf = (outcomes: readonly Outcome[]): readonly string[] => {
  const rows = [HEADINGS, ...outcomes.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  "),
  );
};

const listed = (check: string, kind: string, found: readonly string[]): readonly string[] =>
  found.length === 0
    ? []
    : [
        `\n${check}: ${found.length} ${kind}`,
        ...found.slice(0, SHOWN).map((finding) => `  ${finding.replaceAll("\n", "\n  ")}`),
        ...(found.length > SHOWN ? [`  ... and ${found.length - SHOWN} more`] : []),
      ];

/** Prints the table and the first findings of each check; true where nothing was found. */
export const report = (outcomes: readonly Outcome[]): boolean => {
  const details = outcomes.flatMap(({ check, disagreements, errors, warnings }) => [
    ...listed(check, "disagreements", disagreements),
    ...listed(check, "errors", errors),
    ...listed(check, "warnings", warnings),
  ]);
  console.log(["", ...tableOf(outcomes), ...details].join("\n"));
  return outcomes.every(isClean);
};
