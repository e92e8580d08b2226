import type { ToldEvent } from "../calendar/told-event.ts";
import type { MeetingEvent } from "../meeting/events.ts";
import { listReasons } from "../i18n/reason-text.ts";
import { describeRevision, formatGroup } from "./revision/describe-revision.ts";
import { type Catalogs, type HistorySetting, describeEvent } from "./describe-event.ts";

/** What a record came to that was laid over what was said: named as things stood before. */
const describeDifferences = (
  { named, differences }: ToldEvent,
  { slots, timezone }: HistorySetting,
  { messages, page }: Catalogs,
): readonly string[] => {
  if (differences.length === 0) return [];
  const then = new Map([...slots, ...named].map((slot) => [slot.number, slot]));
  const groups = describeRevision(differences, { slots: [...then.values()], timezone }, { messages, revision: page.revision });
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
  /** Of a withdrawal: the id of what it withdraws. */
  readonly withdraws?: string;
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

/** An event in words. */
export const describeTold = (told: ToldEvent, setting: HistorySetting, catalogs: Catalogs): HistoryEntry => {
  const { id, position, arrival, event, version, changed, isUnchanged } = told;
  const { data } = event;
  const isRedacted = setting.redacted.has(id);
  const words = isRedacted ? [] : listReasons(data, catalogs.messages);
  return {
    version,
    position,
    id,
    type: event.type,
    ...(event.type === "event.withdrawn" && { withdraws: event.data.event }),
    text: describeEvent(told, setting, catalogs),
    revision: describeDifferences(told, setting, catalogs),
    words,
    happened: event.timestamp,
    arrived: new Date(arrival).toISOString(),
    changed,
    isUnchanged,
    isWithdrawn: setting.withdrawn.has(id),
    isRedacted,
  };
};

/** Events of a history, and octets that were read for them, after which it goes no further back. */
const MAX_EVENTS = 1000;
const MAX_OCTETS = 2 * 1024 * 1024;

/** The end of a history, in the order of arrival, and up to which version more is to be told. */
export interface History {
  readonly events: readonly HistoryEntry[];
  /** Absent where it is the whole. */
  readonly earlier?: number;
}

/**
 * What happened to a meeting, in words.
 * @param told the latest first
 */
export const buildHistory = async (told: AsyncIterable<ToldEvent>, setting: HistorySetting, catalogs: Catalogs): Promise<History> => {
  const events: HistoryEntry[] = [];
  let octets = 0;
  for await (const event of told) {
    if (events.length >= MAX_EVENTS || (events.length > 0 && octets + event.octets > MAX_OCTETS))
      return { events: events.toReversed(), earlier: event.version };
    events.push(describeTold(event, setting, catalogs));
    octets += event.octets;
  }
  return { events: events.toReversed() };
};
