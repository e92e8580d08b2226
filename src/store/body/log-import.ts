import { applyToBody, readRecord } from "./body-table.ts";
import { settleRedaction } from "../../../machines/meeting/redaction.ts";
import type { BodyRecord } from "../../meeting/record.ts";
import { fail, succeed, type Failure, type Result } from "../../meeting/result.ts";
import { foldLines } from "../../log-file/fold.ts";
import type { EventEffects } from "../../log-file/fold-step-by-step.ts";
import type { LogLines } from "../../log-file/log-lines.ts";
import type { BrokenLine } from "../../log-file/parse-log.ts";
import { decodeEvent, parseLine, type EventLine } from "../../log-file/lines.ts";
import { notePartners } from "./handover.ts";
import { saveLed } from "./joint-table.ts";
import { applyToListing } from "./listings-table.ts";
import { readEntry, readIndex, readLog } from "./log-reads.ts";
import { splitText } from "./long-texts.ts";
import { markRedacted, restoreToLog } from "./log-table.ts";
import { readLogEnd } from "./log-end.ts";
import { saveMeeting } from "./meeting-tables.ts";
import { notePartner } from "./peers-table.ts";
import { findRedaction, saveRedaction } from "./redaction.ts";
import { scrubDatabase } from "./scrub.ts";

/** Lines of a log on their way in: nothing is read of them before the last has come. */
export const STAGE_TABLE = `
  CREATE TABLE staged (
    line INTEGER NOT NULL,
    part INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL,
    PRIMARY KEY (line, part)
  );`;
/** Units of a part of a line, of which each takes three octets at most: a row holds 2 MB. */
const PART = 500_000;

export const STAGE = { table: "staged", number: "line", text: "text" } as const;

/** Why lines are not taken: the body has a log, a page before these is missing, or a line is none of a log. */
export type ImportRefusal =
  | { readonly kind: "not-empty" }
  | { readonly kind: "gap"; readonly lines: number }
  | ({ readonly kind: "broken" } & BrokenLine);

/** How many lines are laid aside. */
export type Staged = Result<number, ImportRefusal>;
export type Imported = Result<{ readonly events: number; readonly meetings: number }, ImportRefusal>;

const countStagedLines = (sql: SqlStorage): number =>
  sql.exec<{ lines: number }>("SELECT coalesce(max(line), 0) AS lines FROM staged").one().lines;

const refuseNotEmpty = (sql: SqlStorage): Failure<ImportRefusal> | undefined => (readRecord(sql) ? fail({ kind: "not-empty" }) : undefined);

/** Lays lines aside, from the one numbered `first`; the first of all throws an earlier attempt away. */
export const stageLines = (sql: SqlStorage, first: number, lines: readonly string[]): Staged => {
  const known = refuseNotEmpty(sql);
  if (known) return known;
  if (first === 1) sql.exec("DELETE FROM staged");
  const before = countStagedLines(sql);
  if (first > before + 1) return fail({ kind: "gap", lines: before });
  sql.exec("DELETE FROM staged WHERE line >= ? AND line < ?", first, first + lines.length);
  for (const [at, line] of lines.entries())
    for (const [part, text] of splitText(line, PART).entries())
      sql.exec("INSERT INTO staged (line, part, text) VALUES (?, ?, ?)", first + at, part, text);
  return succeed(countStagedLines(sql));
};

function* readStagedLines(sql: SqlStorage): Generator<string> {
  let line: string | undefined;
  for (const { part, text } of sql.exec<{ part: number; text: string }>("SELECT part, text FROM staged ORDER BY line, part")) {
    if (part === 0 && line !== undefined) yield line;
    line = part === 0 || line === undefined ? text : line + text;
  }
  if (line !== undefined) yield line;
}

const openStagedLines = (sql: SqlStorage): LogLines => ({
  [Symbol.iterator]: () => readStagedLines(sql),
  at: (line) =>
    sql
      .exec<{ text: string }>("SELECT text FROM staged WHERE line = ? ORDER BY part", line + 1)
      .toArray()
      .map(({ text }) => text)
      .join(""),
});

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
    const left = settleRedaction(event, readLog(sql, meeting), body);
    const redaction = left.ok ? findRedaction(sql, undefined, left.value, position) : undefined;
    if (redaction) saveRedaction(sql, redaction, id);
    isRedacted ||= redaction !== undefined;
  }
  return isRedacted;
};

/** Makes the body of the lines that were laid aside: all of it, or nothing. To be called in a transaction. */
export const importStaged = (sql: SqlStorage, body: string, total: number): Imported => {
  const known = refuseNotEmpty(sql);
  if (known) return known;
  const lines = countStagedLines(sql);
  if (lines !== total) return fail({ kind: "gap", lines });
  const folded = foldLines(body, openStagedLines(sql));
  let isRedacted = false;
  if (folded.ok) {
    for (const text of readStagedLines(sql)) {
      const read = parseLine(text);
      if (read.kind === "event") restoreLine(sql, read.line, folded.value.effects.get(read.line.position));
    }
    for (const event of folded.value.bodyEvents) applyToBody(sql, event);
    for (const { id, events, led } of folded.value.listed) {
      for (const logged of events) {
        applyToListing(sql, logged.id, logged.event);
        if (logged.event.type === "meeting.listed") notePartner(sql, id, logged.event.data.of.body, { ask: true }, readLogEnd(sql).arrival);
      }
      saveLed(sql, id, led);
    }
    for (const { state, rows, joint } of folded.value.meetings) {
      saveMeeting(sql, { before: undefined, state, rows, position: readLogEnd(sql).position });
      saveLed(sql, state.record.id, joint?.led ?? []);
      notePartners(sql, undefined, state, readLogEnd(sql).arrival);
    }
    for (const id of folded.value.meetingIds) isRedacted = redactAgain(sql, id, folded.value.record) || isRedacted;
  }
  sql.exec("DELETE FROM staged");
  if (folded.ok && isRedacted) scrubDatabase(sql, STAGE);
  return folded.ok
    ? succeed({ events: readLogEnd(sql).position, meetings: folded.value.meetingIds.length })
    : fail({ kind: "broken", ...folded.error });
};
