import type { Deadline } from "../../machines/meeting/deadlines.ts";
import type { SlotChange } from "../../machines/meeting/told-changes.ts";
import { describeItems } from "../../machines/meeting/printed-items.ts";
import type { MeetingState, Said } from "../../machines/meeting/state.ts";
import { getMeetingStatus } from "../../machines/meeting/statuses.ts";
import { addMinutes, hasHour } from "../meeting/local-time.ts";
import type { CalendarEntry, EntryStatus } from "./entry.ts";
import { listStandingSteps } from "./steps.ts";
import { printEntryItems } from "./print-items.ts";
import { formatUid } from "./uid.ts";

/** How long before its deadline an entry begins: one without a length is shown as an hour, as nothing, or not at all. */
const MINUTES = 15;

const OFF: ReadonlySet<string> = new Set(["cancelled", "withdrawn"]);
const CALLED_OFF: ReadonlySet<string> = new Set([...OFF, "postponed"]);

const decideStatus = (state: MeetingState, { withdrawn }: Deadline): EntryStatus => {
  const meeting = getMeetingStatus(state.agenda);
  if (withdrawn || OFF.has(meeting)) return "CANCELLED";
  return meeting === "postponed" ? "TENTATIVE" : "CONFIRMED";
};

const omitLocal = ({ local: _local, ...said }: Said): Omit<Said, "local"> => said;

const listChanges = ({ at, moved, withdrawn }: Deadline): readonly SlotChange[] => {
  const { from, ...said } = moved ?? { from: at, timestamp: "" };
  return [
    ...(moved ? [{ ...omitLocal(said), type: "deadline.changed" as const, from, to: at }] : []),
    ...(withdrawn ? [{ ...omitLocal(withdrawn), type: "deadline.withdrawn" as const }] : []),
  ];
};

/** An entry that ends at the deadline, or a day of its own; whether the agenda is adopted is nothing to it. */
export const writeDeadlineEntry = (state: MeetingState, deadline: Deadline): CalendarEntry => {
  const { record } = state;
  const { id, kind, at, title, item } = deadline;
  const words = describeItems(state, item === undefined ? [] : [item]);
  return {
    uid: formatUid(record.body.id, record.id, `deadline-${id}`),
    body: record.body,
    meeting: record.id,
    deadline: { id, kind, at },
    start: hasHour(at) ? addMinutes(at, -MINUTES) : at,
    ...(hasHour(at) && { end: at }),
    ...(title !== undefined && { title }),
    timezone: record.timezone,
    status: decideStatus(state, deadline),
    provisional: false,
    ...(getMeetingStatus(state.agenda) === "postponed" && { postponed: true as const }),
    items: printEntryItems(words),
    documents: words.documents,
    // As of an item in no sitting: nothing is said of a kind.
    kind: "plenary",
    steps: deadline.withdrawn || !CALLED_OFF.has(getMeetingStatus(state.agenda)) ? [] : listStandingSteps(state),
    changes: listChanges(deadline),
  };
};
