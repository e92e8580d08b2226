import { readFileSync, writeFileSync } from "node:fs";
import { NO_CORRECTIONS, type Corrections } from "../../documents/corrections.ts";
import { composeDraft, type Draft } from "../../documents/draft.ts";
import { readFile, type ReadFile } from "../../documents/forms/read-file.ts";
import { flattenBlocks } from "../../documents/model/lines.ts";
import { parseOverrides } from "../../documents/overrides.ts";
import { warn } from "../../documents/warnings.ts";
import { parseMeetingRecord } from "../../meeting/parse.ts";
import { createSender } from "../send/credentials.ts";
import { getRecordPath, readFileBase, readServedBase } from "./base.ts";
import { PLACES } from "./gazetteer.ts";
import { formatRecord } from "./record-text.ts";
import { reviseFile, reviseServed, type RevisionChoices, type Source } from "./revise.ts";
import { formatImportSummary, formatMissing } from "./summary.ts";

export interface ImportOptions extends RevisionChoices {
  readonly file: string;
  /** `name=value`, as given to --set. */
  readonly settings: readonly string[];
  readonly corrections: Corrections;
  readonly json: boolean;
  /** Whether a record that is there may be replaced. */
  readonly revise: boolean;
  /** The service over whose record the document is laid, where one is named. */
  readonly url: string | undefined;
  /** Whether what was shown is sent. */
  readonly send: boolean;
}

type ReadSource = ({ readonly kind: "read" } & Source) | Extract<ReadFile, { kind: "refused" }>;

const readSource = async (file: string, settings: readonly string[], corrections = NO_CORRECTIONS): Promise<ReadSource> => {
  const { overrides, warnings } = parseOverrides(settings);
  const read = await readFile(readFileSync(file));
  if (read.kind === "refused") return read;
  const lines = new Map(flattenBlocks(read.document.blocks).map(({ number, text }) => [number, text]));
  return { kind: "read", document: read.document, overrides, corrections, warnings, lines };
};

const draftSource = ({ document, overrides, corrections, warnings }: Source): Draft => {
  const draft = composeDraft(document, overrides, PLACES, corrections);
  const partial = draft.paper.isPartial ? [warn("partial-document")] : [];
  return { ...draft, warnings: [...warnings, ...partial, ...draft.warnings] };
};

/** Reads a document and drafts its Meeting record. */
export const draftFile = async (
  file: string,
  settings: readonly string[],
): Promise<{ readonly kind: "drafted"; readonly draft: Draft } | Extract<ReadFile, { kind: "refused" }>> => {
  const source = await readSource(file, settings);
  return source.kind === "refused" ? source : { kind: "drafted", draft: draftSource(source) };
};

/** Keeps what was understood so far beside the document; says where. */
const keepDraft = (file: string, meeting: Draft["meeting"]): string => {
  const path = `${file.replace(/\.[^./]{1,8}$/, "")}.draft.json`;
  writeFileSync(path, formatRecord(meeting));
  return path;
};

/** Writes the record of a document that revises none; the exit status. */
const writeNew = (file: string, source: Source, json: boolean): number => {
  const { meeting, warnings } = draftSource(source);
  const parsed = parseMeetingRecord(meeting);
  if (json) console.log(JSON.stringify({ meeting, warnings }, null, 2));
  else console.log(formatImportSummary({ meeting, warnings }, source.lines));
  if (!parsed.ok) {
    if (!json) console.error(`${formatMissing(parsed.error)}\nThe draft is kept in ${keepDraft(file, meeting)}.`);
    return json ? 0 : 1;
  }
  const path = getRecordPath(parsed.value.body.id, parsed.value.id);
  writeFileSync(path, formatRecord(meeting));
  if (!json) console.log(`\nWritten: ${path}. Announce it with: npm run plenary -- announce ${path}`);
  return 0;
};

/** `npm run plenary -- import`: shows what was understood and doubted; writes or sends the record when nothing is missing. */
export const importDocument = async (options: ImportOptions, now: number): Promise<number> => {
  const { file, settings, corrections, json, revise, url, send } = options;
  const source = await readSource(file, settings, corrections);
  if (source.kind === "refused") {
    console.error(`${file}: ${source.reason}`);
    return 1;
  }
  const [body, meeting] = [source.overrides["body.id"] ?? "", source.overrides.id ?? ""];
  if (url !== undefined) {
    const served = await readServedBase(url, body, meeting);
    if (served) return reviseServed(createSender(url), served, source, options, { send, json, now });
    console.error(`There is no meeting at ${url}/${body}/${meeting}: name it with --set body.id=... --set id=..., or announce it first.`);
    return 1;
  }
  const known = readFileBase(body, meeting);
  return known ? reviseFile(known, source, options, revise, json) : writeNew(file, source, json);
};
