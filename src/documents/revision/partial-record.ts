import type { MeetingDocument, MeetingRecord } from "../../meeting/record.ts";
import { sayTitle } from "./carry-over.ts";
import type { Laying } from "./laying.ts";

/** The meeting as the base has it, for a document that says nothing of it. */
export const keepMeeting = ({ base, draft }: Laying): MeetingRecord => {
  const { documents: _documents, ...record } = base.record;
  const { items: _items, ...masthead } = draft.meeting.agenda;
  return { ...record, agenda: { ...masthead, items: [] }, slots: [] };
};

/** Documents that the base lacks. */
export const listNewDocuments = (laying: Laying, isKnown: (item: string) => boolean): MeetingDocument[] => {
  const symbols = new Set((laying.base.record.documents ?? []).map(({ symbol }) => symbol));
  return laying.draft.meeting.documents
    .filter(({ symbol }) => !symbols.has(symbol) && symbol !== laying.draft.meeting.agenda.symbol)
    .map(({ title, items, ...document }) => ({
      ...document,
      ...(title !== undefined && { title: sayTitle(laying, title) }),
      ...(items && { items: items.filter(isKnown) }),
    }));
};
