import { nameSlots, type NamedSlot } from "../../machines/meeting/named-slots.ts";
import { buildCalendar, listChanged, replay, type ChangedEntries, type LogEntry, type ReplayedEvent } from "../calendar/replay.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { succeed, type Result } from "../meeting/result.ts";
import { isContradicted } from "./check-answers.ts";
import { describeContradiction } from "./fold-at-once.ts";
import { readEventLine, toLogged, type LogLines } from "./log-lines.ts";
import { breakAt, type BrokenLine, type LineInShort, type MeetingLog } from "./parse-log.ts";

/** What is kept with an event, of one that an earlier release logged without. */
export interface EventEffects {
  readonly changed: ChangedEntries;
  readonly named: readonly NamedSlot[];
}

/** A meeting right after each of its events: what an earlier release did not write down. */
export interface SteppedMeeting {
  readonly calendar: MeetingCalendar;
  readonly effects: ReadonlyMap<number, EventEffects>;
}

const deriveEffects = ({ before, state, entry: { event }, differences, changed }: ReplayedEvent): EventEffects => ({
  changed: listChanged(changed),
  named: nameSlots(before, state, event, differences),
});

/** Folds a meeting as it was taken in, event by event, and looks at each state that it had. */
export const foldStepByStep = ({ events }: MeetingLog, lines: LogLines): Result<SteppedMeeting, BrokenLine> => {
  const read = events.map((event) => ({ event, line: readEventLine(lines, event.line) }));
  const entries = read.map(({ line }): LogEntry => {
    const { position, arrival, changed = [] } = line;
    return { ...toLogged(line), position, arrival, changed };
  });
  const effects = new Map<number, EventEffects>();
  let contradicted: LineInShort | undefined;
  function* check(steps: Iterable<ReplayedEvent>): Generator<ReplayedEvent> {
    let at = 0;
    for (const step of steps) {
      const { event, line } = read[at] ?? {};
      at += 1;
      contradicted ??= event && isContradicted(event, step.state.version, step.state) ? event : undefined;
      if (line && !(line.changed && line.named)) effects.set(line.position, deriveEffects(step));
      yield step;
    }
  }
  const folded = buildCalendar(check(replay(entries)));
  if (contradicted) return describeContradiction(contradicted);
  const unapplied = entries[folded.events];
  if (unapplied) return breakAt(unapplied.position, `${unapplied.event.type} can't be applied`);
  return folded.calendar ? succeed({ calendar: folded.calendar, effects }) : breakAt(0, "there is no meeting");
};
