import { getAgendaStatus, getMeetingStatus, getSlotStatus, isHeld } from "../../machines/meeting/statuses.ts";
import type { ItemState, MeetingState, SlotState } from "../../machines/meeting/state.ts";
import { addMinutes } from "../meeting/local-time.ts";
import { numberItems, slugifyItem } from "../meeting/numbered-items.ts";
import { getSlotKind, type AgendaItem, type Slot } from "../meeting/record.ts";
import type { CalendarEntry, EntryDocument, EntryItem, EntryStatus } from "./entry.ts";

/** For ever the same, in every feed and language: clients know an entry by nothing else. */
const buildUid = ({ record }: MeetingState, of: string): string => `${record.body.id}.${record.id}.${of}`;

const decideStatus = ({ agenda }: MeetingState, { value }: SlotState): EntryStatus => {
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
const getTitles = ({ record, formerItems }: MeetingState): ReadonlyMap<string, Titled> => {
  const known = titles.get(record);
  if (known?.former === formerItems) return known.byNumber;
  const former = formerItems.map(({ number, title }): readonly [string, Titled] => [number, { title }]);
  const byNumber = new Map([...former, ...numberItems(record.agenda.items).map(({ number, item }) => [number, item] as const)]);
  titles.set(record, { former: formerItems, byNumber });
  return byNumber;
};

const listItems = (state: MeetingState, numbers: readonly string[], continued: readonly string[] = []): readonly EntryItem[] =>
  numbers.flatMap((number) => {
    const item = getTitles(state).get(number);
    const short = item?.shortTitle;
    return item
      ? [{ number, title: item.title, ...(short !== undefined && { shortTitle: short }), continued: continued.includes(number) }]
      : [];
  });

const listDocuments = ({ record }: MeetingState, numbers: readonly string[]): readonly EntryDocument[] =>
  (record.documents ?? [])
    .filter(({ items }) => items?.some((item) => numbers.includes(item)))
    .map(({ symbol, title }) => ({ symbol, ...(title !== undefined && { title }) }));

/** What every entry of a meeting says alike. */
export const writeShared = ({ agenda, record, milestones }: MeetingState) => ({
  provisional: getAgendaStatus(agenda) === "provisional",
  ...(getMeetingStatus(agenda) === "postponed" && { postponed: true as const }),
  steps: milestones,
  ...(record.agenda.symbol !== undefined && { source: record.agenda.symbol }),
});

/** The end that is given, else by the length of sittings that the record states, else none: never one of ours. */
const findEnd = ({ start, end }: Slot, { sittingMinutes }: MeetingState["record"]): string | undefined =>
  end ?? (sittingMinutes === undefined ? undefined : addMinutes(start, sittingMinutes));

export const writeSlotEntry = (state: MeetingState, slotState: SlotState): CalendarEntry => {
  const { record } = state;
  const { slot, changes } = slotState;
  const { number, items, continued, kind: _kind, venue = record.venue, ...carried } = slot;
  const end = findEnd(slot, record);
  const location = [venue, record.city].filter((part) => part !== undefined).join(", ");
  return {
    uid: buildUid(state, `slot-${number}`),
    body: record.body,
    meeting: record.id,
    slot: number,
    ...carried,
    ...(end !== undefined && { end }),
    timezone: record.timezone,
    status: decideStatus(state, slotState),
    items: listItems(state, items, continued),
    documents: listDocuments(state, items),
    kind: getSlotKind(slot),
    ...(location !== "" && { location }),
    changes,
    ...writeShared(state),
  };
};

/** An item that no sitting takes up: its subscribers are told so by one cancelled entry, on the day of the opening. */
export const writeItemEntry = (state: MeetingState, { number, deferredAt }: Pick<ItemState, "number" | "deferredAt">): CalendarEntry => {
  const { record } = state;
  return {
    uid: buildUid(state, `item-${slugifyItem(number)}`),
    body: record.body,
    meeting: record.id,
    item: number,
    start: `${record.opensOn}T00:00`,
    timezone: record.timezone,
    status: "CANCELLED",
    items: listItems(state, [number]),
    documents: listDocuments(state, [number]),
    kind: "plenary",
    changes: deferredAt === undefined ? [] : [{ type: "item.deferred", timestamp: deferredAt, item: number }],
    ...writeShared(state),
  };
};
