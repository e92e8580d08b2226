import type { SlotChange } from "../../machines/meeting/slot-changes.ts";
import type { Milestone } from "../../machines/meeting/milestones.ts";
import type { ItemState, MeetingState, SlotState } from "../../machines/meeting/state.ts";
import { getAgendaStatus, getMeetingStatus, getSlotStatus, isHeld } from "../../machines/meeting/statuses.ts";
import { addMinutes } from "../meeting/local-time.ts";
import { slugifyItem, numberItems } from "../meeting/numbered-items.ts";
import { getSlotKind, type AgendaItem, type BodyRecord, type Slot } from "../meeting/record.ts";
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

/** What an entry says in a calendar's own terms; every other field of a slot it carries as it is. */
type ReworkedField = "number" | "items" | "continued" | "kind" | "venue";

/**
 * What a calendar says of one plenary slot, or of an item that is in none, in no language yet: dated facts only, since
 * clients look once in hours. Equal entries are equal as JSON: what is unknown is left out.
 */
export interface CalendarEntry extends Readonly<Omit<Slot, ReworkedField>> {
  readonly uid: string;
  readonly body: BodyRecord;
  readonly meeting: string;
  readonly slot?: string;
  readonly item?: string;
  readonly timezone: string;
  readonly status: EntryStatus;
  readonly provisional: boolean;
  readonly postponed?: true;
  readonly items: readonly EntryItem[];
  readonly documents: readonly EntryDocument[];
  readonly kind: NonNullable<Slot["kind"]>;
  readonly location?: string;
  readonly steps: readonly Milestone[];
  readonly changes: readonly SlotChange[];
  readonly source?: string;
}

/** For ever the same, in every feed and language: clients know an entry by nothing else. */
const uidOf = ({ record }: MeetingState, of: string): string => `${record.body.id}.${record.id}.${of}`;

const statusOf = ({ agenda }: MeetingState, { value }: SlotState): EntryStatus => {
  const slot = getSlotStatus(value);
  const meeting = getMeetingStatus(agenda);
  if (slot === "cancelled" || (meeting === "cancelled" && !isHeld(slot))) return "CANCELLED";
  return getAgendaStatus(agenda) === "provisional" || meeting === "postponed" ? "TENTATIVE" : "CONFIRMED";
};

type Titled = Pick<AgendaItem, "title" | "shortTitle">;

const titles = new WeakMap<
  MeetingState["record"],
  { readonly former: MeetingState["formerItems"]; readonly byNumber: ReadonlyMap<string, Titled> }
>();

/** Items by their number, those among them that left the agenda. Read off once, not for each sitting. */
const titlesOf = ({ record, formerItems }: MeetingState): ReadonlyMap<string, Titled> => {
  const known = titles.get(record);
  if (known?.former === formerItems) return known.byNumber;
  const former = formerItems.map(({ number, title }): readonly [string, Titled] => [number, { title }]);
  const byNumber = new Map([...former, ...numberItems(record.agenda.items).map(({ number, item }) => [number, item] as const)]);
  titles.set(record, { former: formerItems, byNumber });
  return byNumber;
};

const itemsOf = (state: MeetingState, numbers: readonly string[], continued: readonly string[] = []): readonly EntryItem[] =>
  numbers.flatMap((number) => {
    const item = titlesOf(state).get(number);
    const short = item?.shortTitle;
    return item
      ? [{ number, title: item.title, ...(short !== undefined && { shortTitle: short }), continued: continued.includes(number) }]
      : [];
  });

const documentsOf = ({ record }: MeetingState, numbers: readonly string[]): readonly EntryDocument[] =>
  (record.documents ?? [])
    .filter(({ items }) => items?.some((item) => numbers.includes(item)))
    .map(({ symbol, title }) => ({ symbol, ...(title !== undefined && { title }) }));

/** What every entry of a meeting says alike. */
const sharedOf = ({ agenda, record, milestones }: MeetingState) => ({
  provisional: getAgendaStatus(agenda) === "provisional",
  ...(getMeetingStatus(agenda) === "postponed" && { postponed: true as const }),
  steps: milestones,
  ...(record.agenda.symbol !== undefined && { source: record.agenda.symbol }),
});

