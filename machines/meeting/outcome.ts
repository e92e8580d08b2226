import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { fail, succeed, type Result } from "../../src/meeting/result.ts";
import { createRefusal, type Refusal, type RefusalCode } from "./refusals.ts";
import type { MeetingState } from "./state.ts";

/** The state to which an event brings a meeting, or why it is refused. */
export type Outcome = Result<MeetingState, Refusal>;

export const accept = (state: MeetingState): Outcome => succeed(state);
export const refuseEvent = (code: RefusalCode, values?: Readonly<Record<string, string>>): Outcome => fail(createRefusal(code, values));

/** Whether an event said what was so already: nothing that is told of the meeting differs. */
export const isUnchanged = (before: MeetingState, after: MeetingState): boolean =>
  isDeepEqual(before, { ...after, version: before.version, at: before.at, revisedAt: before.revisedAt });
