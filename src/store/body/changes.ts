import { listNotices } from "../../../machines/meeting/notices.ts";
import { listItemStatuses } from "../../../machines/meeting/item-statuses.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { getSlotStatus } from "../../../machines/meeting/statuses.ts";
import type { EntryChange, StatusChange } from "../../api/schemas/answer.ts";
import { formatBodyFeedPath, formatItemFeedPath, formatMeetingFeedPath, formatSlotFeedPath } from "../../calendar/addresses.ts";
import { getLineage, listItems } from "../../calendar/items.ts";
import { indexRows, type EntryRevision } from "../../calendar/ledger.ts";
import { isDeepEqual } from "../../meeting/deep-equal.ts";
import { createPartTest } from "../../meeting/numbered-items.ts";

export const compareEntries = (before: readonly EntryRevision[], changed: readonly EntryRevision[]): readonly EntryChange[] => {
  const places = indexRows(before);
  return changed.map(({ entry }) => ({ uid: entry.uid, before: before[places.get(entry.uid) ?? -1]?.entry ?? null, after: entry }));
};

/** Of what the meeting's own feed says beside its entries. */
const listFraming = (state: MeetingState): readonly unknown[] => {
  const { milestones, agenda, record } = state;
  const { body, title, city, opensOn, closesOn } = record;
  return [listNotices(state), milestones, agenda, body, title, city, opensOn, closesOn, record.agenda.symbol];
};

/** The feeds that say something else: of the slots, and of the items that are, or no longer are, in them. */
export const listChangedFeeds = (
  body: string,
  earlier: MeetingState | undefined,
  state: MeetingState,
  changes: readonly EntryChange[],
  isInBodyFeed: boolean,
): readonly string[] => {
  const isFramedAnew = earlier !== undefined && !isDeepEqual(listFraming(earlier), listFraming(state));
  const meeting = state.record.id;
  const slots = changes.flatMap(({ after }) => after.slot ?? []);
  const isOfMeeting = changes.some(({ after }) => after.item === undefined);
  const isTouched = createPartTest(changes.flatMap(({ before, after }) => [...(before?.items ?? []), ...after.items]).map(getLineage));
  const items = listItems(state).filter(isTouched);
  return [
    ...(isOfMeeting && isInBodyFeed ? [formatBodyFeedPath(body)] : []),
    ...(isOfMeeting || isFramedAnew ? [formatMeetingFeedPath(body, meeting)] : []),
    ...slots.map((slot) => formatSlotFeedPath(body, meeting, slot)),
    ...items.map(({ id }) => formatItemFeedPath(body, meeting, id)),
  ];
};

const readSlotStatuses = (state: MeetingState | undefined) =>
  new Map((state?.slots ?? []).map(({ slot, value }) => [slot.number, getSlotStatus(value)]));
const readItemStatuses = (state: MeetingState | undefined) =>
  new Map(state && listItemStatuses(state).map(({ number, status }) => [number, status]));

const compareStatuses = <Status>(before: ReadonlyMap<string, Status>, after: ReadonlyMap<string, Status>) =>
  [...new Set([...before.keys(), ...after.keys()])]
    .map((number) => ({ number, before: before.get(number) ?? null, after: after.get(number) ?? null }))
    .filter((change) => change.before !== change.after);

/** The slots and items whose state differs, those among them that an event touches only by the way. */
export const compareStates = (before: MeetingState | undefined, after: MeetingState): readonly StatusChange[] => [
  ...compareStatuses(readSlotStatuses(before), readSlotStatuses(after)).map(({ number, ...change }) => ({ slot: number, ...change })),
  ...compareStatuses(readItemStatuses(before), readItemStatuses(after)).map(({ number, ...change }) => ({ item: number, ...change })),
];
