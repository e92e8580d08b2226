import type { Line } from "../text/line.ts";
import { warn, type Warning } from "../warnings.ts";
import { makeRule, type LineRule, type Meaning } from "./line-rule.ts";

/** What was corrected, as rules of the lines that it is about; what is about none can't be found again. */
export const learnRules = (
  lines: readonly Line[],
  said: readonly Meaning[],
  bound: ReadonlyMap<Meaning, number | undefined>,
): { readonly rules: readonly LineRule[]; readonly warnings: readonly Warning[] } => {
  const learned = said
    .filter((meaning) => bound.has(meaning))
    .map((meaning) => {
      const line = bound.get(meaning);
      return { meaning, rule: line === undefined ? undefined : makeRule(lines, line, meaning, false) };
    });
  return {
    rules: learned.flatMap(({ rule }) => rule ?? []),
    warnings: learned.flatMap(({ meaning, rule }) => (rule ? [] : [warn("unbound-correction", meaning.text)])),
  };
};
