import type { EventOf } from "../../src/meeting/events.ts";
import type { DeadlineKind } from "../../src/meeting/events/notices.ts";
import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { Text } from "../../src/meeting/text.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { toSaid, type Dated } from "./slot-changes.ts";
import type { MeetingState, Said } from "./state.ts";

/** Something that is to be done by a time. */
export interface Deadline {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly title?: Text;
  /** A local time, or a date. */
  readonly at: string;
  /** The item that it is about, by its id. */
  readonly item?: string;
  /** At what time it was set first, where it is at another now, and since when. */
  readonly moved?: Said & { readonly from: string };
  /** When it was said that it no longer holds. */
  readonly withdrawn?: Said;
}

const replaceDeadline = (state: MeetingState, deadline: Deadline): MeetingState => ({
  ...state,
  deadlines: [...(state.deadlines ?? []).filter(({ id }) => id !== deadline.id), deadline].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});

const findDeadline = ({ deadlines = [] }: MeetingState, id: string): Deadline | undefined => deadlines.find((one) => one.id === id);

const refuseUnknown = ({ deadlines = [] }: MeetingState, deadline: string): Outcome =>
  refuseEvent("unknown-deadline", { deadline, deadlines: deadlines.map(({ id }) => id).join(", ") || "none" });

/** At what time a deadline was set first, where it is at another. */
const noteMove = ({ at, moved }: Deadline, to: string, event: Parameters<typeof toSaid>[0]): Deadline["moved"] => {
  const from = moved?.from ?? at;
  if (to === at) return moved;
  return to === from ? undefined : { ...toSaid(event), from };
};

/** One that holds is said anew by it, one that no longer does is set again. */
export const setDeadline = (state: MeetingState, event: Dated<EventOf<"deadline.set">>): Outcome => {
  const { deadline: id, kind, title, at, item } = event.data;
  const known = findDeadline(state, id);
  const moved = known && !known.withdrawn ? noteMove(known, at, event) : undefined;
  const set: Deadline = {
    id,
    kind,
    ...(title !== undefined && { title }),
    at,
    ...(item !== undefined && { item }),
    ...(moved && { moved }),
  };
  return accept(isDeepEqual(known, set) ? state : replaceDeadline(state, set));
};

export const changeDeadline = (state: MeetingState, event: Dated<EventOf<"deadline.changed">>): Outcome => {
  const { deadline: id, kind, title, at, item } = event.data;
  const known = findDeadline(state, id);
  if (!known || known.withdrawn) return refuseUnknown(state, id);
  const { title: had, moved: _moved, ...rest } = known;
  const called = title === undefined ? had : (title ?? undefined);
  const now = noteMove(known, at ?? known.at, event);
  const changed: Deadline = {
    ...rest,
    ...(kind !== undefined && { kind }),
    ...(called !== undefined && { title: called }),
    ...(at !== undefined && { at }),
    ...(item !== undefined && { item }),
    ...(now && { moved: now }),
  };
  return accept(isDeepEqual(changed, known) ? state : replaceDeadline(state, changed));
};

export const withdrawDeadline = (state: MeetingState, event: Dated<EventOf<"deadline.withdrawn">>): Outcome => {
  const known = findDeadline(state, event.data.deadline);
  if (!known) return refuseUnknown(state, event.data.deadline);
  return accept(known.withdrawn ? state : replaceDeadline(state, { ...known, withdrawn: toSaid(event) }));
};
