import { createRefusal, type Refusal, type RefusalCode } from "./refusals.ts";
import type { MeetingState } from "./state.ts";

/** What an event comes to. Refusals are values. */
export type Outcome = { readonly kind: "applied"; readonly state: MeetingState } | { readonly kind: "refused"; readonly refusal: Refusal };

export const accept = (state: MeetingState): Outcome => ({ kind: "applied", state });
export const refuseEvent = (code: RefusalCode, values?: Readonly<Record<string, string>>): Outcome => ({
  kind: "refused",
  refusal: createRefusal(code, values),
});

/** Goes on with the state of an outcome, unless it was refused. */
export const andThen = (outcome: Outcome, next: (state: MeetingState) => Outcome): Outcome =>
  outcome.kind === "applied" ? next(outcome.state) : outcome;
