import { explainLines, type ExplainedLine } from "../../../documents/account/explain-lines.ts";
import type { Corrections } from "../../../documents/corrections.ts";
import { composeDraft, type Draft } from "../../../documents/draft.ts";
import { LARGEST_FILE, readCopied, readFile } from "../../../documents/forms/read-file.ts";
import type { UnreadFile } from "../../../documents/forms/unread-file.ts";
import type { SourceDocument } from "../../../documents/model/document.ts";
import { flattenBlocks } from "../../../documents/model/lines.ts";
import { draftRevision } from "../../../documents/revision/draft-revision.ts";
import { layOver } from "../../../documents/revision/lay-over.ts";
import type { LaidOver } from "../../../documents/revision/laying.ts";
import { NO_PLACES } from "../../../documents/sections/gazetteer.ts";
import type { Overrides } from "../../../documents/overrides.ts";
import { readAbout, type Warning } from "../../../documents/warnings.ts";
import type { DraftMeeting } from "../../../meeting/draft.ts";
import { parseMeetingRecord, type FieldError } from "../../../meeting/parse.ts";
import type { BodyRecord, MeetingRecord } from "../../../meeting/record.ts";
import type { Result } from "../../../meeting/result.ts";
import type { Meeting } from "../api.ts";
import { buildCorrections } from "./build-corrections.ts";
import { isAnotherSession, proposeId } from "./another-session.ts";
import type { Edit } from "./edits.ts";

/** The importer with all that it needs: loaded when someone gives an agenda, and not before. */

/** What was copied: as text, and as the word processor or the page had it. */
export interface Pasted {
  readonly text: string;
  readonly html: string;
}

export interface AgendaWarning extends Warning {
  /** The case, for who says it in another language. */
  readonly about: string;
}

/** What was understood of an agenda, and what is still missing before it can be sent. */
export interface ReadAgenda {
  readonly draft: DraftMeeting;
  /** The document, and what each line of it became. */
  readonly lines: readonly ExplainedLine[];
  readonly warnings: readonly AgendaWarning[];
  readonly missing: readonly FieldError[];
  /** Complete, where nothing is missing. */
  readonly record: MeetingRecord | undefined;
}

/** Says what is missing elsewhere, by the field; or what only rules that are kept are about. */
const isSaidElsewhere = ({ code }: Warning): boolean =>
  code.startsWith("missing-") || code === "unbound-correction" || code === "unused-rule";

/** What a document is read with, beside itself. */
interface Reading {
  readonly supplied: Overrides;
  readonly body: BodyRecord;
  /** That in view, where there is one: what is pasted may be laid over it. */
  readonly meeting?: Meeting | undefined;
  readonly corrections: Corrections;
}

type Laid = Pick<ReadAgenda, "draft"> & LaidOver & { readonly reading: Draft };

/** A meeting of its own. */
const layAnew = (drafted: Draft, { supplied, body, meeting }: Reading): Laid => {
  const id = supplied.id ?? proposeId(drafted.meeting, meeting?.record);
  // Whose meeting it is was settled when the body was registered.
  const draft: DraftMeeting = { ...drafted.meeting, ...(id !== undefined && { id }), body };
  return { draft, record: draft as MeetingRecord, warnings: drafted.warnings, reading: drafted };
};

/** What is laid over the meeting as it is, or a meeting of its own. */
const laySource = (source: SourceDocument, reading: Reading): Laid => {
  const { supplied, meeting, corrections } = reading;
  const drafted = composeDraft(source, supplied, NO_PLACES, corrections);
  if (!meeting || isAnotherSession(drafted, supplied.id, meeting.record)) return layAnew(drafted, reading);
  const { record: known, programme, entries } = meeting;
  const base = { record: known, programme, numbers: entries.flatMap(({ slot }) => slot ?? []) };
  const revising = draftRevision(known, source, supplied, NO_PLACES, corrections);
  return { draft: { ...revising.meeting, id: known.id }, ...layOver(base, revising), reading: revising };
};

/** Reads what was pasted or a file: of that no more than a file may have, lest a great one fill the memory. */
export const readGiven = async (given: Pasted | File): Promise<Result<SourceDocument, UnreadFile>> =>
  given instanceof File
    ? readFile(new Uint8Array(await given.slice(0, LARGEST_FILE + 1).arrayBuffer()))
    : readCopied(given.text, given.html);

/** @param edits what a person corrected of an earlier reading of the same */
export const readAgenda = (
  source: SourceDocument,
  supplied: Overrides,
  body: BodyRecord,
  meeting?: Meeting,
  edits: readonly Edit[] = [],
): ReadAgenda => {
  const corrections = buildCorrections(flattenBlocks(source.blocks), edits);
  const { draft, record, warnings, reading } = laySource(source, { supplied, body, meeting, corrections });
  const parsed = parseMeetingRecord(record);
  return {
    draft,
    lines: explainLines(source, reading),
    warnings: warnings.filter((warning) => !isSaidElsewhere(warning)).map((warning) => ({ ...warning, about: readAbout(warning) })),
    missing: parsed.ok ? [] : parsed.error,
    record: parsed.ok ? parsed.value : undefined,
  };
};
