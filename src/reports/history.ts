import { isUnchanged } from "../../machines/meeting/corrections.ts";
import { listRedacted, listWithdrawn } from "../../machines/meeting/fold-log.ts";
import type { ChangedField } from "../../machines/meeting/list-changes.ts";
import { printDifferences, printProgramme } from "../../machines/meeting/printed.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import type { ReplayedEvent } from "../calendar/replay.ts";
import { changedFields } from "../meeting/events/sitting.ts";
import { isCorrection, type EventOf, type MeetingEvent } from "../meeting/events.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { pickFields } from "../meeting/pick-fields.ts";
import { chooseText } from "../meeting/text.ts";
import { describeField } from "../i18n/change-text.ts";
import { formatItemNumber } from "../i18n/item-number.ts";
import { listReasons } from "../i18n/reason-text.ts";
import { formatSlotName } from "../i18n/slot-name.ts";
import type { PageMessages } from "../i18n/pages/messages.ts";
import type { Messages } from "../i18n/messages.ts";
import { describeRevision, formatGroup } from "./revision/describe-revision.ts";

/** The messages of one language. */
interface Catalogs {
  readonly messages: Messages;
  readonly page: PageMessages;
}

const formatSlot = (state: MeetingState, number: string, { messages, page }: Catalogs): string => {
  const found = state.slots.find(({ slot }) => slot.number === number)?.slot;
  return found ? formatSlotName(found, messages) : interpolate(page.slot, { slot: number });
};

const formatManner = (event: MeetingEvent, { orallyRevised, manner, punctuation: { comma } }: Messages): string => {
  if (event.type === "agenda.adopted" && event.data.record) return `${comma}${orallyRevised}`;
  return event.type === "report.adopted" && event.data.manner ? `${comma}${manner[event.data.manner]}` : "";
};

/** What an event says anew of a sitting, field by field. */
const describeFields = (data: EventOf<"slot.changed">["data"], messages: Messages): string =>
  Object.entries(pickFields(changedFields, data))
    .map(([field, value]) => describeField(field as ChangedField, value, messages))
    .join(messages.punctuation.semicolon);

/** `The sitting of Thursday morning, 28 January 2010 was cancelled.` Told as things stood when it happened. */
const describeEvent = (
  { entry: { event }, before, state }: ReplayedEvent,
  byId: ReadonlyMap<string, ReplayedEvent>,
  catalogs: Catalogs,
): string => {
  const target = "event" in event.data ? byId.get(event.data.event) : undefined;
  const { type, data } = event;
  const { messages, page } = catalogs;
  const { dates, punctuation } = messages;
  const then = before && type !== "slot.added" ? before : state;
  const text = interpolate(page.events[type], {
    manner: formatManner(event, messages),
    ...(target && { target: describeEvent(target, byId, catalogs) }),
    ...("slot" in data && { slot: formatSlot(then, data.slot, catalogs) }),
    ...("item" in data && { item: formatItemNumber(data.item) }),
    ...("from" in data && { from: formatSlot(then, data.from, catalogs), to: formatSlot(then, data.to, catalogs) }),
    ...("venue" in data && data.venue !== undefined && { venue: chooseText(data.venue, messages.language) }),
    ...("symbol" in data && { symbol: data.symbol }),
    ...("documents" in data && { documents: data.documents.map(({ symbol }) => symbol).join(punctuation.comma) }),
    ...(type === "slot.extended" && { end: dates.time(data.end) }),
    ...(type === "slot.rescheduled" && { time: `${dates.weekday(data.start)}${punctuation.comma}${dates.times(data.start, data.end)}` }),
    ...(type === "slot.changed" && { changes: describeFields(data, messages) }),
    ...(type === "meeting.rescheduled" && { days: dates.days(data.opensOn, data.closesOn) }),
  });
  return text.replace(/\.\.$/, ".");
};

/** What a record came to that was laid over what was said: named as things stood before. */
const describeDifferences = ({ before, state, differences }: ReplayedEvent, { messages, page }: Catalogs): readonly string[] => {
  if (differences.length === 0) return [];
  const setting = { slots: printProgramme(before ?? state), timezone: state.record.timezone };
  const groups = describeRevision(printDifferences(state, differences), setting, { messages, revision: page.revision });
  return groups.map((group) => formatGroup(group, messages));
};

/** One line of the public history. */
export interface HistoryEntry {
  /** The meeting's version since. */
  readonly version: number;
  readonly position: number;
  /** The webhook-id, by which an event is withdrawn or redacted. */
  readonly id: string;
  readonly type: MeetingEvent["type"];
  readonly text: string;
  /** Of a record: what it changed, and what was kept, a sentence each. */
  readonly revision: readonly string[];
  /** The secretariat's own words, shown to everyone. */
  readonly words: readonly string[];
  /** When it happened, and when it arrived, as instants. */
  readonly happened: string;
  readonly arrived: string;
  readonly changed: readonly {
    readonly uid: string;
    readonly slot?: string | undefined;
    readonly item?: string | undefined;
    readonly sequence: number;
  }[];
  /** Whether it said what was so already. */
  readonly isUnchanged: boolean;
  readonly isWithdrawn: boolean;
  readonly isRedacted: boolean;
}

/** What happened to a meeting, in words and in the order of arrival, as known after the last of the replayed events. */
export const buildHistory = (replayed: readonly ReplayedEvent[], catalogs: Catalogs): readonly HistoryEntry[] => {
  const log = replayed.map(({ entry }) => entry);
  const byId = new Map(replayed.map((one) => [one.entry.id, one]));
  const [withdrawn, redacted] = [listWithdrawn(log), listRedacted(log)];
  return replayed.map((one) => {
    const { id, position, arrival, event } = one.entry;
    const { data } = event;
    const isRedacted = redacted.has(id);
    const words = isRedacted ? [] : listReasons(data, catalogs.messages);
    return {
      version: one.state.version,
      position,
      id,
      type: event.type,
      text: describeEvent(one, byId, catalogs),
      revision: describeDifferences(one, catalogs),
      words,
      happened: event.timestamp,
      arrived: new Date(arrival).toISOString(),
      changed: one.changed.map(({ entry, sequence }) => ({ uid: entry.uid, slot: entry.slot, item: entry.item, sequence })),
      isUnchanged: one.before !== undefined && !isCorrection(event) && isUnchanged(one.before, one.state),
      isWithdrawn: withdrawn.has(id),
      isRedacted,
    };
  });
};
