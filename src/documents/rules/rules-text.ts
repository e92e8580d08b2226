import { formatMeaning, parseMeaning, type LineRule } from "./line-rule.ts";

/** Rules as they are kept beside a record: a text that people read and change. */

const HEAD = [
  "# What lines of this meeting's documents mean, as a person said: applied to its next revision wherever the same line is printed.",
  "# instead: the line says this and nothing else. besides: the line is read, and what was read of it is corrected.",
].join("\n");

const formatRule = ({ printed, under, meaning, isWhole }: LineRule): string =>
  [
    `line: ${printed.replaceAll(/\s+/g, " ")}`,
    ...(under === undefined ? [] : [`under: ${under.replaceAll(/\s+/g, " ")}`]),
    `${isWhole ? "instead" : "besides"}: ${formatMeaning(meaning)}`,
  ].join("\n");

export const formatRules = (rules: readonly LineRule[]): string => `${[HEAD, ...rules.map(formatRule)].join("\n\n")}\n`;

const parseRule = (block: string): LineRule | undefined => {
  const fields = new Map(
    block.split("\n").flatMap((row) => {
      const [, name, value] = /^(line|under|instead|besides):\s*(.*)$/.exec(row) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value.trim()] as const];
    }),
  );
  const [printed, under, whole] = [fields.get("line"), fields.get("under"), fields.get("instead")];
  const meaning = parseMeaning(whole ?? fields.get("besides") ?? "");
  return printed !== undefined && meaning
    ? { printed, ...(under !== undefined && { under }), meaning, isWhole: whole !== undefined }
    : undefined;
};

/** The rules in a text; undefined where one of them can't be read. */
export const parseRules = (text: string): readonly LineRule[] | undefined => {
  const blocks = text
    .replaceAll(/^#.*$/gm, "")
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean);
  const rules = blocks.flatMap((block) => parseRule(block) ?? []);
  return rules.length === blocks.length ? rules : undefined;
};
