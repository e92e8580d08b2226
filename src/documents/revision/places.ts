import { numberItems } from "../../meeting/numbered-items.ts";
import type { AgendaItem, MeetingRecord, Slot, Subitem } from "../../meeting/record.ts";
import { detectLanguage, type Language, type Title } from "../../meeting/text.ts";

/** Where a record holds a text, a time or a number that a corrigendum may name. */
export interface TextPlace {
  readonly text: string;
  readonly item?: string;
  readonly slot?: Slot;
  /** Whether it is in one language; a place or a time is of all. */
  readonly isTitle: boolean;
  /** Whether it is in the notes on an item. */
  readonly isNote?: boolean;
  readonly write: (record: MeetingRecord, text: string) => MeetingRecord;
}

/** A record's own language: of titles that name none. */
export const readTitle = (title: Title | undefined, language: Language, own: Language): string | undefined =>
  typeof title === "string" ? (language === own ? title : undefined) : title?.[language];

/** A title that says something else in one language. */
const writeTitle = (title: Title | undefined, language: Language, own: Language, text: string): Title => {
  if (title !== undefined && typeof title !== "string") return { ...title, [language]: text };
  if (title === undefined || language === own) return text;
  return { [detectLanguage(title, own) === language ? language : own]: title, [language]: text };
};

type Item = AgendaItem | Subitem;

/** An agenda in which one item, found by its number, is another. */
const changeItem = (items: readonly AgendaItem[], number: string, change: <Of extends Item>(item: Of) => Of): AgendaItem[] => {
  const target = numberItems(items).find((item) => item.number === number)?.item;
  const map = <Of extends Item>(item: Of): Of => {
    const subitems: readonly Subitem[] | undefined = item.subitems;
    const changed = item === target ? change(item) : item;
    return subitems ? { ...changed, subitems: subitems.map(map) } : changed;
  };
  return items.map(map);
};

export const changeSlot = (record: MeetingRecord, number: string, fields: Partial<Slot>): MeetingRecord => ({
  ...record,
  slots: record.slots.map((slot) => (slot.number === number ? { ...slot, ...fields } : slot)),
});

const writeItem = (record: MeetingRecord, number: string, change: <Of extends Item>(item: Of) => Of): MeetingRecord => ({
  ...record,
  agenda: { ...record.agenda, items: changeItem(record.agenda.items, number, change) },
});

/** Every text of a record in a language, and those in none. */
export const listTexts = (record: MeetingRecord, language: Language, own: Language): readonly TextPlace[] => {
  const titled = (title: Title | undefined): string => readTitle(title, language, own) ?? "";
  const retitle = (title: Title | undefined, text: string): Title => writeTitle(title, language, own, text);
  const all: readonly TextPlace[] = [
    { text: titled(record.title), isTitle: true, write: (now, text) => ({ ...now, title: retitle(now.title, text) }) },
    { text: record.city ?? "", isTitle: false, write: (now, text) => ({ ...now, city: text }) },
    { text: record.venue ?? "", isTitle: false, write: (now, text) => ({ ...now, venue: text }) },
    ...numberItems(record.agenda.items).flatMap(({ number, item }): readonly TextPlace[] => [
      {
        text: titled(item.title),
        item: number,
        isTitle: true,
        write: (now, text) => writeItem(now, number, (one) => ({ ...one, title: retitle(one.title, text) })),
      },
      {
        text: language === own ? (item.annotation ?? "") : "",
        item: number,
        isTitle: true,
        isNote: true,
        write: (now, text) => writeItem(now, number, (one) => ({ ...one, annotation: text })),
      },
    ]),
    ...record.slots.flatMap((slot): readonly TextPlace[] =>
      (["venue", "timeNote"] as const).map((name) => ({
        text: slot[name] ?? "",
        slot,
        isTitle: false,
        write: (now, text) => changeSlot(now, slot.number, { [name]: text }),
      })),
    ),
    ...(record.documents ?? []).map(({ symbol, title }): TextPlace => ({
      text: titled(title),
      isTitle: true,
      write: (now, text) => ({
        ...now,
        documents: (now.documents ?? []).map((one) => (one.symbol === symbol ? { ...one, title: retitle(one.title, text) } : one)),
      }),
    })),
  ];
  return all.filter(({ text }) => text !== "");
};
