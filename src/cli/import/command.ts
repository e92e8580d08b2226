import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { composeDraft, type Draft } from "../../documents/draft.ts";
import { readFile, type ReadFile } from "../../documents/forms/read-file.ts";
import type { SourceDocument } from "../../documents/model/document.ts";
import { flattenBlocks } from "../../documents/model/lines.ts";
import { reviseDraft, type Revision } from "../../documents/revision.ts";
import { parseOverrides } from "../../documents/overrides.ts";
import { parseMeetingRecord } from "../../meeting/parse.ts";
import type { MeetingRecord } from "../../meeting/record.ts";
import { readRecordFile } from "../send/announce.ts";
import { formatChanges, formatImportSummary } from "./summary.ts";
import { PLACES } from "./gazetteer.ts";

export interface ImportOptions {
  readonly file: string;
  /** `name=value`, as given to --set. */
  readonly settings: readonly string[];
  readonly json: boolean;
  /** Whether a record that is there may be replaced. */
  readonly revise: boolean;
}

type Imported = { readonly kind: "complete"; readonly record: MeetingRecord } | { readonly kind: "incomplete" };

/** A file's draft, and the document from which it was drafted; or why the file is not read. */
export type DraftedFile =
  | { readonly kind: "drafted"; readonly draft: Draft; readonly document: SourceDocument }
  | Extract<ReadFile, { kind: "refused" }>;

/** Reads a document and drafts its Meeting record. */
export const draftFile = async (file: string, settings: readonly string[]): Promise<DraftedFile> => {
  const { overrides, warnings } = parseOverrides(settings);
  const read = await readFile(readFileSync(file));
  if (read.kind === "refused") return read;
  const draft = composeDraft(read.document, overrides, PLACES);
  return { kind: "drafted", draft: { ...draft, warnings: [...warnings, ...draft.warnings] }, document: read.document };
};

const findPath = ({ body, id }: MeetingRecord): string => `data/meetings/${body.id}-${id}.json`;

/** A record as data/meetings holds it. */
export const formatRecord = (record: object): string => `${JSON.stringify(record, null, 2)}\n`;

/** What the record that is there and the draft say of the slots. Without one, nothing. */
const compareWithKnown = ({ meeting, warnings }: Draft): { readonly draft: Draft; readonly revision?: Revision } => {
  const path = `data/meetings/${meeting.body.id ?? ""}-${meeting.id ?? ""}.json`;
  if (!existsSync(path)) return { draft: { meeting, warnings } };
  const { meeting: revised, revision } = reviseDraft(readRecordFile(path), meeting);
  return { draft: { meeting: revised, warnings: [...warnings, ...revision.warnings] }, revision };
};

const listMissing = (draft: Draft): readonly string[] => {
  const parsed = parseMeetingRecord(draft.meeting);
  return parsed.ok
    ? []
    : parsed.error.map(({ field, message }) => `  ${field}: ${message.includes("received undefined") ? "is missing" : message}`);
};

/** Writes the record, unless another is there that may not be replaced; says what it did. */
const writeRecord = (record: MeetingRecord, text: string, revise: boolean): string => {
  const path = findPath(record);
  const there = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  if (there === text) return `${path} says the same already.`;
  if (there !== undefined && !revise)
    return `${path} is there and was not touched: --revise replaces it, --send sends it as agenda.revised.`;
  writeFileSync(path, text);
  return `${there === undefined ? "Written" : "Replaced"}: ${path}. Announce it with: npm run plenary -- announce ${path}`;
};

/** `npm run plenary -- import`: shows what was understood and doubted; writes the record when nothing is missing. */
export const importDocument = async ({ file, settings, json, revise }: ImportOptions): Promise<Imported> => {
  const drafted = await draftFile(file, settings);
  if (drafted.kind === "refused") {
    console.error(`${file}: ${drafted.reason}`);
    return { kind: "incomplete" };
  }
  const { draft, revision } = compareWithKnown(drafted.draft);
  const parsed = parseMeetingRecord(draft.meeting);
  if (json) console.log(JSON.stringify({ meeting: draft.meeting, warnings: draft.warnings }, null, 2));
  else {
    console.log(formatImportSummary(draft, new Map(flattenBlocks(drafted.document.blocks).map(({ number, text }) => [number, text]))));
    if (revision) console.log(`\n${formatChanges(revision.changes)}`);
  }
  if (!parsed.ok) {
    if (!json) console.error(["", "Not yet to be announced:", ...listMissing(draft)].join("\n"));
    return { kind: "incomplete" };
  }
  const said = writeRecord(parsed.value, formatRecord(draft.meeting), revise);
  if (!json) console.log(`\n${said}`);
  return { kind: "complete", record: parsed.value };
};
