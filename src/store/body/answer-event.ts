import { isUnchanged } from "../../../machines/meeting/outcome.ts";
import type { Difference } from "../../../machines/meeting/differences.ts";
import { findWarnings } from "../../../machines/meeting/find-warnings.ts";
import type { Log, LoggedEvent } from "../../../machines/meeting/fold-log.ts";
import { warnOfLeftOut } from "../../../machines/meeting/left-out.ts";
import { listNextTypes } from "../../../machines/meeting/next-events.ts";
import { printDifferences } from "../../../machines/meeting/printed.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { getLifecycle } from "../../../machines/meeting/statuses.ts";
import { createWarning, type Warning } from "../../../machines/meeting/warnings.ts";
import type { Answer, EntryChange, StatusChange } from "../../api/schemas/answer.ts";
import { formatBodyFeedPath, formatMeetingFeedPath } from "../../calendar/addresses.ts";
import { leaveSittings, listLedRows, type LedSitting } from "../../calendar/joint.ts";
import type { EntryRevision } from "../../calendar/ledger.ts";
import { warnOfTwoLeads } from "../../calendar/two-leads.ts";
import type { MeetingCalendar } from "../../calendar/views.ts";
import type { DryRun } from "../../meeting/events/define-event.ts";
import { isCorrection, type MeetingEvent } from "../../meeting/events.ts";
import type { BodyRecord } from "../../meeting/record.ts";
import { compareEntries, compareStates, listChangedFeeds } from "./changes.ts";
import type { KeyReach } from "./keys-table.ts";
import type { LogPosition } from "./log-end.ts";
import { warnOfMove, type FindMoved } from "./moved.ts";

/** Where an event meets its meeting. */
export interface Circumstances {
  readonly before: MeetingCalendar | undefined;
  readonly body: BodyRecord;
  readonly position: LogPosition;
  /** The meeting's events before this one, asked for by what looks back. */
  readonly openLog: () => Log;
  /** One of them by its webhook-id, asked for by redactions alone. */
  readonly findEvent: (id: string) => MeetingEvent | undefined;
  /** Whether the meeting is in the body's own feed after the event. */
  readonly isInBodyFeed: (state: MeetingState) => boolean;
  /** How much of a meeting the key that signed it may fill. */
  readonly reach: KeyReach;
  /** Another meeting of the body, or of another that it lists. */
  readonly findMoved: FindMoved;
  /** What there is to say of that key. */
  readonly keyWarnings: readonly Warning[];
}

/** What an event came to before its answer is written. */
export interface AppliedEvent {
  readonly logged: LoggedEvent;
  readonly state: MeetingState;
  readonly differences: readonly Difference[];
  readonly warnings: readonly Warning[];
}

/** Words that say nothing new are not told: the event said what was so already. */
const warnOfNoEffect = ({ data }: MeetingEvent): readonly Warning[] =>
  (["note", "reason", "cause", "annotation", "afterItem"] as const)
    .filter((name) => Object.hasOwn(data, name))
    .map((name) => createWarning("no-effect", { field: `data.${name}` }));

/** The sittings of other bodies that a meeting leaves, as they are in its calendars and as they stay there. */
const compareLeft = (before: MeetingCalendar | undefined, left: readonly LedSitting[]) =>
  compareEntries(
    before ? listLedRows(before) : [],
    left.map(({ row }) => row),
  );

const listLeftFeeds = ({ record: { body, id } }: MeetingState, left: readonly LedSitting[], isInBodyFeed: boolean): readonly string[] =>
  left.length === 0 ? [] : [...(isInBodyFeed ? [formatBodyFeedPath(body.id)] : []), formatMeetingFeedPath(body.id, id)];

/** Feeds, entries and statuses that an answer names. */
const PAGE = 100;

/** An answer with the feeds that change: so many by name, then their number. */
export const nameFeeds = (answer: Omit<Answer, "changed" | "moreChanged">, changed: readonly string[], more = 0): Answer => {
  const beyond = more + Math.max(0, changed.length - PAGE);
  return { ...answer, changed: changed.slice(0, PAGE), ...(beyond > 0 && { moreChanged: beyond }) };
};

/** A page of what a dry run would change. */
const pageChanges = (
  dryRun: DryRun,
  entries: readonly EntryChange[],
  statuses: readonly StatusChange[],
): Pick<Answer, "entries" | "statuses" | "moreEntries" | "moreStatuses"> => {
  const after = typeof dryRun === "object" ? dryRun.after : 0;
  const [moreEntries, moreStatuses] = [entries, statuses].map(({ length }) => Math.max(0, length - after - PAGE));
  return {
    entries: entries.slice(after, after + PAGE),
    statuses: statuses.slice(after, after + PAGE),
    ...(moreEntries && { moreEntries }),
    ...(moreStatuses && { moreStatuses }),
  };
};

export const answerEvent = (applied: AppliedEvent, changed: readonly EntryRevision[], at: Circumstances): Answer => {
  const { logged, state, differences } = applied;
  const { event } = logged;
  const { before, body, position, isInBodyFeed, keyWarnings } = at;
  const entries = compareEntries(before?.rows ?? [], changed);
  const left = leaveSittings(before?.joint?.led ?? [], state, position.arrival);
  const isSaidAgain = before !== undefined && !isCorrection(event) && isUnchanged(before.state, state);
  const warnings = [
    ...applied.warnings,
    ...warnOfLeftOut(before?.state, logged),
    ...(isSaidAgain ? warnOfNoEffect(event) : findWarnings(before?.state, logged, state, differences)),
    ...warnOfTwoLeads(before?.state, state, before?.joint?.led ?? []),
    ...warnOfMove(before?.state, state, at.findMoved),
    ...keyWarnings,
  ];
  const feeds = new Set([
    ...listLeftFeeds(state, left, isInBodyFeed(state)),
    ...listChangedFeeds(body.id, before?.state, state, entries, isInBodyFeed(state)),
  ]);
  const answer = {
    outcome: event.dryRun ? "dry run" : isSaidAgain ? "unchanged" : "applied",
    position: position.position,
    version: state.version,
    state: getLifecycle(state.agenda),
    warnings,
    next: listNextTypes(state),
    ...(differences.length > 0 && { differences: printDifferences(state, differences) }),
    ...(event.dryRun && {
      ...(isSaidAgain && { isUnchanged: true as const }),
      ...pageChanges(event.dryRun, [...entries, ...compareLeft(before, left)], compareStates(before?.state, state)),
    }),
  } as const;
  return nameFeeds(answer, [...feeds]);
};
