import { explainLines, type ExplainedLine, type Use } from "../../documents/account/explain-lines.ts";
import type { Draft } from "../../documents/draft.ts";
import type { SourceDocument } from "../../documents/model/document.ts";
import type { Warning } from "../../documents/warnings.ts";

/** What each line of a document became, as a person reads it. */

const sayUse = (use: Use): string => {
  switch (use.kind) {
    case "field":
      return use.field;
    case "heading":
      return "heading";
    case "day":
      return use.date ?? "a day that is not known";
    case "slot":
      return `slot ${use.number}`;
    case "item":
      return `item ${use.number}`;
    case "annotation":
      return `note on ${use.item}`;
    case "document":
      return use.symbol;
    case "said":
      return `as you said: ${use.meaning}`;
    case "doubt":
      return `? ${use.code}`;
  }
};

const WIDTH = 28;
const LONGEST = 90;

const formatLine = ({ line, text, uses }: ExplainedLine): string => {
  const said = uses.length === 0 ? "-" : [...new Set(uses.map(sayUse))].join(", ");
  return `${String(line).padStart(5)}  ${said.padEnd(WIDTH)} | ${text.slice(0, LONGEST)}`;
};

const formatLines = (lines: readonly ExplainedLine[]): string =>
  ["What each line became; - where nothing was taken of it. Say what a line means with --line NUMBER=...", ...lines.map(formatLine)].join(
    "\n",
  );

/** How an import is shown. */
export interface Showing {
  readonly json?: boolean;
  /** Whether it is shown what each line became. */
  readonly lines?: boolean;
}

/** Shows what was understood of a document: as JSON, line by line, or in words. */
export const showUnderstood = (
  understood: { readonly meeting: object; readonly warnings: readonly Warning[] },
  document: SourceDocument,
  draft: Draft,
  { json = false, lines = false }: Showing,
  words: () => string,
): void => {
  const explained = lines ? explainLines(document, draft) : undefined;
  if (json) console.log(JSON.stringify({ ...understood, ...(explained && { lines: explained }) }, null, 2));
  else console.log(explained ? formatLines(explained) : words());
};
