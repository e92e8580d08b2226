import type { DifferenceOutcome } from "../../machines/meeting/differences.ts";
import { listWithdrawn } from "../../machines/meeting/fold-log.ts";
import { getId } from "../../machines/meeting/identities.ts";
import { printDifferences, printProgramme } from "../../machines/meeting/printed.ts";
import { getSlotStatus } from "../../machines/meeting/statuses.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { ENGLISH } from "../i18n/en.ts";
import { ENGLISH_REVISIONS } from "../i18n/revisions/en.ts";
import { replay, type HistoryStep, type MeetingHistory } from "../calendar/replay.ts";
import type { MeetingEvent } from "../meeting/events.ts";
import { formatLocalTime, getDate } from "../meeting/local-time.ts";
import { getSlotKind, type Slot } from "../meeting/record.ts";
import { describeRevision } from "./revision/describe-revision.ts";
import { formatDay, formatOrdinal, joinList, PLACEHOLDER, shortenName } from "./prose.ts";

/** An event with the plenary slot that was open when it arrived: known only where the sittings were reported. */
export interface LogStep {
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
  readonly steps: readonly LogStep[];
  /** Numbers of the plenary slots in the order in which they were opened: only those are counted, and only here. */
  readonly openedSlots: readonly string[];
}

const findOpenPlenary = (state: MeetingState | undefined): Slot | undefined =>
  state?.slots.find(({ slot, value }) => getSlotStatus(value) === "open" && getSlotKind(slot) === "plenary")?.slot;

const findOpenedPlenary = ({ entry: { event }, state }: HistoryStep): Slot | undefined => {
  if (event.type !== "slot.opened") return undefined;
  const opened = state.slots.find(({ slot }) => slot.number === event.data.slot)?.slot;
  return opened && getSlotKind(opened) === "plenary" ? opened : undefined;
};

const ENGLISH_CATALOGS = { messages: ENGLISH, revision: ENGLISH_REVISIONS };

const listRevision = ({ before, state, differences }: HistoryStep): LogStep["revision"] => {
  if (differences.length === 0) return {};
  const setting = { slots: printProgramme(before ?? state), timezone: state.record.timezone };
  const groups = describeRevision(printDifferences(state, differences), setting, ENGLISH_CATALOGS);
  return Object.fromEntries(groups.map(({ outcome, lines }) => [outcome, lines.map(({ text }) => text)]));
};

/** A meeting's history as if nothing had been withdrawn or redacted in it. */
export const readHistory = ({ state, steps }: MeetingHistory): ReportSource => {
  const log = steps.map(({ entry }) => entry);
  const withdrawn = listWithdrawn(log);
  const standing = log.filter(({ id, event }) => !withdrawn.has(id) && event.type !== "event.withdrawn" && event.type !== "event.redacted");
  const replayed = standing.length === log.length ? steps : replay(standing);
  const last = replayed.at(-1)?.state ?? state;
  return {
    state: last,
    body: shortenName(last.record.body.name),
    steps: replayed.map((step) => ({
      event: step.entry.event,
      item: "item" in step.entry.event.data ? getId(step.entry.identities, step.entry.event.data.item) : undefined,
      slot: findOpenPlenary(step.state) ?? findOpenPlenary(step.before),
      revision: listRevision(step),
    })),
    openedSlots: [...new Set(replayed.flatMap((step) => findOpenedPlenary(step)?.number ?? []))],
  };
};

/** The steps of a kind; of one item, whatever its number was. */
export const findLogSteps = ({ steps }: ReportSource, type: MeetingEvent["type"], id?: string): readonly LogStep[] =>
  steps.filter(({ event, item }) => event.type === type && (id === undefined || item === id));

/** The day on which a step was, by the clock of the meeting's place. */
export const formatDayOf = ({ event }: LogStep, { state: { record } }: ReportSource): string =>
  formatDay(getDate(formatLocalTime(Date.parse(event.timestamp), record.timezone)));

/** The sitting of a step as reports count it; a placeholder where sittings were not reported. */
const countSlot = ({ slot }: LogStep, { openedSlots }: ReportSource): string => {
  const count = slot ? openedSlots.indexOf(slot.number) + 1 : 0;
  return count > 0 ? formatOrdinal(count) : PLACEHOLDER;
};

/** `At its 1st meeting, on 27 January`; `At its 3rd and 4th meetings, on 28 January, and its 5th meeting, on 29 January`. */
export const formatOccasion = (source: ReportSource, ...steps: readonly LogStep[]): string => {
  const days = [...Map.groupBy(steps, (step) => formatDayOf(step, source))].map(([day, same]) => {
    const counts = [...new Set(same.map((step) => countSlot(step, source)))];
    return `its ${joinList(counts)} ${counts.length === 1 ? "meeting" : "meetings"}, on ${day}`;
  });
  return `At ${days.length <= 1 ? (days[0] ?? "") : `${days.slice(0, -1).join(", ")}, and ${days.at(-1) ?? ""}`}`;
};
