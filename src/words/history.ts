import { redactedIds, withdrawnIds } from "../../machines/log.ts";
import type { MeetingState } from "../../machines/state.ts";
import type { Moment } from "../calendar/replay.ts";
import type { MeetingEvent } from "../meeting/events.ts";
import { fill } from "../meeting/fill.ts";
import { ENGLISH } from "./en.ts";
import { printedNumber } from "./entry-texts.ts";

/** What happened, in words; braces name what the event says. */
const TEXTS: Record<MeetingEvent["type"], string> = {
  "meeting.announced": "The provisional agenda was issued.",
  "agenda.revised": "The agenda was revised.",
  "agenda.adopted": "The agenda was adopted{manner}.",
  "meeting.opened": "The meeting was opened.",
  "meeting.suspended": "The meeting was suspended.",
  "meeting.resumed": "The meeting was resumed.",
  "meeting.closed": "The meeting was closed.",
  "meeting.postponed": "The meeting was postponed.",
  "meeting.rescheduled": "The meeting was rescheduled to {days}.",
  "meeting.cancelled": "The meeting was cancelled.",
  "report.adopted": "The report was adopted{manner}.",
  "report.issued": "The report was issued as {symbol}.",
  "documents.issued": "Issued: {documents}.",
  "slot.added": "A sitting was added: {slot}.",
  "slot.rescheduled": "The sitting of {slot} was moved to {time}.",
  "slot.extended": "The sitting of {slot} was extended to {end}.",
  "slot.relocated": "The sitting of {slot} is now in {venue}.",
  "slot.opened": "The sitting of {slot} was opened.",
  "slot.suspended": "The sitting of {slot} was suspended.",
  "slot.resumed": "The sitting of {slot} was resumed.",
  "slot.adjourned": "The sitting of {slot} was adjourned.",
  "slot.cancelled": "The sitting of {slot} was cancelled.",
  "slot.reinstated": "The sitting of {slot} will take place after all.",
  "item.taken_up": "Item {item} was taken up.",
  "item.left_open": "Item {item} was left open.",
  "item.concluded": "Consideration of item {item} was concluded.",
  "item.reopened": "Item {item} was reopened.",
  "item.moved": "Item {item} was moved from {from} to {to}.",
  "item.deferred": "Item {item} was deferred to the next session.",
  "event.withdrawn": "Withdrawn, as sent by mistake: {target}",
  "event.redacted": "Words removed from: {target}",
};

const { dates } = ENGLISH;

const slotText = (state: MeetingState, number: string): string => {
  const found = state.slots.find(({ slot }) => slot.number === number)?.slot;
  return found ? `${dates.slotName(found.start)}, ${dates.day(found.start)}` : `slot ${number}`;
};

const mannerText = (event: MeetingEvent): string => {
  if (event.type === "agenda.adopted" && event.data.record) return `, ${ENGLISH.orallyRevised}`;
  return event.type === "report.adopted" && event.data.manner ? `, ${ENGLISH.manner[event.data.manner]}` : "";
};

/** `The sitting of Thursday morning, 28 January 2010 was cancelled.` Told as things stood when it happened. */
const eventText = ({ entry: { event }, before, state }: Moment, moments: readonly Moment[]): string => {
  const targetId = "event" in event.data ? event.data.event : undefined;
  const target = moments.find(({ entry }) => entry.id === targetId);
  const { type, data } = event;
  const then = before && type !== "slot.added" ? before : state;
  const text = fill(TEXTS[type], {
    manner: mannerText(event),
    ...(target && { target: eventText(target, moments) }),
    ...("slot" in data && { slot: slotText(then, data.slot) }),
    ...("item" in data && { item: printedNumber(data.item) }),
    ...("from" in data && { from: slotText(then, data.from), to: slotText(then, data.to) }),
    ...("venue" in data && data.venue !== undefined && { venue: data.venue }),
    ...("symbol" in data && { symbol: data.symbol }),
    ...("documents" in data && { documents: data.documents.map(({ symbol }) => symbol).join(", ") }),
    ...(type === "slot.extended" && { end: dates.time(data.end) }),
    ...(type === "slot.rescheduled" && { time: `${dates.weekday(data.start)}, ${dates.times(data.start, data.end)}` }),
    ...(type === "meeting.rescheduled" && { days: dates.days(data.opensOn, data.closesOn) }),
  });
  return text.replace(/\.\.$/, ".");
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
  /** The secretariat's own words, shown to everyone. */
  readonly words: readonly string[];
  /** When it happened, and when it arrived, as instants. */
  readonly happened: string;
  readonly arrived: string;
  /** The public label of the key that signed it. */
  readonly key: string;
  readonly changed: readonly {
    readonly uid: string;
    readonly slot?: string | undefined;
    readonly item?: string | undefined;
    readonly sequence: number;
  }[];
  readonly isWithdrawn: boolean;
  readonly isRedacted: boolean;
}

/** What happened to a meeting, in words and in the order of arrival, as known after the last of the moments. */
export const historyOf = (moments: readonly Moment[]): readonly HistoryEntry[] => {
  const log = moments.map(({ entry }) => entry);
  const [withdrawn, redacted] = [withdrawnIds(log), redactedIds(log)];
  return moments.map((moment) => {
    const { id, position, arrival, key, event } = moment.entry;
    const { data } = event;
    const isRedacted = redacted.has(id);
    const words = isRedacted ? [] : ["reason" in data ? data.reason : undefined, data.note].filter((word) => word !== undefined);
    return {
      version: moment.state.version,
      position,
      id,
      type: event.type,
      text: eventText(moment, moments),
      words,
      happened: event.timestamp,
      arrived: new Date(arrival).toISOString(),
      key,
      changed: moment.changed.map(({ entry, sequence }) => ({ uid: entry.uid, slot: entry.slot, item: entry.item, sequence })),
      isWithdrawn: withdrawn.has(id),
      isRedacted,
    };
  });
};
