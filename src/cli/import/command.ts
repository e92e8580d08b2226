import { writeFileSync } from "node:fs";
import { composeDraft, type Draft } from "../../documents/draft.ts";
import { warn } from "../../documents/warnings.ts";
import { parseMeetingRecord } from "../../meeting/parse.ts";
import { createSender } from "../send/credentials.ts";
import { getRecordPath, readFileBase, readServedBase } from "./base.ts";
import { showUnderstood } from "./show-understood.ts";
import { PLACES } from "./gazetteer.ts";
import { formatRecord, keepDraft, keepRules } from "./kept-files.ts";
import { mergeLanguage } from "./merge-language.ts";
import { readSource, type Sayings, type Source } from "./read-source.ts";
import { reviseFile, reviseServed, type LayingOptions } from "./revise.ts";
import { formatImportSummary, formatMissing } from "./summary.ts";

export interface ImportOptions extends LayingOptions, Sayings {
  /** The service over whose record the document is laid, where one is named. */
  readonly url: string | undefined;
  /** The file of the record to which a version in another language is added. */
  readonly into?: string;
}

/** Drafts the Meeting record of a document. */
export const draftSource = ({ document, overrides, corrections, warnings }: Source): Draft => {
  const draft = composeDraft(document, overrides, PLACES, corrections);
  const partial = draft.paper.isPartial ? [warn("partial-document")] : [];
  return { ...draft, warnings: [...warnings, ...partial, ...draft.warnings] };
};

/** Writes the record of a document that revises none; the exit status. */
const writeNew = (source: Source, options: ImportOptions): number => {
  const draft = draftSource(source);
  const { meeting, warnings, rules } = draft;
  const parsed = parseMeetingRecord(meeting);
  showUnderstood({ meeting, warnings }, source.document, draft, options, () => formatImportSummary(draft, source.lines));
  if (!parsed.ok) {
    if (options.json) return 0;
    console.error(`${formatMissing(parsed.error)}\nThe draft is kept in ${keepDraft(source.file, meeting, rules)}.`);
    return 1;
  }
  const path = getRecordPath(parsed.value.body.id, parsed.value.id);
  writeFileSync(path, formatRecord(meeting));
  keepRules(source.file, path, rules);
  if (!options.json) console.log(`\nWritten: ${path}. Announce it with: npm run plenary -- announce ${path}`);
  return 0;
};

/** `npm run plenary -- import`: shows what was understood and doubted; writes or sends the record when nothing is missing. */
export const importDocument = async (options: ImportOptions, now: number): Promise<number> => {
  const source = await readSource(options);
  if (!source.ok) {
    console.error(source.error);
    return 1;
  }
  if (options.into !== undefined) return mergeLanguage(options.into, source.value, options.language);
  const { overrides } = source.value;
  const [body, meeting] = [overrides["body.id"] ?? "", overrides.id ?? ""];
  if (options.url !== undefined) {
    const { url } = options;
    const served = await readServedBase(url, body, meeting);
    if (served) return reviseServed(createSender(url), served, source.value, options, now);
    console.error(`There is no meeting at ${url}/${body}/${meeting}: name it with --set body.id=... --set id=..., or announce it first.`);
    return 1;
  }
  const known = readFileBase(body, meeting);
  return known ? reviseFile(known, source.value, options) : writeNew(source.value, options);
};
