import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { addRules, type LineRule } from "../../documents/rules/line-rule.ts";
import { formatRules, parseRules } from "../../documents/rules/rules-text.ts";
import { fail, succeed, type Result } from "../../meeting/result.ts";

/** What an import keeps: a record or a draft, and beside it what was said of the document's lines. */

/** A record as data/meetings holds it. */
export const formatRecord = (record: object): string => `${JSON.stringify(record, null, 2)}\n`;

export const getDraftPath = (file: string): string => `${file.replace(/\.[^./]{1,8}$/, "")}.draft.json`;

export const getRulesPath = (json: string): string => json.replace(/(?:\.draft)?\.json$/, ".rules.txt");

/** What was said of lines before; of two that say the same thing, the later file's. */
export const readRules = (paths: readonly string[]): Result<readonly LineRule[], string> => {
  let rules: readonly LineRule[] = [];
  for (const path of paths.filter((one) => existsSync(one))) {
    const read = parseRules(readFileSync(path, "utf8"));
    if (!read) return fail(`${path} can't be read: each rule has "line: ...", perhaps "under: ...", and "instead: ..." or "besides: ...".`);
    rules = addRules(rules, read);
  }
  return succeed(rules);
};

const writeRules = (path: string, rules: readonly LineRule[]): void => {
  if (rules.length > 0) writeFileSync(path, formatRules(rules));
  else rmSync(path, { force: true });
};

/** Keeps what is not whole yet beside its document; says where. */
export const keepDraft = (file: string, draft: object, rules: readonly LineRule[]): string => {
  const path = getDraftPath(file);
  writeFileSync(path, formatRecord(draft));
  writeRules(getRulesPath(path), rules);
  return path;
};

/** Keeps rules beside a record that is written, and no longer beside the draft that it was. */
export const keepRules = (file: string, record: string, rules: readonly LineRule[]): void => {
  rmSync(getRulesPath(getDraftPath(file)), { force: true });
  writeRules(getRulesPath(record), rules);
};