/** The end that is given, else by the length of sittings that the record states, else none: never one of ours. */
const endOf = ({ start, end }: Slot, { sittingMinutes }: MeetingState["record"]): string | undefined =>
  end ?? (sittingMinutes === undefined ? undefined : addMinutes(start, sittingMinutes));

const writtenEntry = (state: MeetingState, slotState: SlotState): CalendarEntry => {
  const { record } = state;
  const { slot, changes } = slotState;
  const { number, items, continued, kind: _kind, venue = record.venue, ...carried } = slot;
  const end = endOf(slot, record);
  const location = [venue, record.city].filter((part) => part !== undefined).join(", ");
  return {
    uid: uidOf(state, `slot-${number}`),
    body: record.body,
    meeting: record.id,
    slot: number,
    ...carried,
    ...(end !== undefined && { end }),
    timezone: record.timezone,
    status: statusOf(state, slotState),
    items: itemsOf(state, items, continued),
    documents: documentsOf(state, items),
    kind: getSlotKind(slot),
    ...(location !== "" && { location }),
    changes,
    ...sharedOf(state),
  };
};

/** All that an entry says beside its slot. A step of the fold keeps what it does not change as it is. */
type Shared = Pick<MeetingState, "record" | "agenda" | "milestones" | "formerItems">;

const isSame = (a: Shared, b: Shared): boolean =>
  a.record === b.record && a.agenda === b.agenda && a.milestones === b.milestones && a.formerItems === b.formerItems;

const written = new WeakMap<SlotState, { readonly shared: Shared; readonly entry: CalendarEntry }>();

/** Written once as long as nothing changes that it says, so that an event costs what it changes, not what there is. */
const entryOf = (state: MeetingState, slotState: SlotState): CalendarEntry => {
  const known = written.get(slotState);
  if (known && isSame(known.shared, state)) return known.entry;
  const { record, agenda, milestones, formerItems } = state;
  const entry = writtenEntry(state, slotState);
  written.set(slotState, { shared: { record, agenda, milestones, formerItems }, entry });
  return entry;
};

/** An item that no sitting takes up: its subscribers are told so by one cancelled entry, on the day of the opening. */
const unplacedEntryOf = (state: MeetingState, { number, deferredAt }: Pick<ItemState, "number" | "deferredAt">): CalendarEntry => {
  const { record } = state;
  return {
    uid: uidOf(state, `item-${slugifyItem(number)}`),
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

/** `3(a)(i)` is a part of `3(a)` and of `3`, `16.1` of `16`. */
const withWholes = (number: string): readonly string[] => [
  number,
  ...[...number.matchAll(/[(.]/g)].map(({ index }) => number.slice(0, index)),
];

/** Whether a sitting takes an item up, or the item that it is a part of, or a part of it. */
const placedIn = ({ slots }: MeetingState): ((item: Pick<ItemState, "number">) => boolean) => {
  const named = new Set(slots.flatMap(({ slot }) => slot.items));
  const wholes = new Set([...named].flatMap(withWholes));
  return ({ number }) => wholes.has(number) || withWholes(number).some((whole) => named.has(whole));
};

/** The entries of a meeting: one for each slot that it has or ever had, and one for each item that is in none. */
export const buildEntries = (state: MeetingState): readonly CalendarEntry[] => {
  const isPlaced = placedIn(state);
  return [
    ...[...state.slots, ...state.removedSlots].map((slot) => entryOf(state, slot)),
    ...[...state.items, ...state.formerItems].filter((item) => !isPlaced(item)).map((item) => unplacedEntryOf(state, item)),
  ];
};

/**
 * What stays of an entry whose slot, as it turned out, never was, or whose item is in a sitting again: a UID once served
 * never leaves, what was said of it does.
 */
export const buildTombstone = (entry: CalendarEntry, state: MeetingState): CalendarEntry => {
  const { postponed: _postponed, source: _source, ...own } = entry;
  return { ...own, status: "CANCELLED", changes: [], ...sharedOf(state) };
};
