import { foldLog } from "../../../machines/meeting/fold-log.ts";
import { redactLog } from "../../../machines/meeting/redaction.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import type { Answer } from "../../api/schemas/answer.ts";
import type { EntryRevision } from "../../calendar/ledger.ts";
import { reviseRedacted } from "../../calendar/replay.ts";
import type { PlenaryEvent } from "../../meeting/events.ts";
import { redactEvent, redactJson, type RedactText } from "../../meeting/redaction.ts";
import { countRepair } from "./body-table.ts";
import { readListing } from "./listings-table.ts";
import { parseAnswer } from "./log-table.ts";
import { saveRest } from "./long-texts.ts";
import { readLog } from "./log-reads.ts";
import type { LogPosition } from "./log-end.ts";
import { saveMeeting } from "./meeting-tables.ts";
import { loadMeeting } from "./stored-meeting.ts";

/** An answer without what was redacted; its codes, addresses and states stay. */
export const redactAnswer = (answer: Answer, redact: RedactText): Answer => {
  const { warnings, differences, entries } = answer;
  return {
    ...answer,
    warnings: warnings.map(({ code, ...said }) => ({ code, ...redactJson(said, redact) })),
    ...(differences && { differences: differences.map(({ path, outcome, ...said }) => ({ path, outcome, ...redactJson(said, redact) })) }),
    ...(entries && { entries: redactJson(entries, redact) }),
  };
};

/** An event's bytes without what was redacted; the same bytes where there was nothing of it. */
export const redactRaw = (raw: Uint8Array, redact: RedactText): Uint8Array => {
  const event = JSON.parse(new TextDecoder().decode(raw)) as PlenaryEvent;
  const [before, after] = [event, redactEvent(event, redact)].map((one) => JSON.stringify(one));
  return before === after ? raw : new TextEncoder().encode(after);
};

interface RedactedRow {
  readonly position: number;
  readonly meeting: string | null;
  /** Absent where it stays. */
  readonly raw?: Uint8Array;
  readonly answer: string;
}

interface RedactedMeeting {
  readonly before: MeetingState;
  readonly state: MeetingState;
  readonly rows: readonly EntryRevision[];
  /** What calendars were told before. */
  readonly told: readonly EntryRevision[];
}

/** What a redaction comes to beside the meeting whose event it names. */
export interface BodyRedaction {
  readonly rows: readonly RedactedRow[];
  readonly meetings: readonly RedactedMeeting[];
  /** Of the event that removes it. */
  readonly position: number;
}

function* findRows(sql: SqlStorage, redact: RedactText): Generator<RedactedRow> {
  const rows = sql.exec<{ position: number; meeting: string | null; raw: ArrayBuffer; answer: string }>(
    "SELECT position, meeting, raw, answer FROM log",
  );
  for (const { position, meeting, ...row } of rows) {
    const before = { raw: new Uint8Array(row.raw), answer: parseAnswer(sql, { position, answer: row.answer }) };
    const raw = redactRaw(before.raw, redact);
    const told = JSON.stringify(redactAnswer(before.answer, redact));
    const isSame = raw === before.raw;
    if (!isSame || told !== JSON.stringify(before.answer)) yield { position, meeting, ...(!isSame && { raw }), answer: told };
  }
}

const redactMeeting = (sql: SqlStorage, id: string, redact: RedactText, position: LogPosition): RedactedMeeting | undefined => {
  const stored = loadMeeting(sql, id);
  const log = redactLog(readLog(sql, id), redact);
  const fold = foldLog(log);
  const rows = stored && stored.kind !== "stale" ? reviseRedacted(stored.rows, log, position, stored.joint) : undefined;
  return stored && fold.ok && fold.value && rows ? { before: stored.state, state: fold.value, rows, told: stored.rows } : undefined;
};

/**
 * Finds every row of the body's log that says what is redacted, and what its other meetings come to without it.
 * Undefined where one of those can't be folded: nothing may be removed from what nobody can make anew.
 */
export const findRedaction = (
  sql: SqlStorage,
  meeting: string | undefined,
  redact: RedactText,
  position: LogPosition,
): BodyRedaction | undefined => {
  const rows = [...findRows(sql, redact)];
  const others = new Set(
    rows.flatMap((row) =>
      row.raw && row.meeting !== null && row.meeting !== meeting && !readListing(sql, row.meeting) ? [row.meeting] : [],
    ),
  );
  const redacted = [...others].map((id) => redactMeeting(sql, id, redact, position));
  const meetings = redacted.filter((one) => one !== undefined);
  return meetings.length === redacted.length ? { rows, meetings, position: position.position } : undefined;
};

/** Removes it for ever. The place of an event, its digest and its effect stay, and its signature proves nothing any more. */
export const saveRedaction = (sql: SqlStorage, { rows, meetings, position: at }: BodyRedaction, by: string): void => {
  for (const { position, raw, answer } of rows) {
    sql.exec("UPDATE log SET answer = ? WHERE position = ?", saveRest(sql, position, "answer", answer), position);
    if (raw) sql.exec("UPDATE log SET raw = ?, redacted_by = ? WHERE position = ?", raw, by, position);
  }
  for (const { before, state, rows: changed } of meetings) saveMeeting(sql, { before, state, rows: changed, position: at });
  // An import that was given up may have left lines.
  sql.exec("DELETE FROM staged");
  // Other meetings had no event that would tell their readers.
  countRepair(sql);
};
