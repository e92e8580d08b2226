import { composeDraft, type Draft } from "../../../documents/draft.ts";
import { readHtml } from "../../../documents/forms/html/read-html.ts";
import { readPasted } from "../../../documents/forms/read-pasted.ts";
import type { SourceDocument } from "../../../documents/model/document.ts";
import { draftRevision } from "../../../documents/revision/draft-revision.ts";
import { layOver } from "../../../documents/revision/lay-over.ts";
import type { LaidOver } from "../../../documents/revision/laying.ts";
import { NO_PLACES } from "../../../documents/sections/gazetteer.ts";
import type { Overrides } from "../../../documents/overrides.ts";
import { readAbout, type Warning } from "../../../documents/warnings.ts";
import type { DraftMeeting } from "../../../meeting/draft.ts";
import { parseMeetingRecord, type FieldError } from "../../../meeting/parse.ts";
import type { BodyRecord, MeetingRecord } from "../../../meeting/record.ts";
import type { Meeting } from "../api.ts";

/** The importer with all that it needs: loaded when someone pastes an agenda, and not before. */

/** What was copied: as text, and as the word processor or the page had it. */
export interface Pasted {
  readonly text: string;
  readonly html: string;
}

export interface AgendaWarning extends Warning {
  /** The case, for who says it in another language. */
  readonly about: string;
}

/** What was understood of a pasted agenda, and what is still missing before it can be sent. */
export interface ReadAgenda {
  readonly draft: DraftMeeting;
  readonly warnings: readonly AgendaWarning[];
  readonly missing: readonly FieldError[];
  /** Complete, where nothing is missing. */
  readonly record: MeetingRecord | undefined;
}

/** Says what is missing elsewhere, by the field. */
const isAboutMissing = ({ code }: Warning): boolean => code.startsWith("missing-");

/** A paper that covers a part speaks of this meeting; a whole one says of which it is by its id. */
const isOfMeeting = ({ meeting, paper }: Draft, known: MeetingRecord): boolean => paper.isPartial || meeting.id === known.id;

/** What is laid over the meeting as it is, or a meeting of its own. */
const layPasted = (
  source: SourceDocument,
  supplied: Overrides,
  body: BodyRecord,
  meeting: Meeting | undefined,
): Pick<ReadAgenda, "draft"> & LaidOver => {
  const drafted = composeDraft(source, supplied);
  if (!meeting || !isOfMeeting(drafted, meeting.record)) {
    // Whose meeting it is was settled when the body was registered.
    const draft: DraftMeeting = { ...drafted.meeting, body };
    return { draft, record: draft as MeetingRecord, warnings: drafted.warnings };
  }
  const { record: known, programme, entries } = meeting;
  const base = { record: known, programme, numbers: entries.flatMap(({ slot }) => slot ?? []) };
  const revising = draftRevision(known, source, supplied, NO_PLACES);
  return { draft: { ...revising.meeting, id: known.id }, ...layOver(base, revising) };
};

/** @param meeting that in view, where there is one: what is pasted may be laid over it */
export const readAgenda = ({ text, html }: Pasted, supplied: Overrides, body: BodyRecord, meeting?: Meeting): ReadAgenda => {
  const { draft, record, warnings } = layPasted(html === "" ? readPasted(text) : readHtml(html), supplied, body, meeting);
  const parsed = parseMeetingRecord(record);
  return {
    draft,
    warnings: warnings.filter((warning) => !isAboutMissing(warning)).map((warning) => ({ ...warning, about: readAbout(warning) })),
    missing: parsed.ok ? [] : parsed.error,
    record: parsed.ok ? parsed.value : undefined,
  };
};
