import type { DifferenceOutcome } from "../../machines/meeting/differences.ts";
import { listWithdrawn } from "../../machines/meeting/fold-log.ts";
import { getId } from "../../machines/meeting/identities.ts";
import { printDifferences, printProgramme } from "../../machines/meeting/printed.ts";
import { getSlotStatus } from "../../machines/meeting/statuses.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { ENGLISH } from "../i18n/en.ts";
import { ENGLISH_REVISIONS } from "../i18n/revisions/en.ts";
import { replay, type ReplayedEvent, type MeetingHistory } from "../calendar/replay.ts";
import type { MeetingEvent } from "../meeting/events.ts";
import { formatLocalTime, getDate } from "../meeting/local-time.ts";
import { getSlotKind, type Slot } from "../meeting/record.ts";
import { describeRevision } from "./revision/describe-revision.ts";
import { formatDay, formatOrdinal, joinList, PLACEHOLDER, shortenName } from "./prose.ts";

/** An event with the plenary slot that was open when it arrived: known only where the sittings were reported. */
export interface ReportedEvent {
  readonly event: MeetingEvent;
  readonly slot: Slot | undefined;
  /** The id of the item that it is about. */
  readonly item: string | undefined;
  /** What a record came to: sentences, of what it changed and of what was kept. */
  readonly revision: Readonly<Partial<Record<DifferenceOutcome, readonly string[]>>>;
}

/** What a report is drafted from. */
export interface ReportSource {
  readonly state: MeetingState;
  readonly body: string;
  readonly events: readonly ReportedEvent[];
  /** Numbers of the plenary slots in the order in which they were opened: only those are counted, and only here. */
  readonly openedSlots: readonly string[];
}

const findOpenPlenary = (state: MeetingState | undefined): Slot | undefined =>
  state?.slots.find(({ slot, value }) => getSlotStatus(value) === "open" && getSlotKind(slot) === "plenary")?.slot;

const findOpenedPlenary = ({ entry: { event }, state }: ReplayedEvent): Slot | undefined => {
  if (event.type !== "slot.opened") return undefined;
  const opened = state.slots.find(({ slot }) => slot.number === event.data.slot)?.slot;
  return opened && getSlotKind(opened) === "plenary" ? opened : undefined;
};

const ENGLISH_CATALOGS = { messages: ENGLISH, revision: ENGLISH_REVISIONS };

const listRevision = ({ before, state, differences }: ReplayedEvent): ReportedEvent["revision"] => {
  if (differences.length === 0) return {};
  const setting = { slots: printProgramme(before ?? state), timezone: state.record.timezone };
  const groups = describeRevision(printDifferences(state, differences), setting, ENGLISH_CATALOGS);
  return Object.fromEntries(groups.map(({ outcome, lines }) => [outcome, lines.map(({ text }) => text)]));
};

/** A meeting's history as if nothing had been withdrawn or redacted in it. */
export const buildReportSource = ({ state, replayed }: MeetingHistory): ReportSource => {
  const log = replayed.map(({ entry }) => entry);
  const withdrawn = listWithdrawn(log);
  const standing = log.filter(({ id, event }) => !withdrawn.has(id) && event.type !== "event.withdrawn" && event.type !== "event.redacted");
  const told = standing.length === log.length ? replayed : replay(standing);
  const last = told.at(-1)?.state ?? state;
  return {
    state: last,
    body: shortenName(last.record.body.name),
    events: told.map((one) => ({
      event: one.entry.event,
      item: "item" in one.entry.event.data ? getId(one.entry.identities, one.entry.event.data.item) : undefined,
      slot: findOpenPlenary(one.state) ?? findOpenPlenary(one.before),
      revision: listRevision(one),
    })),
    openedSlots: [...new Set(told.flatMap((one) => findOpenedPlenary(one)?.number ?? []))],
  };
};

/** The events of a kind; of one item, whatever its number was. */
export const findReported = ({ events }: ReportSource, type: MeetingEvent["type"], id?: string): readonly ReportedEvent[] =>
  events.filter(({ event, item }) => event.type === type && (id === undefined || item === id));

/** The day of an event, by the clock of the meeting's place. */
export const formatDayOf = ({ event }: ReportedEvent, { state: { record } }: ReportSource): string =>
  formatDay(getDate(formatLocalTime(Date.parse(event.timestamp), record.timezone)));

/** The sitting of an event as reports count it; a placeholder where sittings were not reported. */
const countSlot = ({ slot }: ReportedEvent, { openedSlots }: ReportSource): string => {
  const count = slot ? openedSlots.indexOf(slot.number) + 1 : 0;
  return count > 0 ? formatOrdinal(count) : PLACEHOLDER;
};

/** `At its 1st meeting, on 27 January`; `At its 3rd and 4th meetings, on 28 January, and its 5th meeting, on 29 January`. */
export const formatOccasion = (source: ReportSource, ...events: readonly ReportedEvent[]): string => {
  const days = [...Map.groupBy(events, (event) => formatDayOf(event, source))].map(([day, same]) => {
    const counts = [...new Set(same.map((event) => countSlot(event, source)))];
    return `its ${joinList(counts)} ${counts.length === 1 ? "meeting" : "meetings"}, on ${day}`;
  });
  return `At ${days.length <= 1 ? (days[0] ?? "") : `${days.slice(0, -1).join(", ")}, and ${days.at(-1) ?? ""}`}`;
};
