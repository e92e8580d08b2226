import { putIn } from "../../../machines/meeting/apply-to-log.ts";
import { listWithdrawn, orderStanding } from "../../../machines/meeting/fold-log.ts";
import { isInTime, splitAt } from "../../../machines/meeting/place.ts";
import { settleEvent, settleTime, type ArrivedEvent } from "../../../machines/meeting/settle-event.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { createTurns } from "../../cache/turns.ts";
import { isMeetingEvent } from "../../meeting/events.ts";
import { formatLocalTime } from "../../meeting/local-time.ts";
import { explainNoPermission } from "./keys-table.ts";
import { computeNextPosition } from "./log-end.ts";
import { foldSlowly } from "./fold-slowly.ts";
import { findDelivery, type Delivery } from "./log-table.ts";
import type { ObjectCache } from "./object-cache.ts";
import type { StoredLog } from "./stored-log.ts";

/** Folds that may wait: beyond that an event is folded in its own transaction, which lets nobody in. */
const MAX_WAITING = 100;

const takeTurn = createTurns(MAX_WAITING);

/** The two folds of a fact that came late: up to its place, which settles it, and then of all. */
const foldLate = async (log: StoredLog, state: MeetingState, arrived: ArrivedEvent, at: number): Promise<void> => {
  const neighbours = splitAt(log.index, at);
  await foldSlowly(log, log, neighbours.earlier);
  const settled = settleEvent(state, arrived, () => log, formatLocalTime);
  if (!settled.ok) return;
  const whole = putIn(log, settled.value.logged, neighbours);
  await foldSlowly(log, whole.log, whole.places);
};

/**
 * Folds what an event that looks back will ask for, a withdrawal or a late fact, before the transaction in which it is received, and
 * lets others in on the way. The log may have grown until then: what is new is all that is left to be folded.
 */
export const foldAhead = async (sql: SqlStorage, cache: ObjectCache, delivery: Delivery, now: number): Promise<StoredLog | undefined> => {
  const { id, event } = delivery;
  const state = isMeetingEvent(event) ? cache.loadMeeting(event.data.meeting)?.state : undefined;
  if (!isMeetingEvent(event) || !state) return undefined;
  const arrived = { id, event, arrival: computeNextPosition(sql, now).arrival };
  const at = settleTime(state, arrived);
  const isWithdrawal = event.type === "event.withdrawn";
  if (!isWithdrawal && isInTime(state, { event, at })) return undefined;
  if (findDelivery(sql, id) || explainNoPermission(sql, delivery.key, event, now) !== undefined) return undefined;
  const folded = await takeTurn(async () => {
    const log = await cache.openLog(event.data.meeting);
    if (isWithdrawal) await foldSlowly(log, log, orderStanding(log.index, new Set([...listWithdrawn(log.index), event.data.event])));
    else await foldLate(log, state, arrived, at);
    return log;
  });
  return folded === "full" ? undefined : folded;
};
