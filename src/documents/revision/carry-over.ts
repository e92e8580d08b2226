import type { DraftDocument, DraftItem, DraftMeeting, DraftSlot, DraftSubitem } from "../../meeting/draft.ts";
import { numberDraftItems } from "../../meeting/draft.ts";
import { numberItems, type NumberedItem } from "../../meeting/numbered-items.ts";
import type { AgendaItem, MeetingDocument, MeetingRecord, Slot } from "../../meeting/record.ts";
import type { Text } from "../../meeting/text.ts";
import type { Was } from "./match-items.ts";
import { isSameText } from "../../meeting/text-languages.ts";
import type { Laying } from "./laying.ts";

/** What a kind of paper never prints, and the base has: taken over by the schema's keys, so that no field is lost. */

const omitKeys = <Of extends object>(value: Of, ...names: readonly string[]): Partial<Of> =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name))) as Partial<Of>;

/** A title as a document says it: in its language where the record's titles name theirs. */
export const sayTitle = ({ base, language, own }: Laying, title: Text, known: Text = base.record.title): Text =>
  typeof title === "string" && (typeof known !== "string" || language !== own) ? { [language]: title } : title;

export const indexByNumber = ({ agenda }: MeetingRecord): ReadonlyMap<string, NumberedItem> =>
  new Map(numberItems(agenda.items).map((numbered) => [numbered.number, numbered]));

/** Whether the exact rules of the service would find the item by itself: what it was need not be said then. */
const isPlain = (number: string, was: string | null, known: NumberedItem | undefined, title: Text, taken: ReadonlySet<string>): boolean =>
  was === null ? !taken.has(number) : was === number && known !== undefined && isSameText(known.item.title, title);

/** Items of a document with what the base has of them besides, and what they were. */
export const carryItems = (laying: Laying, items: readonly DraftItem[], was: Was): AgendaItem[] => {
  const known = indexByNumber(laying.base.record);
  const taken = new Set(known.keys());
  const numbers = new Map<object, string>(numberDraftItems(items).map(({ number, item }) => [item, number]));
  const printsNotes = numberDraftItems(items).some(({ item }) => item.annotation !== undefined);
  const dropped = ["id", "number", "letter", "title", "subitems", "was", ...(printsNotes ? ["annotation"] : [])];
  const rolesOfBase = new Set([...known.values()].map(({ item }) => item.role));
  const carry = <Of extends DraftItem | DraftSubitem>(item: Of): Of => {
    const number = numbers.get(item) ?? "";
    const before = was.get(number) ?? null;
    const earlier = before === null ? undefined : known.get(before);
    const title = item.title === undefined ? earlier?.item.title : sayTitle(laying, item.title, earlier?.item.title);
    const { role: printed, subitems, ...rest } = item;
    const role = earlier ? earlier.item.role : rolesOfBase.has(printed) ? undefined : printed;
    const isSaid = title !== undefined && !isPlain(number, before, earlier, title, taken);
    return {
      ...(earlier && omitKeys(earlier.item, ...dropped)),
      ...rest,
      ...(title !== undefined && { title }),
      ...(role && { role }),
      ...(isSaid && { was: before }),
      ...(subitems && { subitems: subitems.map(carry) }),
    } as Of;
  };
  // What has no title is told where the record is checked.
  return items.map(carry) as AgendaItem[];
};

/** The numbers that items of the base have in the document. */
export const invertWas = (was: Was): ReadonlyMap<string, string> =>
  new Map([...was].flatMap(([number, before]) => (before === null ? [] : [[before, number] as const])));

const renumber = (items: readonly string[], now: ReadonlyMap<string, string>): string[] => items.flatMap((item) => now.get(item) ?? []);

/** A sitting of the base whose items have other numbers now. */
export const renumberPrinted = (slot: Slot, now: ReadonlyMap<string, string>): Slot => ({
  ...slot,
  items: renumber(slot.items, now),
  ...(slot.continued && { continued: renumber(slot.continued, now) }),
});

const PRINTED = ["number", "start", "end", "timeNote", "items", "continued"];

/** Sittings of a document with what the base has of them besides. */
export const carrySlots = ({ base }: Laying, slots: readonly DraftSlot[]): Slot[] => {
  const known = new Map([...base.programme, ...base.record.slots].map((slot) => [slot.number, slot]));
  const printsVenues = slots.some(({ venue }) => venue !== undefined);
  return slots.map((slot) => {
    const earlier = known.get(slot.number);
    return { ...(earlier && omitKeys(earlier, ...PRINTED, ...(printsVenues ? ["venue"] : []))), ...slot };
  });
};

/** Documents of a document with what the base has of them besides; what was issued stays, and all where none are printed. */
export const carryDocuments = (laying: Laying, printed: readonly DraftDocument[], now: ReadonlyMap<string, string>): MeetingDocument[] => {
  const known = laying.base.record.documents ?? [];
  const symbols = new Set(printed.map(({ symbol }) => symbol));
  const said = printed.map(({ title, ...document }): MeetingDocument => {
    const earlier = known.find(({ symbol }) => symbol === document.symbol);
    const titled = title === undefined ? earlier?.title : sayTitle(laying, title, earlier?.title);
    return { ...(earlier && omitKeys(earlier, "items", "title")), ...document, ...(titled !== undefined && { title: titled }) };
  });
  const kept = known.filter(({ symbol, issuedOn }) => !symbols.has(symbol) && (printed.length === 0 || issuedOn !== undefined));
  return [...said, ...kept.map((document) => ({ ...document, ...(document.items && { items: renumber(document.items, now) }) }))];
};

/** What the document says of the meeting itself, over what the base says. */
export const carryMeeting = (laying: Laying): MeetingRecord => {
  const { base, draft } = laying;
  const { body: _body, agenda: _agenda, slots: _slots, documents: _documents, title, ...said }: DraftMeeting = draft.meeting;
  return { ...base.record, ...said, ...(title !== undefined && { title: sayTitle(laying, title) }) } as MeetingRecord;
};
