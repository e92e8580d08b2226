import { applyToLog } from "../../../machines/meeting/apply-to-log.ts";
import { refuseUndecided } from "../../../machines/meeting/differences.ts";
import type { LoggedEvent } from "../../../machines/meeting/fold-log.ts";
import { redactLog, settleRedaction } from "../../../machines/meeting/redaction.ts";
import type { Refusal } from "../../../machines/meeting/refusals.ts";
import { settleEvent } from "../../../machines/meeting/settle-event.ts";
import { printDifferences } from "../../../machines/meeting/printed.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import type { Answer } from "../../api/schemas/answer.ts";
import { reviseEntries, type EntryRevision } from "../../calendar/ledger.ts";
import { reviseRedacted } from "../../calendar/redacted.ts";
import type { MeetingCalendar } from "../../calendar/views.ts";
import { isCorrection, type MeetingEvent } from "../../meeting/events.ts";
import { formatLocalTime } from "../../meeting/local-time.ts";
import { chain, fail, succeed, type Failure, type Result } from "../../meeting/result.ts";
import { redactEvent, type RedactText } from "../../meeting/redaction.ts";
import { answerEvent, type Circumstances } from "./answer-event.ts";
import { refuseExcess, warnOfFilling } from "./excess.ts";
import { findFieldErrors } from "./field-errors.ts";
import { refuseMoves } from "./moved.ts";
import { redactAnswer } from "./redaction.ts";
import { type Refused, refuseAt, refuseWrongFields, refuseCircle, refuseBeforehand } from "./refused.ts";

/** What an event about a meeting comes to: what is to be stored, and what its sender is told. */
interface Decided {
  /** The event with what is settled of it for ever. */
  readonly logged: LoggedEvent;
  readonly state: MeetingState;
  /** The rows of the ledger that change. */
  readonly rows: readonly EntryRevision[];
  readonly answer: Answer;
  /** Of a redaction: what it removes from everything that is stored. */
  readonly redact?: RedactText;
}

type Decision = Result<Decided, Refused>;

/** What the machines refused, as a sender is told it. */
const refuseOutcome = (
  event: MeetingEvent,
  refusal: Refusal,
  before: MeetingCalendar | undefined,
  placed: MeetingState | undefined,
): Failure<Refused> => {
  if (!before) return fail({ kind: "no-such-meeting" });
  // A time that can't be is a wrong field, although the slot's machine is what knows it.
  if (refusal.code === "ends-before-start") return refuseWrongFields([{ field: "data.end", message: refusal.message }]);
  // So is an item of a programme that the agenda has not, although the fold asks for it too: a withdrawal may take it away.
  const unknown = refusal.code === "unknown-item" && placed ? findFieldErrors(event, placed) : [];
  return unknown.length > 0 ? refuseWrongFields(unknown) : refuseAt(before, refusal);
};

/** The rows of the ledger that change; after a redaction compared with what the log says without it. */
const reviseRows = ({ before, position }: Circumstances, state: MeetingState, redact: RedactText | undefined): readonly EntryRevision[] =>
  redact
    ? reviseRedacted(before?.rows ?? [], state, redact, position, before?.joint)
    : reviseEntries(before, state, position.arrival, position.position, before?.joint);

const applyAndAnswer = (id: string, event: MeetingEvent, at: Circumstances, redact?: RedactText): Decision => {
  const { before, position, openLog } = at;
  const refused = refuseBeforehand(event, at);
  if (refused) return refused;
  const settled = settleEvent(before?.state, { id, event, arrival: position.arrival }, openLog, formatLocalTime);
  if (!settled.ok) return refuseAt(before, settled.error);
  const { logged, place } = settled.value;
  const { outcome, differences, placed, warnings } = applyToLog(before?.state, logged, openLog, place);
  if (!outcome.ok) return refuseOutcome(event, outcome.error, before, place.state);
  const state = outcome.value;
  const undecided = refuseUndecided(differences);
  if (undecided) return refuseAt(before, undecided, printDifferences(state, differences));
  // What it names is what there was when it happened.
  const errors = findFieldErrors(event, placed ?? state);
  if (errors.length > 0) return refuseWrongFields(errors);
  const circle = refuseCircle(before?.state, state) ?? refuseMoves(before?.state, state, at.findMoved);
  if (circle) return refuseAt(before, circle);
  const tooLarge = isCorrection(event) ? undefined : refuseExcess(before?.state, state, at.reach);
  if (tooLarge) return refuseAt(before, tooLarge);
  const rows = reviseRows(at, state, redact);
  const whole = { logged, state, differences, warnings: [...settled.value.warnings, ...warnings, ...warnOfFilling(state)] };
  return succeed({ logged, state, rows, answer: answerEvent(whole, rows, at) });
};

/** What an event does to a meeting: pure, and the same for a dry run and in earnest. */
export const decide = (id: string, event: MeetingEvent, at: Circumstances): Decision => {
  const { before } = at;
  if (!before || event.type !== "event.redacted") return applyAndAnswer(id, event, at);
  const settled = settleRedaction(event, at.findEvent(event.data.event), at.body);
  if (!settled.ok) return settled.error.kind === "refused" ? refuseAt(before, settled.error.refusal) : fail(settled.error);
  const redact = settled.value;
  // As if it had never been said, not in the redaction's own words either.
  const without = { ...at, openLog: () => redactLog(at.openLog(), redact) };
  return chain(applyAndAnswer(id, redactEvent(event, redact), without, redact), (decided) =>
    succeed({ ...decided, answer: redactAnswer(decided.answer, redact), redact }),
  );
};
