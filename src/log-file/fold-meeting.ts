import type { LedSitting } from "../calendar/joint.ts";
import { mergeRevisions, reviseEntries, sortRevisions } from "../calendar/ledger.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { succeed, type Result } from "../meeting/result.ts";
import { foldAtOnce } from "./fold-at-once.ts";
import { foldStepByStep, type EventEffects, type SteppedMeeting } from "./fold-step-by-step.ts";
import type { LedgerLine } from "./lines.ts";
import { readEventLine, listLedgerLines, type LogLines } from "./log-lines.ts";
import { type BrokenLine, type MeetingLog, breakAt } from "./parse-log.ts";
import type { Steps } from "./steps.ts";

export interface FoldedMeeting {
  readonly calendar: MeetingCalendar;
  readonly effects: ReadonlyMap<number, EventEffects>;
  readonly toldMore: readonly string[];
}

/** Sittings that other bodies keep: where each stood is told again once those are asked. */
export const readLed = (told: readonly LedgerLine[]): readonly LedSitting[] =>
  told.map(({ row }) => ({ row, status: row.entry.status === "CANCELLED" ? "cancelled" : "scheduled" }));

function* foldEvents(log: MeetingLog, own: readonly LedgerLine[], lines: LogLines): Steps<Result<SteppedMeeting, BrokenLine>> {
  const ledger = own.map(({ row }) => row);
  const folded = yield* foldAtOnce(log, ledger, lines);
  if (!folded.ok) return folded;
  return folded.value ? succeed({ calendar: folded.value, effects: new Map() }) : foldStepByStep(log, lines);
}

/**
 * Folds a meeting of an exported log.
 * @param body whose log it is
 * @param ledger the lines of what calendars were told of it
 */
export function* foldMeeting(
  { body, id }: { readonly body: string; readonly id: string },
  log: MeetingLog,
  ledger: readonly number[],
  lines: LogLines,
): Steps<Result<FoldedMeeting, BrokenLine>> {
  const told = listLedgerLines(lines, ledger);
  const isOwn = ({ row: { entry } }: LedgerLine): boolean => entry.body.id === body && entry.meeting === id;
  const [own, others] = [told.filter(isOwn), told.filter((line) => !isOwn(line))];
  const folded = yield* foldEvents(log, own, lines);
  if (!folded.ok) return folded;
  const { calendar, effects } = folded.value;
  const { line = 0 } = log.events.at(-1) ?? {};
  const { position, arrival } = readEventLine(lines, line);
  const rows = new Map(calendar.rows.map((row) => [row.entry.uid, row]));
  const more = own.map(({ row }) => row).filter((row) => row.sequence !== rows.get(row.entry.uid)?.sequence);
  const lower = more.find((row) => row.sequence < (rows.get(row.entry.uid)?.sequence ?? Infinity));
  if (lower) return breakAt(position, `calendars would be told less of ${lower.entry.uid} than before`);
  const last = mergeRevisions(
    calendar.rows,
    own.map(({ row }) => row),
  );
  // Sittings that other bodies keep: no event of this log speaks of what those told.
  const led = readLed(others);
  // What this release says otherwise is a change, as it is after an upgrade.
  const changed = reviseEntries({ state: calendar.state, rows: last }, calendar.state, arrival, position, { led });
  return succeed({
    calendar: {
      state: calendar.state,
      rows: sortRevisions(mergeRevisions(last, changed)),
      ...(led.length > 0 && { joint: { changes: 0, parts: [], led } }),
    },
    effects,
    toldMore: more.map(({ entry }) => entry.uid),
  });
}
