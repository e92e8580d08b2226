import { writeFileSync } from "node:fs";
import type { SourceDocument } from "../../documents/model/document.ts";
import { draftRevision } from "../../documents/revision/draft-revision.ts";
import { layOver } from "../../documents/revision/lay-over.ts";
import type { Base, LaidOver } from "../../documents/revision/laying.ts";
import type { Corrections } from "../../documents/corrections.ts";
import type { Overrides } from "../../documents/overrides.ts";
import type { Warning } from "../../documents/warnings.ts";
import { isDeepEqual } from "../../meeting/deep-equal.ts";
import { formatLocalTime, getDate } from "../../meeting/local-time.ts";
import { parseMeetingRecord } from "../../meeting/parse.ts";
import type { MeetingRecord } from "../../meeting/record.ts";
import type { Language } from "../../meeting/text.ts";
import { sendRevision, type RevisionOptions } from "../send/announce.ts";
import type { Sender } from "../send/client.ts";
import { printAnswer } from "../send/print-answer.ts";
import { formatDifferences } from "../send/revision.ts";
import { applyLocally } from "./apply-locally.ts";
import { getRecordPath, type ServedBase } from "./base.ts";
import { PLACES } from "./gazetteer.ts";
import { formatRecord } from "./record-text.ts";
import { formatMissing, formatWarnings } from "./summary.ts";

/** What a person says of how a document is laid over its base. */
export interface RevisionChoices extends Omit<RevisionOptions, "dryRun" | "expectedVersion"> {
  readonly language?: Language | undefined;
  /** Items by their numbers, and what they were: null where they are new. */
  readonly was: ReadonlyMap<string, string | null>;
}

/** A document as it was read, and what was said beside it. */
export interface Source {
  readonly document: SourceDocument;
  readonly overrides: Overrides;
  readonly corrections: Corrections;
  readonly warnings: readonly Warning[];
  readonly lines: ReadonlyMap<number, string>;
}

/** What a body's record says otherwise once it is set by hand: all else of it is the base's. */
const overrideBody = ({ body }: MeetingRecord, overrides: Overrides): MeetingRecord["body"] => ({
  ...body,
  ...Object.fromEntries(
    Object.entries(overrides).flatMap(([name, value]) => (name.startsWith("body.") ? [[name.slice("body.".length), value]] : [])),
  ),
});

/** Lays a document over its base. */
const layDocument = (base: Base, { document, overrides, corrections, warnings }: Source, { language, was }: RevisionChoices): LaidOver => {
  const draft = draftRevision(base.record, document, overrides, PLACES, corrections);
  const laid = layOver(base, draft, { language, said: was });
  return { record: { ...laid.record, body: overrideBody(base.record, overrides) }, warnings: [...warnings, ...laid.warnings] };
};

/** The record to be sent, once it is whole; else what it lacks is said. */
const checkRecord = ({ record, warnings }: LaidOver, { lines }: Source, json: boolean): MeetingRecord | undefined => {
  if (json) console.log(JSON.stringify({ meeting: record, warnings }, null, 2));
  else console.log(formatWarnings(warnings, lines));
  const parsed = parseMeetingRecord(record);
  if (parsed.ok) return parsed.value;
  console.error(formatMissing(parsed.error));
  return undefined;
};

/** No documents are said by an empty list, or by none. */
const listDocuments = (record: MeetingRecord): MeetingRecord => ({ documents: [], ...record });

/** Lays a document over the record of data/meetings, and writes it where that is asked for; the exit status. */
export const reviseFile = (base: Base, source: Source, choices: RevisionChoices, write: boolean, json: boolean): number => {
  const record = checkRecord(layDocument(base, source, choices), source, json);
  if (!record) return 1;
  const applied = applyLocally(base.record, record);
  if (!applied.ok) {
    console.error(applied.error);
    return 1;
  }
  const path = getRecordPath(base.record.body.id, base.record.id);
  const isSame = isDeepEqual(listDocuments(applied.value.record), listDocuments(base.record));
  if (write && !isSame) writeFileSync(path, formatRecord(applied.value.record));
  if (json) return 0;
  const said = isSame
    ? `${path} says the same already.`
    : write
      ? `Replaced: ${path}. Announce it with: npm run plenary -- announce ${path}`
      : `${path} is there and was not touched: --revise lays this document over it, --send over what the service has.`;
  const { slots, timezone } = base.record;
  console.log(["", ...formatDifferences(applied.value.differences, { slots, timezone }), "", said].join("\n"));
  return 0;
};

/** Lays a document over what a service has: shows what that comes to, or sends it where that is asked for; the exit status. */
export const reviseServed = async (
  sender: Sender,
  base: ServedBase,
  source: Source,
  choices: RevisionChoices,
  { send, json, now }: { readonly send: boolean; readonly json: boolean; readonly now: number },
): Promise<number> => {
  const record = checkRecord(layDocument(base, source, choices), source, json);
  if (!record) return 1;
  const { language: _language, was: _was, ...weighing } = choices;
  const revising = { ...weighing, dryRun: !send, expectedVersion: base.version };
  const { timezone } = base.record;
  const setting = { slots: base.programme, timezone, today: getDate(formatLocalTime(now, timezone)) };
  return printAnswer(await sendRevision(sender, record, now, revising), json, setting);
};
