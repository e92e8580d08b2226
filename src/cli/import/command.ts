import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { decodeText } from "../../documents/text/decode.ts";
import { draftOf, type Draft } from "../../documents/draft.ts";
import type { Line } from "../../documents/text/line.ts";
import { linesOfHtml } from "../../documents/text/read-html.ts";
import { linesOf } from "../../documents/text/read-document.ts";
import { asRevisionOf, type Revision } from "../../documents/revision.ts";
import { suppliedBy } from "../../documents/supplied.ts";
import { parseMeetingRecord } from "../../meeting/parse.ts";
import type { MeetingRecord } from "../../meeting/record.ts";
import { readRecord } from "../send/announce.ts";
import { htmlOfDocx } from "./docx.ts";
import { changesText, summaryText } from "./summary.ts";
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

/** A .docx is a ZIP archive. */
const isDocx = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const readLines = async (file: string): Promise<readonly Line[]> => {
  const bytes = readFileSync(file);
  return isDocx(bytes) ? linesOfHtml(await htmlOfDocx(bytes)) : linesOf(decodeText(bytes));
};

/** Reads a document and drafts its Meeting record. */
export const importFile = async (file: string, settings: readonly string[]): Promise<Draft & { readonly source: readonly Line[] }> => {
  const { supplied, warnings } = suppliedBy(settings);
  const source = await readLines(file);
  const draft = draftOf(source, supplied, PLACES);
  return { ...draft, warnings: [...warnings, ...draft.warnings], source };
};

const pathOf = ({ body, id }: MeetingRecord): string => `data/meetings/${body.id}-${id}.json`;

/** A record as data/meetings holds it. */
export const recordText = (record: object): string => `${JSON.stringify(record, null, 2)}\n`;

/** What the record that is there and the draft say of the slots. Without one, nothing. */
const againstKnown = ({ meeting, warnings }: Draft): { readonly draft: Draft; readonly revision?: Revision } => {
  const path = `data/meetings/${meeting.body.id ?? ""}-${meeting.id ?? ""}.json`;
  if (!existsSync(path)) return { draft: { meeting, warnings } };
  const { meeting: revised, revision } = asRevisionOf(readRecord(path), meeting);
  return { draft: { meeting: revised, warnings: [...warnings, ...revision.warnings] }, revision };
};

const missing = (draft: Draft): readonly string[] => {
  const parsed = parseMeetingRecord(draft.meeting);
  return parsed.ok
    ? []
    : parsed.error.map(({ field, message }) => `  ${field}: ${message.includes("received undefined") ? "is missing" : message}`);
};

/** Writes the record, unless another is there that may not be replaced; says what it did. */
const write = (record: MeetingRecord, text: string, revise: boolean): string => {
  const path = pathOf(record);
  const there = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  if (there === text) return `${path} says the same already.`;
  if (there !== undefined && !revise)
    return `${path} is there and was not touched: --revise replaces it, --send sends it as agenda.revised.`;
  writeFileSync(path, text);
  return `${there === undefined ? "Written" : "Replaced"}: ${path}. Announce it with: npm run plenary -- announce ${path}`;
};

/** `npm run plenary -- import`: shows what was understood and doubted; writes the record when nothing is missing. */
export const importCommand = async ({ file, settings, json, revise }: ImportOptions): Promise<Imported> => {
  const { source, ...first } = await importFile(file, settings);
  const { draft, revision } = againstKnown(first);
  const parsed = parseMeetingRecord(draft.meeting);
  if (json) console.log(JSON.stringify({ meeting: draft.meeting, warnings: draft.warnings }, null, 2));
  else {
    console.log(summaryText(draft, new Map(source.map(({ number, text }) => [number, text]))));
    if (revision) console.log(`\n${changesText(revision.changes)}`);
  }
  if (!parsed.ok) {
    if (!json) console.error(["", "Not yet to be announced:", ...missing(draft)].join("\n"));
    return { kind: "incomplete" };
  }
  const said = write(parsed.value, recordText(draft.meeting), revise);
  if (!json) console.log(`\n${said}`);
  return { kind: "complete", record: parsed.value };
};
