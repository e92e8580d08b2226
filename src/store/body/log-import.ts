import { applyToBody, readRecord } from "./body-table.ts";
import { settleRedaction } from "../../../machines/meeting/redaction.ts";
import type { BodyRecord } from "../../meeting/record.ts";
import { fail, succeed, type Result } from "../../meeting/result.ts";
import { openLines } from "../../log-file/fold.ts";
import type { EventEffects } from "../../log-file/fold-step-by-step.ts";
import type { BrokenLine } from "../../log-file/parse-log.ts";
import { decodeEvent, parseLine, type EventLine } from "../../log-file/lines.ts";
import type { Steps } from "../../log-file/steps.ts";
import { notePartners } from "./handover.ts";
import { saveLed } from "./joint-table.ts";
import { applyToListing } from "./listings-table.ts";
import { readIndex } from "./log-index.ts";
import { findEntry, readEntry } from "./log-reads.ts";
import { markRedacted, restoreToLog } from "./log-table.ts";
import { saveMeeting } from "./meeting-tables.ts";
import { notePartner } from "./peers-table.ts";
import { findRedaction, saveRedaction } from "./redaction.ts";
import { clearTables, scrubDatabase } from "./scrub.ts";
import { countStagedLines, isComingIn, noteComingIn, openStagedLines, STAGE, stageLines } from "./stage.ts";

/** Why lines are not taken: the body has a log, a page before these is missing, or a line is none of a log. */
export type ImportRefusal =
  | { readonly kind: "not-empty" }
  | { readonly kind: "gap"; readonly lines: number }
  | ({ readonly kind: "broken" } & BrokenLine);

/** How many lines are laid aside. */
export type Staged = Result<number, ImportRefusal>;
export type Imported = Result<{ readonly events: number; readonly meetings: number }, ImportRefusal>;

/** Lays lines aside for a body that is not there. */
export const stageLog = (sql: SqlStorage, first: number, lines: readonly string[]): Staged =>
  readRecord(sql) ? fail({ kind: "not-empty" }) : stageLines(sql, first, lines);

/** Leaves nothing of an import that was refused or cut off: the body is not there, and nobody has read of it. */
export const clearImport = (sql: SqlStorage): void => {
  if (isComingIn(sql)) clearTables(sql);
};

const restoreLine = (sql: SqlStorage, line: EventLine, effects: EventEffects | undefined): void => {
  const event = decodeEvent(line);
  restoreToLog(sql, line, { changed: line.changed ?? effects?.changed ?? [], named: line.named ?? effects?.named ?? [] }, event);
  // The first release wrote down in the redaction alone which event it was of.
  if (event.type === "event.redacted") markRedacted(sql, event.data.event, line.id);
};

/** The export may have been under way while a redaction came: what is left of it then is removed here. Whether anything was. */
const redactAgain = (sql: SqlStorage, meeting: string, body: BodyRecord): boolean => {
  let isRedacted = false;
  for (const row of readIndex(sql, meeting)) {
    if (row.event.type !== "event.redacted") continue;
    const { id, event, ...position } = readEntry(sql, row.position);
    if (event.type !== "event.redacted") continue;
    const left = settleRedaction(event, findEntry(sql, meeting, event.data.event)?.event, body);
    const redaction = left.ok ? findRedaction(sql, undefined, left.value, position) : undefined;
    if (left.ok && redaction) saveRedaction(sql, redaction, left.value, id);
    isRedacted ||= redaction !== undefined;
  }
  return isRedacted;
};

function* bringIn(sql: SqlStorage, body: string, change: (write: () => void) => void): Steps<Imported> {
  const lines = openStagedLines(sql);
  const opened = yield* openLines(body, lines);
  if (!opened.ok) return fail({ kind: "broken", ...opened.error });
  const { record, events, arrival, bodyEvents, meetingIds, listed, fold } = opened.value;
  const effects = new Map<number, EventEffects>();
  for (const id of meetingIds) {
    const folded = yield* fold(id);
    if (!folded.ok) return fail({ kind: "broken", ...folded.error });
    const { calendar } = folded.value;
    saveMeeting(sql, { before: undefined, ...calendar, position: events });
    saveLed(sql, id, calendar.joint?.led ?? []);
    notePartners(sql, undefined, calendar.state, arrival);
    for (const [position, effect] of folded.value.effects) effects.set(position, effect);
  }
  for (const text of lines) {
    const read = parseLine(text);
    if (read.kind === "event") restoreLine(sql, read.line, effects.get(read.line.position));
    yield text.length;
  }
  // From here on there is a body.
  change(() => {
    for (const event of bodyEvents) applyToBody(sql, event);
    for (const { id, events: told, led } of listed) {
      for (const logged of told) {
        applyToListing(sql, logged.id, logged.event);
        if (logged.event.type === "meeting.listed") notePartner(sql, id, logged.event.data.of.body, { ask: true }, arrival);
      }
      saveLed(sql, id, led);
    }
    const redacted = meetingIds.filter((id) => redactAgain(sql, id, record));
    sql.exec("DELETE FROM staged");
    if (redacted.length > 0) scrubDatabase(sql, STAGE);
  });
  return succeed({ events, meetings: meetingIds.length });
}

/**
 * Makes the body of the lines that were laid aside, all of it or nothing, step by step: as long as the record of the body is not there
 * nobody reads what is.
 * @param change makes the last of it, by which the body is there, one change
 */
export function* importStaged(sql: SqlStorage, body: string, total: number, change: (write: () => void) => void): Steps<Imported> {
  if (readRecord(sql)) return fail({ kind: "not-empty" });
  clearImport(sql);
  const lines = countStagedLines(sql);
  if (lines !== total) return fail({ kind: "gap", lines });
  noteComingIn(sql);
  try {
    return yield* bringIn(sql, body, change);
  } finally {
    clearImport(sql);
  }
}
