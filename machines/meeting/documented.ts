import { getOwn } from "../../src/meeting/get-own.ts";
import { numberItems } from "../../src/meeting/numbered-items.ts";
import type { AgendaItem, Covers, MeetingRecord, Slot } from "../../src/meeting/record.ts";
import { shareList } from "../../src/meeting/share-equal.ts";
import { mergeTexts } from "../../src/meeting/text-languages.ts";
import { restoreDocumented } from "./facts.ts";
import type { MeetingState } from "./state.ts";
import { keepPlaces, keepLanguages } from "./keep-languages.ts";
import { overlay } from "./overlay-record.ts";

/** The items of the agenda as the documents have them. */
export const listDocumentedAgenda = ({ record, documentedItems = record.agenda.items }: MeetingState): AgendaItem[] => documentedItems;

/** What the documents say of a meeting, without what events said or a revision kept: nothing is kept of it beside the facts. */
export const restoreDocuments = (state: MeetingState): MeetingRecord => {
  const { issued, slots } = state;
  const { documents: all = [], ...current } = state.record;
  const record = { ...current, agenda: { ...current.agenda, items: listDocumentedAgenda(state) } };
  const present = new Set(all.map(({ symbol }) => symbol));
  const documents = [
    ...all.flatMap((document) => {
      const said = getOwn(issued, document.symbol);
      return said ? (said.documented ?? []) : document;
    }),
    // What was withdrawn the documents still have.
    ...Object.values(issued).flatMap(({ documented }) => (documented && !present.has(documented.symbol) ? [documented] : [])),
  ];
  return {
    ...restoreDocumented(record, state.facts),
    ...(documents.length > 0 && { documents }),
    slots: slots.flatMap(({ slot, facts, undocumented }) => (undocumented ? [] : [restoreDocumented(slot, facts)])),
  };
};

/** A record without what it says of items that no agenda has: the document that brought them was withdrawn. */
const omitUnknownItems = (record: MeetingRecord): MeetingRecord => {
  const known = new Set(numberItems(record.agenda.items).map(({ id }) => id));
  const isKnown = (id: string): boolean => known.has(id);
  return {
    ...record,
    slots: record.slots.map((whole) => {
      const { continued, ...slot } = whole;
      if (slot.items.every(isKnown) && (continued ?? []).every(isKnown)) return whole;
      return {
        ...slot,
        items: slot.items.filter(isKnown),
        ...(continued?.every(isKnown) ? { continued } : continued?.some(isKnown) && { continued: continued.filter(isKnown) }),
      };
    }),
    ...(record.documents && {
      documents: record.documents.map((document) => ({ ...document, ...(document.items && { items: document.items.filter(isKnown) }) })),
    }),
  };
};

/** Whom a sitting names beside its own body is printed nowhere before they confirm it: a record that says nothing of it leaves it as it is. */
const keepPartners = (before: readonly Slot[], slots: readonly Slot[]): Slot[] => {
  const known = new Map(before.map((slot) => [slot.number, slot.with]));
  return slots.map((slot) => {
    const partners = slot.with ?? known.get(slot.number);
    return partners === slot.with ? slot : { ...slot, with: partners };
  });
};

/** A record in which the very items, documents and sittings of its base stand for what it says as that did. */
const shareRecord = (base: MeetingRecord, record: MeetingRecord): MeetingRecord => ({
  ...record,
  agenda: { ...record.agenda, items: shareList(base.agenda.items, record.agenda.items, ({ id, number }) => id ?? number) },
  slots: shareList(base.slots, record.slots, ({ number }) => number),
  ...(base.documents && record.documents && { documents: shareList(base.documents, record.documents, ({ symbol }) => symbol) }),
});

/**
 * What the documents say once a record has been added to its base: whole, whatever the record covers. What it says as its base did is the
 * very same, so that a revision costs what it changes, not what there is.
 */
export const combine = (base: MeetingRecord, said: MeetingRecord, covers: Covers = "all"): MeetingRecord => {
  const combined = combineFields(base, keepPlaces(base, shareRecord(base, said)), covers);
  return shareRecord(base, { ...combined, slots: keepPartners(base.slots, combined.slots) });
};

const combineFields = (base: MeetingRecord, record: MeetingRecord, covers: Covers): MeetingRecord => {
  if (covers !== "all") return omitUnknownItems(overlay(base, record, covers));
  const known = new Map((base.documents ?? []).map((document) => [document.symbol, document]));
  return {
    ...record,
    title: mergeTexts(base.title, record.title),
    agenda: { ...record.agenda, items: keepLanguages(base.agenda.items, record.agenda.items) },
    ...(record.documents && {
      documents: record.documents.map((document) => {
        const before = known.get(document.symbol);
        return before === document || before?.title === undefined || document.title === undefined
          ? document
          : { ...document, title: mergeTexts(before.title, document.title) };
      }),
    }),
  };
};
