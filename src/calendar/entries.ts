import { agendaStatusOf, meetingStatusOf } from "../../machines/agenda.ts";
import { isHeld, slotStatusOf, type SlotChange } from "../../machines/slot.ts";
import type { ItemState, MeetingState, SlotState, Step } from "../../machines/state.ts";
import { plusMinutes } from "../meeting/local-time.ts";
import { isSameOrPart, numberedItems, type AgendaItem, type BodyRecord, type Slot } from "../meeting/record.ts";
import type { Title } from "../meeting/text.ts";
import { itemSlug } from "./addresses.ts";

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
 * What a calendar says of one plenary slot, or of an item that is in none, in no language yet: dated facts only, since
 * clients look once in hours. Equal entries are equal as JSON, so fields stand in one order and what is unknown is left out.
 */
export interface CalendarEntry {
  readonly uid: string;
  readonly body: BodyRecord;
  readonly meeting: string;
  readonly slot?: string;
  readonly item?: string;
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
  readonly timeNote?: string;
  readonly steps: readonly Step[];
  readonly changes: readonly SlotChange[];
  readonly source?: string;
}

/** For ever the same, in every feed and language: clients know an entry by nothing else. */
const uidOf = ({ record }: MeetingState, of: string): string => `${record.body.id}.${record.id}.${of}`;

const statusOf = ({ agenda }: MeetingState, { value }: SlotState): EntryStatus => {
  const slot = slotStatusOf(value);
  const meeting = meetingStatusOf(agenda);
  if (slot === "cancelled" || (meeting === "cancelled" && !isHeld(slot))) return "CANCELLED";
  return agendaStatusOf(agenda) === "provisional" || meeting === "postponed" ? "TENTATIVE" : "CONFIRMED";
};

const itemsOf = (
  { record, formerItems }: MeetingState,
  numbers: readonly string[],
  continued: readonly string[] = [],
): readonly EntryItem[] => {
  const former = formerItems.map(({ number, title }): readonly [string, Pick<AgendaItem, "title" | "shortTitle">] => [number, { title }]);
  const agenda = new Map([...former, ...numberedItems(record.agenda.items).map(({ number, item }) => [number, item] as const)]);
  return numbers.flatMap((number) => {
    const item = agenda.get(number);
    const short = item?.shortTitle;
    return item
      ? [{ number, title: item.title, ...(short !== undefined && { shortTitle: short }), continued: continued.includes(number) }]
      : [];
  });
};

const documentsOf = ({ record }: MeetingState, numbers: readonly string[]): readonly EntryDocument[] =>
  (record.documents ?? [])
    .filter(({ items }) => items?.some((item) => numbers.includes(item)))
    .map(({ symbol, title }) => ({ symbol, ...(title !== undefined && { title }) }));

/** What every entry of a meeting says alike. */
const sharedOf = ({ agenda, record, steps }: MeetingState) => ({
  provisional: agendaStatusOf(agenda) === "provisional",
  ...(meetingStatusOf(agenda) === "postponed" && { postponed: true as const }),
  steps,
  ...(record.agenda.symbol !== undefined && { source: record.agenda.symbol }),
});

/** The end that is given, else by the length of sittings that the record states, else none: never one of ours. */
const endOf = ({ start, end }: Slot, { sittingMinutes }: MeetingState["record"]): string | undefined =>
  end ?? (sittingMinutes === undefined ? undefined : plusMinutes(start, sittingMinutes));

const entryOf = (state: MeetingState, slotState: SlotState): CalendarEntry => {
  const { record } = state;
  const { slot, changes } = slotState;
  const end = endOf(slot, record);
  const location = [slot.venue ?? record.venue, record.city].filter((part) => part !== undefined).join(", ");
  return {
    uid: uidOf(state, `slot-${slot.number}`),
    body: record.body,
    meeting: record.id,
    slot: slot.number,
    start: slot.start,
    ...(end !== undefined && { end }),
    timezone: record.timezone,
    status: statusOf(state, slotState),
    items: itemsOf(state, slot.items, slot.continued),
    documents: documentsOf(state, slot.items),
    kind: slot.kind ?? "plenary",
    ...(slot.access !== undefined && { access: slot.access }),
    ...(location !== "" && { location }),
    ...(slot.webcast !== undefined && { webcast: slot.webcast }),
    ...(slot.timeNote !== undefined && { timeNote: slot.timeNote }),
    changes,
    ...sharedOf(state),
  };
};

/** An item that no sitting takes up: its subscribers are told so by one cancelled entry, on the day of the opening. */
const unplacedEntryOf = (state: MeetingState, { number, deferredAt }: Pick<ItemState, "number" | "deferredAt">): CalendarEntry => {
  const { record } = state;
  return {
    uid: uidOf(state, `item-${itemSlug(number)}`),
    body: record.body,
    meeting: record.id,
    item: number,
    start: `${record.opensOn}T00:00`,
    timezone: record.timezone,
    status: "CANCELLED",
    items: itemsOf(state, [number]),
    documents: documentsOf(state, [number]),
    kind: "plenary",
    changes: deferredAt === undefined ? [] : [{ type: "item.deferred", timestamp: deferredAt, item: number }],
    ...sharedOf(state),
  };
};

const isPlaced = ({ slots }: MeetingState, { number }: Pick<ItemState, "number">): boolean =>
  slots.some(({ slot }) => slot.items.some((item) => isSameOrPart(item, number)));

/** The entries of a meeting: one for each slot that it has or ever had, and one for each item that is in none. */
export const entriesOf = (state: MeetingState): readonly CalendarEntry[] => [
  ...[...state.slots, ...state.retired].map((slot) => entryOf(state, slot)),
  ...[...state.items, ...state.formerItems].filter((item) => !isPlaced(state, item)).map((item) => unplacedEntryOf(state, item)),
];

/**
 * What stays of an entry whose slot, as it turned out, never was, or whose item is in a sitting again: a UID once served
 * never leaves, what was said of it does.
 */
export const tombstone = (entry: CalendarEntry, state: MeetingState): CalendarEntry => {
  const { postponed: _postponed, source: _source, ...own } = entry;
  return { ...own, status: "CANCELLED", changes: [], ...sharedOf(state) };
};
