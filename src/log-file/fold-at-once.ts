import { applyEvent } from "../../machines/meeting/apply-event.ts";
import { listWithdrawn, orderStanding } from "../../machines/meeting/fold-log.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import type { EntryRevision } from "../calendar/ledger.ts";
import { recallCalendar } from "../calendar/recall.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { succeed, type Result } from "../meeting/result.ts";
import { createAnswerCheck, omitCorrections } from "./check-answers.ts";
import { readEventLine, toLogged, type LogLines } from "./log-lines.ts";
import type { Steps } from "./steps.ts";
import { breakAt, type BrokenLine, type LineInShort, type MeetingLog } from "./parse-log.ts";

export const describeContradiction = ({ position, answer }: Pick<LineInShort, "position" | "answer">): Result<never, BrokenLine> =>
  breakAt(position, `its sender was told version ${answer.version}, "${answer.state}", which is not what it came to`);

/**
 * A meeting of its log, by one fold of what stands at the end, however much was withdrawn or came late, and an event in memory at a time;
 * its entries under the revisions that were written down when each came. Undefined where that does not do: an earlier machine wrote none
 * down, or an entry is no more of which nothing tells what it said.
 * @param ledger what calendars were told of it, as far as the log says
 */
export function* foldAtOnce(
  { events, told }: MeetingLog,
  ledger: readonly EntryRevision[],
  lines: LogLines,
): Steps<Result<MeetingCalendar | undefined, BrokenLine>> {
  if (!told) return succeed(undefined);
  const places = omitCorrections(events, orderStanding(events, listWithdrawn(events)));
  const check = createAnswerCheck(events, places);
  let state: MeetingState | undefined;
  for (const [at, place] of places.entries()) {
    const { line = 0, position = 0 } = events[place] ?? {};
    const read = readEventLine(lines, line);
    yield read.raw.length;
    const logged = toLogged(read);
    const { outcome } = applyEvent(state, logged);
    if (!outcome.ok) return breakAt(position, `${logged.event.type} can't be applied`);
    state = outcome.value;
    const contradicted = check(at + 1, state);
    if (contradicted) return describeContradiction(contradicted);
  }
  if (!state) return breakAt(0, "there is no meeting");
  const calendar = recallCalendar({ ...state, version: events.length }, told, ledger);
  return succeed(calendar.rows.length === told.count() ? calendar : undefined);
}
