import { applyToLog } from "../../../machines/meeting/apply-to-log.ts";
import type { Difference } from "../../../machines/meeting/differences.ts";
import { createLog, type LoggedEvent } from "../../../machines/meeting/fold-log.ts";
import { printRecord } from "../../../machines/meeting/printed.ts";
import { settleEvent } from "../../../machines/meeting/settle-event.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import type { MeetingEvent } from "../../meeting/events.ts";
import { formatLocalTime } from "../../meeting/local-time.ts";
import type { MeetingRecord } from "../../meeting/record.ts";
import { fail, succeed, type Result } from "../../meeting/result.ts";

/** What a record of data/meetings comes to once another is laid over it: by the same rules as in a service, before any event. */
export interface AppliedLocally {
  readonly record: MeetingRecord;
  readonly differences: readonly Difference[];
}

interface Told {
  readonly log: readonly LoggedEvent[];
  readonly state?: MeetingState;
  readonly differences: readonly Difference[];
}

/** Before all sittings: none is over. */
const LONG_BEFORE = 0;

const tell = ({ log, state }: Told, event: MeetingEvent): Result<Told & { readonly state: MeetingState }, string> => {
  const readLog = () => createLog(log);
  const settled = settleEvent(state, { id: String(log.length), event, arrival: LONG_BEFORE }, readLog, formatLocalTime);
  if (!settled.ok) return fail(settled.error.message);
  const { logged, place } = settled.value;
  const { outcome, differences } = applyToLog(state, logged, readLog, place);
  return outcome.ok ? succeed({ log: [...log, logged], state: outcome.value, differences }) : fail(outcome.error.message);
};

export const applyLocally = (base: MeetingRecord, record: MeetingRecord): Result<AppliedLocally, string> => {
  const data = { body: base.body.id, meeting: base.id };
  const timestamp = new Date(LONG_BEFORE).toISOString();
  const announced = tell({ log: [], differences: [] }, { type: "meeting.announced", timestamp, data: { ...data, record: base } });
  if (!announced.ok) return announced;
  const revised = tell(announced.value, { type: "agenda.revised", timestamp, data: { ...data, record } });
  return revised.ok ? succeed({ record: printRecord(revised.value.state), differences: revised.value.differences }) : revised;
};
