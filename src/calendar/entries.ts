import { agendaStatusOf } from "../../machines/agenda.ts";
import type { MeetingState, SlotState, Step } from "../../machines/fold.ts";
import type { SlotChange } from "../../machines/slot.ts";
import { numberedItems, type BodyRecord, type Slot } from "../meeting/record.ts";
import type { Title } from "../meeting/text.ts";

/** STATUS of a VEVENT (RFC 5545 §3.8.1.11). */
export type EntryStatus = "TENTATIVE" | "CONFIRMED" | "CANCELLED";

export interface EntryItem {
  readonly number: string;
  readonly title: Title;
  readonly shortTitle?: Title;
  readonly continued: boolean;
}

interface EntryDocument {
  readonly symbol: string;
  readonly title?: Title;
}

/**
 * What a calendar says of one plenary slot, in no language yet: dated facts only, since clients look once in hours.
 * Equal entries are equal as JSON, so fields stand in one order and what is unknown is left out.
 */
export interface CalendarEntry {
  readonly uid: string;
  readonly body: BodyRecord;
  readonly meeting: string;
  readonly slot: string;
  readonly start: string;
  readonly end?: string;
  readonly timezone: string;
  readonly status: EntryStatus;
  readonly provisional: boolean;
  readonly items: readonly EntryItem[];
  readonly documents: readonly EntryDocument[];
  readonly kind: NonNullable<Slot["kind"]>;
  readonly access?: NonNullable<Slot["access"]>;
  readonly location?: string;
  readonly webcast?: string;
  readonly steps: readonly Step[];
  readonly changes: readonly SlotChange[];
  readonly source?: string;
}

/** For ever the same, in every feed and language: clients know an entry by nothing else. */
const uidOf = (state: MeetingState, slot: string): string => `${state.record.body.id}.${state.record.id}.slot-${slot}`;

const statusOf = (state: MeetingState, { status }: SlotState): EntryStatus => {
  if (status === "cancelled") return "CANCELLED";
  return agendaStatusOf(state.agenda) === "provisional" ? "TENTATIVE" : "CONFIRMED";
};

const entryOf = (state: MeetingState, slotState: SlotState): CalendarEntry => {
  const { record } = state;
  const { slot, changes } = slotState;
  const items = numberedItems(record.agenda.items).filter(({ number }) => slot.items.includes(number));
  const documents = (record.documents ?? []).filter((document) => document.items?.some((number) => slot.items.includes(number)));
  const location = [slot.venue ?? record.venue, record.city].filter((part) => part !== undefined).join(", ");
  return {
    uid: uidOf(state, slot.number),
    body: record.body,
    meeting: record.id,
    slot: slot.number,
    start: slot.start,
    ...(slot.end !== undefined && { end: slot.end }),
    timezone: record.timezone,
    status: statusOf(state, slotState),
    provisional: agendaStatusOf(state.agenda) === "provisional",
    items: items.map(({ number, item }) => ({
      number,
      title: item.title,
      ...(item.shortTitle !== undefined && { shortTitle: item.shortTitle }),
      continued: slot.continued?.includes(number) ?? false,
    })),
    documents: documents.map((document) => ({ symbol: document.symbol, ...(document.title !== undefined && { title: document.title }) })),
    kind: slot.kind ?? "plenary",
    ...(slot.access !== undefined && { access: slot.access }),
    ...(location !== "" && { location }),
    ...(slot.webcast !== undefined && { webcast: slot.webcast }),
    steps: state.steps,
    changes,
    ...(record.agenda.symbol !== undefined && { source: record.agenda.symbol }),
  };
};

/** The entries of a meeting: one for each slot, in the order of the organization of work. */
export const entriesOf = (state: MeetingState): readonly CalendarEntry[] => state.slots.map((slot) => entryOf(state, slot));
