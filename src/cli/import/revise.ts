import { writeFileSync } from "node:fs";
import type { Draft } from "../../documents/draft.ts";
import { draftRevision } from "../../documents/revision/draft-revision.ts";
import { layOver } from "../../documents/revision/lay-over.ts";
import type { Base, LaidOver } from "../../documents/revision/laying.ts";
import type { Overrides } from "../../documents/overrides.ts";
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
import { showUnderstood, type Showing } from "./show-understood.ts";
import { formatRecord, keepDraft, keepRules } from "./kept-files.ts";
import type { Source } from "./read-source.ts";
import { formatMissing, formatWarnings } from "./summary.ts";

/** What a person says of how a document is laid over its base. */
interface RevisionChoices extends Omit<RevisionOptions, "dryRun" | "expectedVersion"> {
  readonly language?: Language | undefined;
  /** Items by their numbers, and what they were: null where they are new. */
  readonly was: ReadonlyMap<string, string | null>;
}

/** How what was laid over is shown, kept and sent. */
export interface LayingOptions extends RevisionChoices, Showing {
  /** Whether the record that is there is replaced. */
  readonly revise?: boolean;
  /** Whether what was shown is sent. */
  readonly send: boolean;
}

/** What a body's record says otherwise once it is set by hand: all else of it is the base's. */
const overrideBody = ({ body }: MeetingRecord, overrides: Overrides): MeetingRecord["body"] => ({
  ...body,
  ...Object.fromEntries(
    Object.entries(overrides).flatMap(([name, value]) => (name.startsWith("body.") ? [[name.slice("body.".length), value]] : [])),
  ),
});

interface LaidDocument extends LaidOver {
  readonly draft: Draft;
}

/** Lays a document over its base. */
const layDocument = (base: Base, source: Source, { language, was }: RevisionChoices): LaidDocument => {
  const { document, overrides, corrections, warnings } = source;
  const draft = draftRevision(base.record, document, overrides, PLACES, corrections);
  const laid = layOver(base, draft, { language, said: was });
  return { draft, record: { ...laid.record, body: overrideBody(base.record, overrides) }, warnings: [...warnings, ...laid.warnings] };
};

/** The record to be sent, once it is whole; else what it lacks is said, and it is kept as a draft. */
const checkRecord = (
  { draft, record, warnings }: LaidDocument,
  { file, document, lines }: Source,
  showing: Showing,
): MeetingRecord | undefined => {
  showUnderstood({ meeting: record, warnings }, document, draft, showing, () => formatWarnings(warnings, lines));
  const parsed = parseMeetingRecord(record);
  if (parsed.ok) return parsed.value;
  console.error(`${formatMissing(parsed.error)}\nThe draft is kept in ${keepDraft(file, record, draft.rules)}.`);
  return undefined;
};

/** No documents are said by an empty list, or by none. */
const listDocuments = (record: MeetingRecord): MeetingRecord => ({ documents: [], ...record });

/** Lays a document over the record of data/meetings, and writes it where that is asked for; the exit status. */
export const reviseFile = (base: Base, source: Source, options: LayingOptions): number => {
  const laid = layDocument(base, source, options);
  const record = checkRecord(laid, source, options);
  if (!record) return 1;
  const applied = applyLocally(base.record, record);
  if (!applied.ok) {
    console.error(applied.error);
    return 1;
  }
  const path = getRecordPath(base.record.body.id, base.record.id);
  const isSame = isDeepEqual(listDocuments(applied.value.record), listDocuments(base.record));
  const { revise: write = false } = options;
  if (write && !isSame) writeFileSync(path, formatRecord(applied.value.record));
  if (write) keepRules(source.file, path, laid.draft.rules);
  if (options.json) return 0;
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
  options: LayingOptions,
  now: number,
): Promise<number> => {
  const laid = layDocument(base, source, options);
  const record = checkRecord(laid, source, options);
  if (!record) return 1;
  const { at, decide, conflicts, replace, send, json = false } = options;
  const revising = { at, decide, conflicts, replace, dryRun: !send, expectedVersion: base.version };
  const { timezone } = base.record;
  if (send) keepRules(source.file, getRecordPath(record.body.id, record.id), laid.draft.rules);
  const setting = { slots: base.programme, timezone, today: getDate(formatLocalTime(now, timezone)) };
  return printAnswer(await sendRevision(sender, record, now, revising), json, setting);
};
