import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { mergeIssuedOn } from "../../src/meeting/document-languages.ts";
import type { EventOf } from "../../src/meeting/events.ts";
import { numberItems } from "../../src/meeting/numbered-items.ts";
import { mergeTexts } from "../../src/meeting/text-languages.ts";
import { readField } from "./facts.ts";
import { listChangedFields } from "./slot-changes.ts";
import { findSlot } from "./slots.ts";
import type { MeetingState } from "./state.ts";
import { createWarning, type Warning } from "./warnings.ts";

/** Fields that say what is so already, beside others that do not. */

const warnOfFields = (fields: readonly (string | number)[], within = "data"): readonly Warning[] =>
  fields.map((field) => createWarning("no-effect", { field: `${within}.${field}` }));

export const warnOfSameFields = (event: EventOf<"slot.changed">, before: MeetingState): readonly Warning[] => {
  const slot = findSlot(before, event.data.slot)?.slot ?? {};
  return warnOfFields(listChangedFields(event).flatMap(([field, value]) => (isDeepEqual(readField(slot, field), value) ? [field] : [])));
};

export const warnOfSameTitles = ({ data }: EventOf<"item.changed">, id: string, before: MeetingState): readonly Warning[] => {
  const item = numberItems(before.record.agenda.items).find((other) => other.id === id)?.item;
  const isSame = (field: "title" | "shortTitle"): boolean => {
    const [said, known] = [data[field], item?.[field]];
    return said !== undefined && isDeepEqual(known ?? null, said && known !== undefined ? mergeTexts(known, said) : said);
  };
  return warnOfFields((["title", "shortTitle"] as const).filter(isSame));
};

export const warnOfSameDeadline = ({ data }: EventOf<"deadline.changed">, before: MeetingState): readonly Warning[] => {
  const known = before.deadlines?.find(({ id }) => id === data.deadline);
  const isSame = (field: "kind" | "title" | "at" | "item"): boolean =>
    data[field] !== undefined && isDeepEqual(known?.[field] ?? null, data[field]);
  return known ? warnOfFields((["kind", "title", "at", "item"] as const).filter(isSame)) : [];
};

export const warnOfKnownDocuments = ({ data }: EventOf<"documents.issued">, before: MeetingState): readonly Warning[] => {
  const documents = new Map((before.record.documents ?? []).map((document) => [document.symbol, document]));
  const same = data.documents.flatMap((said, at) => {
    const known = documents.get(said.symbol);
    const issuedOn = mergeIssuedOn(known?.issuedOn, said.issuedOn);
    return known && isDeepEqual(known, { ...known, ...said, ...(issuedOn !== undefined && { issuedOn }) }) ? [at] : [];
  });
  return warnOfFields(same, "data.documents");
};
