import { foldWhole } from "../../../machines/meeting/fold-log.ts";
import { redactLog } from "../../../machines/meeting/redaction.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import type { Answer } from "../../api/schemas/answer.ts";
import type { EntryRevision } from "../../calendar/ledger.ts";
import { reviseRedacted } from "../../calendar/redacted.ts";
import type { PlenaryEvent } from "../../meeting/events.ts";
import { redactEvent, redactJson, type RedactText } from "../../meeting/redaction.ts";
import { countRepair } from "./body-table.ts";
import { readListing } from "./listings-table.ts";
import { parseAnswer } from "./log-table.ts";
import { saveRest } from "./long-texts.ts";
import type { LogPosition } from "./log-end.ts";
import { saveMeeting } from "./meeting-tables.ts";
import { openLog } from "./stored-log.ts";
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

/** A row of the log as it is without what was redacted, or that it says nothing of that. */
interface RedactedRow {
  /** Absent where it stays. */
  readonly raw?: Uint8Array;
  readonly answer?: string;
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
  /** Where the rows stand that say it: what they say may be more than memory takes. */
  readonly positions: readonly number[];
  readonly meetings: readonly RedactedMeeting[];
  /** Of the event that removes it. */
  readonly position: number;
}

const redactRow = (sql: SqlStorage, position: number, redact: RedactText): RedactedRow => {
  const row = sql.exec<{ raw: ArrayBuffer; answer: string }>("SELECT raw, answer FROM log WHERE position = ?", position).one();
  const before = { raw: new Uint8Array(row.raw), answer: parseAnswer(sql, { position, answer: row.answer }) };
  const raw = redactRaw(before.raw, redact);
  const answer = JSON.stringify(redactAnswer(before.answer, redact));
  return { ...(raw !== before.raw && { raw }), ...(answer !== JSON.stringify(before.answer) && { answer }) };
};

const redactMeeting = (sql: SqlStorage, id: string, redact: RedactText, position: LogPosition): RedactedMeeting | undefined => {
  const stored = loadMeeting(sql, id);
  if (!stored || stored.kind === "stale") return undefined;
  const fold = foldWhole(redactLog(openLog(sql, id), redact));
  if (!fold.ok || !fold.value) return undefined;
  const rows = reviseRedacted(stored.rows, fold.value, redact, position, stored.joint);
  return { before: stored.state, state: fold.value, rows, told: stored.rows };
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
  const positions: number[] = [];
  const others = new Set<string>();
  for (const row of sql.exec<{ position: number; meeting: string | null }>("SELECT position, meeting FROM log").toArray()) {
    const { raw, answer } = redactRow(sql, row.position, redact);
    if (raw || answer !== undefined) positions.push(row.position);
    if (raw && row.meeting !== null && row.meeting !== meeting && !readListing(sql, row.meeting)) others.add(row.meeting);
  }
  const redacted = [...others].map((id) => redactMeeting(sql, id, redact, position));
  const meetings = redacted.filter((one) => one !== undefined);
  return meetings.length === redacted.length ? { positions, meetings, position: position.position } : undefined;
};

/** Removes it for ever. The place of an event, its digest and its effect stay, and its signature proves nothing any more. */
export const saveRedaction = (
  sql: SqlStorage,
  { positions, meetings, position: at }: BodyRedaction,
  redact: RedactText,
  by: string,
): void => {
  for (const position of positions) {
    const { raw, answer } = redactRow(sql, position, redact);
    if (answer !== undefined) sql.exec("UPDATE log SET answer = ? WHERE position = ?", saveRest(sql, position, "answer", answer), position);
    if (raw) sql.exec("UPDATE log SET raw = ?, redacted_by = ? WHERE position = ?", raw, by, position);
  }
  for (const { before, state, rows: changed } of meetings) saveMeeting(sql, { before, state, rows: changed, position: at });
  // An import that was given up may have left lines.
  sql.exec("DELETE FROM staged");
  // Other meetings had no event that would tell their readers.
  countRepair(sql);
};
