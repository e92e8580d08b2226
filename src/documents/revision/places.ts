import { numberItems } from "../../meeting/numbered-items.ts";
import type { AgendaItem, MeetingRecord, Slot, Subitem } from "../../meeting/record.ts";
import { detectLanguage, type Language, type Text } from "../../meeting/text.ts";

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
export const readTitle = (title: Text | undefined, language: Language, own: Language): string | undefined =>
  typeof title === "string" ? (language === own ? title : undefined) : title?.[language];

/** A title that says something else in one language. */
const writeTitle = (title: Text | undefined, language: Language, own: Language, text: string): Text => {
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

/** The name of a place, or words of a time: where they name no language they are of all. */
const readPlain = (text: Text | undefined, language: Language): Pick<TextPlace, "text" | "isTitle"> => ({
  text: (typeof text === "string" ? text : text?.[language]) ?? "",
  isTitle: text !== undefined && typeof text !== "string",
});

const writePlain = (before: Text | undefined, language: Language, text: string): Text =>
  before === undefined || typeof before === "string" ? text : { ...before, [language]: text };

/** Every text of a record in a language, and those in none. */
export const listTexts = (record: MeetingRecord, language: Language, own: Language): readonly TextPlace[] => {
  const titled = (title: Text | undefined): string => readTitle(title, language, own) ?? "";
  const retitle = (title: Text | undefined, text: string): Text => writeTitle(title, language, own, text);
  const all: readonly TextPlace[] = [
    { text: titled(record.title), isTitle: true, write: (now, text) => ({ ...now, title: retitle(now.title, text) }) },
    ...(["city", "venue"] as const).map((name): TextPlace => ({
      ...readPlain(record[name], language),
      write: (now, text) => ({ ...now, [name]: writePlain(now[name], language, text) }),
    })),
    ...numberItems(record.agenda.items).flatMap(({ number, item }): readonly TextPlace[] => [
      {
        text: titled(item.title),
        item: number,
        isTitle: true,
        write: (now, text) => writeItem(now, number, (one) => ({ ...one, title: retitle(one.title, text) })),
      },
      {
        text: titled(item.annotation),
        item: number,
        isTitle: true,
        isNote: true,
        write: (now, text) => writeItem(now, number, (one) => ({ ...one, annotation: retitle(one.annotation, text) })),
      },
    ]),
    ...record.slots.flatMap((slot): readonly TextPlace[] =>
      (["venue", "timeNote"] as const).map((name) => ({
        ...readPlain(slot[name], language),
        slot,
        write: (now, text) => changeSlot(now, slot.number, { [name]: writePlain(slot[name], language, text) }),
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
