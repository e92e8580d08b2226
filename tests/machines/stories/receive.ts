import type { MeetingEvent } from "../../../src/meeting/events.ts";
import type { LogEntry } from "../../../src/calendar/replay.ts";
import { mergeRevisions, type EntryRevision } from "../../../src/calendar/ledger.ts";
import { createLog } from "../../../machines/meeting/fold-log.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { redactEvent } from "../../../src/meeting/redaction.ts";
import { decide } from "../../../src/store/body/decide.ts";
import { RECORD } from "../given.ts";

/** A meeting with its log and its ledger, as a body's object keeps them, without the object. */
export interface Kept {
  readonly log: readonly LogEntry[];
  readonly state: MeetingState;
  readonly rows: readonly EntryRevision[];
}

/** An event at the door, and when it came. */
export interface Delivery {
  readonly id: string;
  readonly event: MeetingEvent;
  readonly arrival: number;
}

export interface Received {
  readonly kept: Kept | undefined;
  readonly decided: ReturnType<typeof decide>;
}

/** Takes an event in as the object does: decided, logged, and the ledger with the entries that changed. */
export const receive = (kept: Kept | undefined, { id, event, arrival }: Delivery): Received => {
  const decided = decide(id, event, {
    before: kept,
    body: RECORD.body,
    position: { position: (kept?.log.length ?? 0) + 1, arrival },
    openLog: () => createLog(kept?.log ?? []),
    findEvent: (named) => kept?.log.find((logged) => logged.id === named)?.event,
    isInBodyFeed: () => true,
    reach: "operator",
    findMoved: () => undefined,
    keyWarnings: [],
  });
  if (!decided.ok) return { kept, decided };
  const { logged, state, rows, redact } = decided.value;
  const known = kept?.log ?? [];
  const entry: LogEntry = { ...logged, position: known.length + 1, arrival, changed: [] };
  const log = redact ? known.map((one) => ({ ...one, event: redactEvent(one.event, redact) })) : known;
  return {
    kept: { log: [...log, entry], state, rows: mergeRevisions(kept?.rows ?? [], rows) },
    decided,
  };
};
