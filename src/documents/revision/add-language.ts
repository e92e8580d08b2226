import { numberDraftItems } from "../../meeting/draft.ts";
import { numberItems } from "../../meeting/numbered-items.ts";
import type { MeetingRecord } from "../../meeting/record.ts";
import type { Language, Text } from "../../meeting/text.ts";
import type { Draft } from "../draft.ts";

/** The languages of a record's own words, and of what is added to it. */
interface Languages {
  readonly own: Language;
  readonly added: Language;
}

const addText = (text: Text, said: Text | undefined, { own, added }: Languages): Text =>
  typeof said === "string" ? { ...(typeof text === "string" ? { [own]: text } : text), [added]: said } : text;

interface Item {
  readonly title: Text;
  readonly annotation?: Text | undefined;
  readonly subitems?: readonly Item[] | undefined;
}

/** A record with the titles and annotations that a version of its document in another language has. */
export const addLanguage = (record: MeetingRecord, { meeting }: Draft, languages: Languages): MeetingRecord => {
  const said = new Map(numberDraftItems(meeting.agenda.items).map(({ number, item }) => [number, item]));
  const numbers = new Map<object, string>(numberItems(record.agenda.items).map(({ number, item }) => [item, number]));
  const titles = new Map(meeting.documents.map(({ symbol, title }) => [symbol, title]));
  const addToItem = <Of extends Item>(item: Of): Of => {
    const { title, annotation } = said.get(numbers.get(item) ?? "") ?? {};
    return {
      ...item,
      title: addText(item.title, title, languages),
      ...(item.annotation !== undefined && { annotation: addText(item.annotation, annotation, languages) }),
      ...(item.subitems && { subitems: item.subitems.map(addToItem) }),
    };
  };
  return {
    ...record,
    title: addText(record.title, meeting.title, languages),
    agenda: { ...record.agenda, items: record.agenda.items.map(addToItem) },
    ...(record.documents && {
      documents: record.documents.map((document) =>
        document.title === undefined ? document : { ...document, title: addText(document.title, titles.get(document.symbol), languages) },
      ),
    }),
  };
};
