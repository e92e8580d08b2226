import { readFileSync } from "node:fs";
import type { Corrections } from "../../documents/corrections.ts";
import { readFile } from "../../documents/forms/read-file.ts";
import { UNREAD_FILES } from "../../documents/forms/unread-file.ts";
import type { SourceDocument } from "../../documents/model/document.ts";
import { flattenBlocks } from "../../documents/model/lines.ts";
import { parseOverrides, type Overrides } from "../../documents/overrides.ts";
import { addRules, makeRule, parseMeaning, type LineRule, type Meaning } from "../../documents/rules/line-rule.ts";
import type { Line } from "../../documents/text/line.ts";
import { warn, type Warning } from "../../documents/warnings.ts";
import { fail, succeed, type Result } from "../../meeting/result.ts";
import { getRecordPath } from "./base.ts";
import { getDraftPath, getRulesPath, readRules } from "./kept-files.ts";

/** What is said on the command line of a document and of its lines. */
export interface Sayings {
  readonly file: string;
  /** `name=value`, as given to --set. */
  readonly settings: readonly string[];
  readonly said?: readonly Meaning[];
  /** `number=meaning`, as given to --line. */
  readonly line?: readonly string[];
  /** Whether what was said of its lines before is left out. */
  readonly forget?: boolean;
}

/** A document as it was read, and what was said beside it. */
export interface Source {
  readonly file: string;
  readonly document: SourceDocument;
  readonly overrides: Overrides;
  readonly corrections: Corrections;
  readonly warnings: readonly Warning[];
  readonly lines: ReadonlyMap<number, string>;
}

const readRule = (lines: readonly Line[], said: string): LineRule | undefined => {
  const [, number, text] = /^\s*(\d{1,6})\s*=(.+)$/s.exec(said) ?? [];
  const meaning = text === undefined ? undefined : parseMeaning(text);
  return meaning && makeRule(lines, Number(number), meaning, true);
};

/** Where what was said of a document's lines before is kept: beside its record, and beside its draft. */
const listRulesPaths = (file: string, { "body.id": body, id }: Overrides): readonly string[] => [
  ...(body === undefined || id === undefined ? [] : [getRulesPath(getRecordPath(body, id))]),
  getRulesPath(getDraftPath(file)),
];

export const readSource = async ({ file, settings, said = [], line = [], forget = false }: Sayings): Promise<Result<Source, string>> => {
  const { overrides, warnings } = parseOverrides(settings);
  const read = await readFile(readFileSync(file));
  if (!read.ok) return fail(`${file}: ${UNREAD_FILES[read.error]}`);
  const document = read.value;
  const known = forget ? succeed([]) : readRules(listRulesPaths(file, overrides));
  if (!known.ok) return known;
  const lines = flattenBlocks(document.blocks);
  const told = line.map((one) => ({ one, rule: readRule(lines, one) }));
  return succeed({
    file,
    document,
    overrides,
    corrections: {
      said,
      rules: addRules(
        known.value,
        told.flatMap(({ rule }) => rule ?? []),
      ),
    },
    warnings: [...warnings, ...told.flatMap(({ one, rule }) => (rule ? [] : [warn("unknown-line", one)]))],
    lines: new Map(lines.map(({ number, text }) => [number, text])),
  });
};
