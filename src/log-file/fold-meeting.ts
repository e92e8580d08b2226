import { MACHINE_VERSION } from "../../machines/meeting/apply-event.ts";
import { nameSlots, type NamedSlot } from "../../machines/meeting/named-slots.ts";
import { getLifecycle } from "../../machines/meeting/statuses.ts";
import type { LedSitting } from "../calendar/joint.ts";
import { reviseEntries, sortRevisions } from "../calendar/ledger.ts";
import {
  buildCalendar,
  listChanged,
  replay,
  mergeRevisions,
  type ChangedEntries,
  type ReplayedEvent,
  type LogEntry,
} from "../calendar/replay.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { succeed, type Result } from "../meeting/result.ts";
import type { EventLine, LedgerLine } from "./lines.ts";
import { type BrokenLine, type MeetingLine, breakAt } from "./parse-log.ts";

/** What is kept with an event, of one that an earlier release logged without. */
export interface EventEffects {
  readonly changed: ChangedEntries;
  readonly named: readonly NamedSlot[];
}

export interface FoldedMeeting {
  readonly calendar: MeetingCalendar;
  readonly effects: ReadonlyMap<number, EventEffects>;
  readonly toldMore: readonly string[];
}

const deriveEffects = ({ before, state, entry: { event }, differences, changed }: ReplayedEvent): EventEffects => ({
  changed: listChanged(changed),
  named: nameSlots(before, state, event, differences),
});

const isContradicted = ({ machine, answer }: EventLine, { state }: ReplayedEvent): boolean =>
  machine === MACHINE_VERSION && (answer.version !== state.version || answer.state !== getLifecycle(state.agenda));

/** Sittings that other bodies keep: where each stood is told again once those are asked. */
export const readLed = (told: readonly LedgerLine[]): readonly LedSitting[] =>
  told.map(({ row }) => ({ row, status: row.entry.status === "CANCELLED" ? "cancelled" : "scheduled" }));

export const foldMeeting = (log: readonly MeetingLine[], told: readonly LedgerLine[]): Result<FoldedMeeting, BrokenLine> => {
  const entries = log.map(({ event, line: { id, position, arrival, at, local, identities, changed } }): LogEntry => ({
    id,
    position,
    arrival,
    at,
    local,
    identities,
    changed: changed ?? [],
    event,
  }));
  const effects = new Map<number, EventEffects>();
  let contradicted: EventLine | undefined;
  function* check(steps: Iterable<ReplayedEvent>): Generator<ReplayedEvent> {
    let at = 0;
    for (const step of steps) {
      const line = log[at]?.line;
      at += 1;
      contradicted ??= line && isContradicted(line, step) ? line : undefined;
      if (line && !(line.changed && line.named)) effects.set(line.position, deriveEffects(step));
      yield step;
    }
  }
  const { events, calendar } = buildCalendar(check(replay(entries)));
  if (contradicted) {
    const { position, answer } = contradicted;
    return breakAt(position, `its sender was told version ${answer.version}, "${answer.state}", which is not what it came to`);
  }
  const unapplied = log[events];
  if (unapplied) return breakAt(unapplied.line.position, `${unapplied.event.type} can't be applied`);
  const end = entries.at(-1);
  if (!calendar || !end) return breakAt(0, "there is no meeting");
  const { body, id } = calendar.state.record;
  const isOwn = ({ row: { entry } }: LedgerLine): boolean => entry.body.id === body.id && entry.meeting === id;
  const [own, others] = [told.filter(isOwn), told.filter((line) => !isOwn(line))];
  const rows = new Map(calendar.rows.map((row) => [row.entry.uid, row]));
  const more = own.map(({ row }) => row).filter((row) => row.sequence !== rows.get(row.entry.uid)?.sequence);
  const lower = more.find((row) => row.sequence < (rows.get(row.entry.uid)?.sequence ?? Infinity));
  if (lower) return breakAt(end.position, `calendars would be told less of ${lower.entry.uid} than before`);
  const last = mergeRevisions(
    calendar.rows,
    own.map(({ row }) => row),
  );
  // Sittings that other bodies keep: no event of this log speaks of what those told.
  const led = readLed(others);
  // What this release says otherwise is a change, as it is after an upgrade.
  const changed = reviseEntries({ state: calendar.state, rows: last }, calendar.state, end.arrival, end.position, { led });
  return succeed({
    calendar: {
      state: calendar.state,
      rows: sortRevisions(mergeRevisions(last, changed)),
      ...(led.length > 0 && { joint: { changes: 0, parts: [], led } }),
    },
    effects,
    toldMore: more.map(({ entry }) => entry.uid),
  });
};
