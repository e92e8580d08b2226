import { composeDraft } from "../../../documents/draft.ts";
import { readHtml } from "../../../documents/forms/html/read-html.ts";
import { readPasted } from "../../../documents/forms/read-pasted.ts";
import { reviseDraft } from "../../../documents/revision.ts";
import type { Overrides } from "../../../documents/overrides.ts";
import { readAbout, type Warning } from "../../../documents/warnings.ts";
import type { DraftMeeting } from "../../../meeting/draft.ts";
import { parseMeetingRecord, type FieldError } from "../../../meeting/parse.ts";
import type { MeetingRecord } from "../../../meeting/record.ts";
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

export const readAgenda = ({ text, html }: Pasted, supplied: Overrides, { record: known }: Meeting): ReadAgenda => {
  const { meeting: read, warnings } = composeDraft(html === "" ? readPasted(text) : readHtml(html), supplied);
  // Whose meeting it is was settled when the body was registered.
  const owned: DraftMeeting = { ...read, body: known.body };
  const isSame = owned.id === known.id;
  // A document is laid over what the documents say: what was reported since is the service's to weigh.
  const { meeting: draft, revision } = isSame ? reviseDraft(known, owned) : { meeting: owned, revision: { warnings: [] } };
  const parsed = parseMeetingRecord(draft);
  return {
    draft,
    warnings: [...warnings, ...revision.warnings]
      .filter((warning) => !isAboutMissing(warning))
      .map((warning) => ({ ...warning, about: readAbout(warning) })),
    missing: parsed.ok ? [] : parsed.error,
    record: parsed.ok ? parsed.value : undefined,
  };
};
