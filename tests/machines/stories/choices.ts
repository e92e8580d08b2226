import { getMeetingStatus } from "../../../machines/meeting/statuses.ts";
import type { Dice } from "./dice.ts";
import type { Reported } from "./facts.ts";
import type { Kept } from "./receive.ts";

export interface Telling {
  /** Each fact in its turn and none a mistake: no correction, no clock that is slow, nobody who says what he had seen. */
  readonly isTrue: boolean;
}

/** What a secretariat may send next. */
export type Kind = Reported | "agenda.revised" | "adopted as revised" | "rescheduled anew" | "resumed elsewhere" | "said again";

const repeat = (weights: Partial<Record<Kind, number>>): readonly Kind[] =>
  Object.entries(weights).flatMap(([kind, weight]) => Array.from<Kind>({ length: weight }).fill(kind as Kind));

const PLANS = {
  "slot.rescheduled": 3,
  "slot.relocated": 2,
  "slot.extended": 2,
  "slot.postponed": 2,
  "slot.delayed": 1,
  "slot.changed": 2,
  "slot.cancelled": 3,
  "slot.reinstated": 2,
  "slot.added": 2,
  "day.cancelled": 1,
  "day.reinstated": 2,
  "item.moved": 3,
  "item.scheduled": 2,
  "item.deferred": 2,
  "deadline.set": 1,
  "deadline.changed": 1,
  "deadline.withdrawn": 1,
  "notice.given": 1,
  "item.added": 2,
  "item.changed": 2,
  "item.held": 1,
  "item.removed": 1,
  "item.reopened": 2,
  "slot.joined": 2,
  "slot.parted": 1,
  "documents.issued": 3,
  "documents.withdrawn": 2,
  "agenda.revised": 6,
  "meeting.rescheduled": 1,
  "said again": 2,
  "meeting.opened": 1,
  "agenda.adopted": 1,
} as const;
const HAPPENINGS = {
  "meeting.opened": 3,
  "adopted as revised": 3,
  "slot.opened": 7,
  "slot.suspended": 1,
  "slot.resumed": 2,
  "slot.adjourned": 5,
  "item.taken_up": 5,
  "item.left_open": 2,
  "item.concluded": 4,
  "meeting.suspended": 1,
  "meeting.resumed": 1,
  "report.adopted": 1,
  "report.issued": 1,
} as const;
const CORRECTIONS = { "event.withdrawn": 4, "event.redacted": 1 } as const;

const BEFORE = repeat({ ...PLANS, "meeting.postponed": 1, "meeting.reinstated": 1, "rescheduled anew": 1 });
const DURING = repeat({ ...PLANS, ...HAPPENINGS });
const LATE = repeat({
  ...PLANS,
  ...HAPPENINGS,
  "meeting.closed": 2,
  "meeting.cancelled": 1,
  "meeting.reinstated": 2,
  "meeting.withdrawn": 1,
  "report.adopted": 3,
  "report.issued": 2,
});

const OPENING = Date.parse("2010-01-27T09:00:00Z");

export const chooseKind = (dice: Dice, kept: Kept, at: number, turn: number, { isTrue }: Telling): Kind => {
  const meeting = getMeetingStatus(kept.state.agenda);
  if (meeting === "postponed" && dice.isOneIn(2)) return "rescheduled anew";
  if (meeting === "suspended" && dice.isOneIn(3)) return dice.pick(["meeting.resumed", "resumed elsewhere"] as const);
  if (!isTrue && dice.isOneIn(8)) return dice.pick(repeat(CORRECTIONS));
  return dice.pick(at < OPENING ? BEFORE : turn < 30 ? DURING : LATE);
};
