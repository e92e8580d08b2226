import { applyEvent } from "../../machines/meeting/apply-event.ts";
import type { Difference, DifferenceOutcome } from "../../machines/meeting/differences.ts";
import type { LoggedEvent } from "../../machines/meeting/fold-log.ts";
import { getId } from "../../machines/meeting/identities.ts";
import { printDifferences, printProgramme } from "../../machines/meeting/printed.ts";
import { getSlotStatus } from "../../machines/meeting/statuses.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { ENGLISH } from "../i18n/en.ts";
import { ENGLISH_REVISIONS } from "../i18n/revisions/en.ts";
import type { MeetingEvent } from "../meeting/events.ts";
import { formatLocalTime, getDate } from "../meeting/local-time.ts";
import { getSlotKind, type Slot } from "../meeting/record.ts";
import { describeRevision } from "./revision/describe-revision.ts";
import { formatDay, formatOrdinal, joinList, PLACEHOLDER, shortenName } from "./prose.ts";

/** What reports speak of: of no other event anything is kept. */
const REPORTED: ReadonlySet<MeetingEvent["type"]> = new Set([
  "meeting.opened",
  "agenda.adopted",
  "item.taken_up",
  "item.left_open",
  "item.concluded",
  "item.deferred",
  "item.added",
  "item.held",
  "item.removed",
  "meeting.suspended",
  "meeting.resumed",
  "report.adopted",
  "report.issued",
  "meeting.closed",
]);

/** An event with the plenary slot that was open when it happened: known only where the sittings were reported. */
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

const findOpenedPlenary = ({ event }: LoggedEvent, state: MeetingState): Slot | undefined => {
  if (event.type !== "slot.opened") return undefined;
  const opened = state.slots.find(({ slot }) => slot.number === event.data.slot)?.slot;
  return opened && getSlotKind(opened) === "plenary" ? opened : undefined;
};

const ENGLISH_CATALOGS = { messages: ENGLISH, revision: ENGLISH_REVISIONS };

const listRevision = (
  before: MeetingState | undefined,
  state: MeetingState,
  differences: readonly Difference[],
): ReportedEvent["revision"] => {
  if (differences.length === 0) return {};
  const setting = { slots: printProgramme(before ?? state), timezone: state.record.timezone };
  const groups = describeRevision(printDifferences(state, differences), setting, ENGLISH_CATALOGS);
  return Object.fromEntries(groups.map(({ outcome, lines }) => [outcome, lines.map(({ text }) => text)]));
};

/**
 * What a report is drafted from, in one pass that keeps no state.
 * @param entries that stand, corrections left out, in the order in which they happened; what can't be applied is left out
 */
export const readReportSource = async (entries: AsyncIterable<LoggedEvent>, now: MeetingState): Promise<ReportSource> => {
  const events: ReportedEvent[] = [];
  const openedSlots = new Set<string>();
  let before: MeetingState | undefined;
  for await (const entry of entries) {
    const { outcome, differences } = applyEvent(before, entry);
    if (!outcome.ok) continue;
    const { value: state } = outcome;
    const { event, identities } = entry;
    const opened = findOpenedPlenary(entry, state);
    if (opened) openedSlots.add(opened.number);
    // An agenda is adopted once, and each time that it is said brings its record along.
    const isSaidAgain = event.type === "agenda.adopted" && events.some((other) => other.event.type === event.type);
    if (REPORTED.has(event.type) && !isSaidAgain)
      events.push({
        event,
        item: "item" in event.data && event.data.item !== undefined ? getId(identities, event.data.item) : undefined,
        slot: findOpenPlenary(state) ?? findOpenPlenary(before),
        revision: listRevision(before, state, differences),
      });
    before = state;
  }
  const state = before ?? now;
  return { state, body: shortenName(state.record.body.name), events, openedSlots: [...openedSlots] };
};

/** The events of a kind. */
export const findReported = ({ events }: Pick<ReportSource, "events">, type: MeetingEvent["type"]): readonly ReportedEvent[] =>
  events.filter(({ event }) => event.type === type);

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
