import { numberDraftItems, type DraftItem, type DraftSubitem } from "../../meeting/draft.ts";
import type { AgendaItem } from "../../meeting/record.ts";
import { warn } from "../warnings.ts";
import { carryItems, indexByNumber, sayTitle } from "./carry-over.ts";
import type { LaidOver, Laying } from "./laying.ts";
import { matchByNumber } from "./match-items.ts";
import { keepMeeting } from "./partial-record.ts";

/** Notes are in one language, and the base has them. */
const dropNotes = <Of extends DraftItem | DraftSubitem>({ annotation: _annotation, ...item }: Of): Of =>
  ({ ...item, ...(item.subitems && { subitems: item.subitems.map(dropNotes) }) }) as Of;

/** A version in another language: its titles, by number, beside those that there are. */
export const translateTitles = (laying: Laying): LaidOver => {
  const { base, draft, language } = laying;
  const known = indexByNumber(base.record);
  const named = matchByNumber(base.record.agenda.items, draft.meeting.agenda.items);
  const translate = (items: readonly DraftItem[]): AgendaItem[] =>
    carryItems(laying, items.filter(({ number, title }) => known.has(number) && title !== undefined).map(dropNotes), named);
  const symbols = new Set((base.record.documents ?? []).map(({ symbol }) => symbol));
  const starts = new Set(base.record.slots.map(({ start, end }) => `${start} ${end ?? ""}`));
  const documents = draft.meeting.documents
    .filter(({ symbol, title }) => symbols.has(symbol) && title !== undefined)
    .map(({ symbol, title }) => ({ symbol, ...(title !== undefined && { title: sayTitle(laying, title) }) }));
  return {
    record: {
      ...keepMeeting(laying),
      title: draft.meeting.title === undefined ? base.record.title : sayTitle(laying, draft.meeting.title),
      agenda: { ...base.record.agenda, items: translate(draft.meeting.agenda.items) },
      ...(documents.length > 0 && { documents }),
      covers: "corrections",
    },
    warnings: [
      ...numberDraftItems(draft.meeting.agenda.items).flatMap(({ number }) => (known.has(number) ? [] : [warn("unknown-item", number)])),
      ...draft.meeting.slots
        .filter(({ start, end }) => !starts.has(`${start} ${end ?? ""}`))
        .map(({ start }) => warn("language-differs", `${language}: ${start}`)),
    ],
  };
};
