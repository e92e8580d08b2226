import type { Difference } from "../../../machines/meeting/differences.ts";
import { listWholesIn } from "../../../machines/meeting/followed.ts";
import { listNextTypes } from "../../../machines/meeting/next-events.ts";
import { createRefusal, type Refusal } from "../../../machines/meeting/refusals.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { getLifecycle, type Lifecycle } from "../../../machines/meeting/statuses.ts";
import type { MeetingCalendar } from "../../calendar/views.ts";
import type { EventType, MeetingEvent } from "../../meeting/events.ts";
import type { FieldError } from "../../meeting/parse.ts";
import { findCircle } from "../../meeting/following.ts";
import { fail, type Failure } from "../../meeting/result.ts";
import { LIMITS } from "../../meeting/limits.ts";
import type { Circumstances } from "./answer-event.ts";
import { refuseFull } from "./excess.ts";
import { findFalseClaims } from "./field-errors.ts";
import type { LogPosition } from "./log-end.ts";

export type Refused =
  | {
      readonly kind: "refused";
      readonly refusal: Refusal;
      /** Absent where there is no meeting yet. */
      readonly state?: Lifecycle;
      readonly version: number;
      readonly next: readonly EventType[];
      /** Of a record: what it came to, field by field, with what is to be decided. */
      readonly differences?: readonly Difference[];
    }
  | { readonly kind: "invalid"; readonly errors: readonly FieldError[] }
  | { readonly kind: "no-such-meeting" }
  | { readonly kind: "unfoldable" };

export const refuseAt = (before: MeetingCalendar | undefined, refusal: Refusal, differences?: readonly Difference[]): Failure<Refused> =>
  fail({
    kind: "refused",
    refusal,
    version: before?.state.version ?? 0,
    ...(before && { state: getLifecycle(before.state.agenda) }),
    next: before ? listNextTypes(before.state) : ["meeting.announced"],
    ...(differences && { differences }),
  });

export const refuseWrongFields = (errors: readonly FieldError[]): Failure<Refused> => fail({ kind: "invalid", errors });

const findCircleIn = (state: MeetingState | undefined): string | undefined => {
  const slots = state?.slots.map(({ slot }) => slot) ?? [];
  return state && slots.some(({ after }) => after) ? findCircle(slots, listWholesIn(state))?.join(", ") : undefined;
};

/** Sittings that would wait for one another, also where they come to it only by what was said before. */
export const refuseCircle = (before: MeetingState | undefined, state: MeetingState): Refusal | undefined => {
  const slots = findCircleIn(state);
  return slots === undefined || slots === findCircleIn(before) ? undefined : createRefusal("follows-itself", { slots });
};

/** A sender whose clock is fast says what has not happened yet. */
const findTimestampError = ({ timestamp }: MeetingEvent, { arrival }: LogPosition): readonly FieldError[] => {
  const ahead = Math.round((Date.parse(timestamp) - arrival) / 1000);
  return ahead > LIMITS.skew.max
    ? [{ field: "timestamp", message: `is ${ahead} seconds ahead of the service's clock: send an event once it has happened` }]
    : [];
};

/** What is refused whatever the programme says. */
export const refuseBeforehand = (event: MeetingEvent, { before, body, position, reach }: Circumstances): Failure<Refused> | undefined => {
  const claims = [...findTimestampError(event, position), ...findFalseClaims(event, body)];
  if (claims.length > 0) return refuseWrongFields(claims);
  const full = refuseFull(before?.state, event, reach);
  if (full) return refuseAt(before, full);
  const { version } = before?.state ?? { version: 0 };
  const { expectedVersion: expected = version } = event.data;
  return before && expected !== version
    ? refuseAt(before, createRefusal("version-moved-on", { version: String(version), expected: String(expected) }))
    : undefined;
};
