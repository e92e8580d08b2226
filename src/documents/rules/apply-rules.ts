import { makeLine, type Line } from "../text/line.ts";
import { warn, type Warning } from "../warnings.ts";
import { findLines, formatMeaning, type LineRule, type Meaning } from "./line-rule.ts";

/** A document's lines as the rules have them read, and what is to be corrected of the draft that they give. */
export interface AppliedRules {
  readonly lines: readonly Line[];
  readonly said: readonly Meaning[];
  readonly warnings: readonly Warning[];
}

/** The words by which a line of running text says what it means; a row of a table is only taken out, as its columns say other things. */
const rewriteLine = ({ number, cells }: Line, { kind, text }: Meaning): readonly Line[] => {
  if (cells.length > 1 || (kind !== "slot" && kind !== "item")) return [];
  const [head = "", ...rest] = text.split("=").map((part) => part.trim());
  return [makeLine(number, [kind === "item" ? `${head}. ${rest.join("=")}` : `${head} ${rest.join("=")}`], true)];
};

/** Whether lines that follow add to it: a sitting whose items are printed below it. */
const isOpen = ({ cells }: Line, { kind, text }: Meaning): boolean => cells.length === 1 && kind === "slot" && !text.includes("=");

export const applyRules = (lines: readonly Line[], rules: readonly LineRule[]): AppliedRules => {
  const found = rules.map((rule) => ({ rule, at: findLines(lines, rule) }));
  const applied = found.flatMap(({ rule, at: [at, ...others] }) =>
    at === undefined || others.length > 0 ? [] : [{ rule, at, line: lines[at] }],
  );
  const read = Map.groupBy(
    applied.filter(({ rule }) => rule.isWhole),
    ({ at }) => at,
  );
  return {
    lines: lines.flatMap((line, at) => read.get(at)?.flatMap(({ rule }) => rewriteLine(line, rule.meaning)) ?? [line]),
    said: applied.flatMap(({ rule: { meaning, isWhole }, line }) => (line && isWhole && isOpen(line, meaning) ? [] : [meaning])),
    warnings: found.flatMap(({ rule, at }) =>
      at.length === 1 ? [] : [warn(at.length === 0 ? "unused-rule" : "unclear-rule", `"${rule.printed}" = ${formatMeaning(rule.meaning)}`)],
    ),
  };
};
