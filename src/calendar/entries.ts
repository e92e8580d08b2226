import { agendaStatusOf, meetingStatusOf } from "../../machines/agenda.ts";
import { isHeld, slotStatusOf, type SlotChange } from "../../machines/slot.ts";
import type { MeetingState, SlotState, Step } from "../../machines/state.ts";
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
  readonly postponed?: true;
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

const statusOf = ({ agenda }: MeetingState, { value }: SlotState): EntryStatus => {
  const slot = slotStatusOf(value);
  const meeting = meetingStatusOf(agenda);
  if (slot === "cancelled" || (meeting === "cancelled" && !isHeld(slot))) return "CANCELLED";
  return agendaStatusOf(agenda) === "provisional" || meeting === "postponed" ? "TENTATIVE" : "CONFIRMED";
};

const entryOf = (state: MeetingState, slotState: SlotState): CalendarEntry => {
  const { record } = state;
  const { slot, changes } = slotState;
  const agenda = new Map(numberedItems(record.agenda.items).map(({ number, item }) => [number, item]));
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
    ...(meetingStatusOf(state.agenda) === "postponed" && { postponed: true as const }),
    items: slot.items.flatMap((number) => {
      const item = agenda.get(number);
      const short = item?.shortTitle;
      const continued = slot.continued?.includes(number) ?? false;
      return item ? [{ number, title: item.title, ...(short !== undefined && { shortTitle: short }), continued }] : [];
    }),
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

/** The entries of a meeting: one for each slot that it has or ever had. */
export const entriesOf = (state: MeetingState): readonly CalendarEntry[] =>
  [...state.slots, ...state.retired].map((slot) => entryOf(state, slot));

/** What stays of an entry whose slot, as it turned out, never was. A UID once served never leaves. */
export const tombstone = (entry: CalendarEntry, { steps, agenda }: MeetingState): CalendarEntry => ({
  ...entry,
  status: "CANCELLED",
  provisional: agendaStatusOf(agenda) === "provisional",
  steps,
});
