import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { MeetingEvent } from "../../src/meeting/events.ts";
import { indexItems, numberItems } from "../../src/meeting/numbered-items.ts";
import { MEETING_FIELDS, type MeetingRecord, type Slot } from "../../src/meeting/record.ts";
import type { Text } from "../../src/meeting/text.ts";
import { isSameText } from "../../src/meeting/text-languages.ts";
import { combine, restoreDocuments } from "./documented.ts";
import { readField } from "./facts.ts";
import type { Happening } from "./happening.ts";
import { identifyRecord } from "./identities.ts";
import { keepPlaces } from "./keep-languages.ts";
import { indexSlots } from "./revising.ts";
import type { MeetingState } from "./state.ts";
import { createWarning, type Warning } from "./warnings.ts";

/** What a record says beside what it covers: an addendum of what there is already, an order of the day of the meeting's dates and places. */

/** More would be a list that nobody reads. */
const MOST = 20;

const isKept = (said: Text | undefined, is: Text | undefined): boolean => said === undefined || (is !== undefined && isSameText(said, is));

const listOfSlot = (said: Slot, is: Slot | undefined): readonly string[] =>
  Object.entries(said).flatMap(([field, value]) => {
    if (field === "items" || field === "continued")
      return said[field]?.every((item) => is?.[field]?.includes(item)) === false ? [field] : [];
    return isDeepEqual(value, is && readField(is, field)) ? [] : [field];
  });

const listLeftOut = (said: MeetingRecord, is: MeetingRecord): readonly string[] => {
  const [slots, items] = [indexSlots(is.slots), indexItems(is.agenda.items)];
  const documents = new Map((is.documents ?? []).map((document) => [document.symbol, document]));
  return [
    ...MEETING_FIELDS.filter((field) => readField(said, field) !== null && !isDeepEqual(readField(said, field), readField(is, field))),
    ...numberItems(said.agenda.items).flatMap(({ id, number, item }) => {
      const known = items.get(id)?.item;
      return (["title", "shortTitle", "annotation"] as const).every((field) => isKept(item[field], known?.[field]))
        ? []
        : [`items.${number}`];
    }),
    ...said.slots.flatMap((slot) => listOfSlot(slot, slots.get(slot.number)).map((field) => `slots.${slot.number}.${field}`)),
    ...(said.documents ?? []).flatMap(({ symbol, title, items: about = [] }) => {
      const known = documents.get(symbol);
      return isKept(title, known?.title) && about.every((item) => known?.items?.includes(item)) ? [] : [`documents.${symbol}`];
    }),
  ];
};

/** A record that leaves something out: what is stated whole, or corrected, is as it says. */
const readPart = ({ data }: MeetingEvent): MeetingRecord | undefined =>
  "record" in data && data.record && ["additions", "days"].includes(data.record.covers ?? "all") ? data.record : undefined;

/** Names what a record that covers a part says, and what stays as it was all the same: nothing is taken in and ignored. */
export const warnOfLeftOut = (before: MeetingState | undefined, { event, identities }: Happening): readonly Warning[] => {
  const record = before && readPart(event);
  if (!record) return [];
  const base = restoreDocuments(before);
  const said = keepPlaces(base, identifyRecord(record, identities));
  return listLeftOut(said, combine(base, said, record.covers))
    .slice(0, MOST)
    .map((path) => createWarning("not-covered", { path, covers: record.covers ?? "all" }));
};
