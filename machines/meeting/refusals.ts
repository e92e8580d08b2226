import type { EventType } from "../../src/meeting/events.ts";
import { interpolate, type Params } from "../../src/meeting/interpolate.ts";

/**
 * Every reason for which an event is refused as impossible: its code, and a sentence that says what to do.
 * Braces name what the refused event or the present state fills in.
 */
export const REFUSALS = {
  "not-announced": "This meeting is not announced yet. Send meeting.announced with its record first.",
  "already-announced":
    "This meeting is announced already. To replace its programme send agenda.revised; else the events that say what changed. If this is another meeting announce it under another id; if only that one is right, send meeting.withdrawn here then, with movedTo.",
  "not-opened": "The meeting is not open. Send meeting.opened when it is; before that it can be postponed, rescheduled or cancelled.",
  "already-opened": "The meeting is open already. To break it off send meeting.suspended; to end it, meeting.closed.",
  "meeting-suspended": "The meeting is suspended. When it goes on send meeting.resumed.",
  "meeting-postponed": "The meeting is postponed. Send meeting.rescheduled with its new dates and sittings first.",
  "meeting-cancelled":
    "The meeting is cancelled. If it takes place after all send meeting.reinstated; if the cancellation was a mistake, withdraw the event that said so.",
  "meeting-withdrawn": "The meeting was announced by mistake, and is withdrawn. If that was the mistake, withdraw the event that said so.",
  "moves-in-a-circle":
    "The addresses of meetings {meetings} would each lead to those of the next, and of the last to the first. Name the one that was meant.",
  "meeting-closed": "The meeting is closed. If that was a mistake, withdraw the event that said so.",
  "older-than-base":
    "A newer document was reported since: this one comes too late. Send what it changed as corrections, or withdraw the newer.",
  "makes-impossible": "With {type} at that time these later events would be impossible: {events}. Withdraw them first, the last first.",
  conflicts:
    "The document and what was reported since say different things of {paths}. Decide each: send it again with decide, keep or take by path.",
  "already-adopted": "The agenda was reported as adopted already. A later change of it is agenda.revised.",
  "report-before-adoption": "There can be no report while the agenda is provisional. Send agenda.adopted first.",
  "unknown-slot": "The organization of work has no slot {slot}. Its slots are {slots}.",
  "slot-number-used": "There is, or was, a slot {slot}: a number is never given twice. The next free one is {free}.",
  "follows-itself": "Each of slots {slots} would follow the next, and the last the first. Say of one of them when it begins.",
  "ends-before-start": "Slot {slot} starts at {start}: it can't end before.",
  "slot-not-open": "Slot {slot} is not open. Send slot.opened first.",
  "slot-postponed":
    "Slot {slot} is postponed. Send slot.rescheduled with its new time; slot.reinstated, if it takes place at its time; slot.opened, if it is open.",
  "slot-open": "Slot {slot} is open. To break it off send slot.suspended; to end it later, slot.extended; to end it, slot.adjourned.",
  "slot-suspended": "Slot {slot} is suspended. Send slot.resumed when it goes on, or slot.adjourned.",
  "slot-adjourned": "Slot {slot} is over: what was held can't be moved or cancelled. If it goes on send slot.resumed.",
  "slot-cancelled": "Slot {slot} is cancelled. If it takes place after all send slot.reinstated first.",
  "slot-not-cancelled": "Slot {slot} is not cancelled. There is nothing to do.",
  "unknown-item": "The agenda has no item {item}. Its items are {items}.",
  "unknown-document": "No document {symbol} is before the meeting. Its documents are {documents}.",
  "unknown-day": "No sitting is planned on {day}. The days of sittings are {days}.",
  "unknown-deadline": "The meeting has no deadline {deadline} that holds. Its deadlines are {deadlines}.",
  "item-number-used":
    "Item {item} can't be added: the agenda has item {other}. Give another number; if the item is only called otherwise, send item.changed.",
  "too-deep": "Item {item} would be a part of {whole}, which is a part of a part: an agenda goes three levels deep.",
  "item-not-in-slot": "Item {item} is not in slot {slot}: it is in {slots}.",
  "same-slot": "Item {item} is in slot {slot} already: name another slot to move it to.",
  "slot-takes-no-items": "Slot {slot} is over or cancelled: items can only go to a sitting that is still to be held. Those are {slots}.",
  "item-pending": "Item {item} was neither concluded, nor deferred, nor held in abeyance. There is nothing to reopen.",
  "item-under-consideration": "Item {item} is under consideration. Send item.concluded or item.left_open when that ends.",
  "item-left-open": "Item {item} is left open. Send item.taken_up when the body comes back to it.",
  "item-concluded": "Item {item} is concluded. If the body comes back to it send item.reopened first.",
  "item-in-abeyance": "Item {item} is held in abeyance. If the body takes it up send item.scheduled with a sitting, or item.reopened.",
  "item-deferred": "Item {item} is deferred to the next session. If the body takes it up after all send item.reopened first.",
  "key-name-used": "There is, or was, a key {name}: a name is given once. Choose another, or give its next generation.",
  "log-full": "The meeting had {most} events, the most that there may be. Earlier ones can still be withdrawn or redacted.",
  "meeting-too-large":
    "With this the meeting would have more than {most} {of}. Send agenda.revised with a smaller record, or withdraw what is not needed.",
  "too-many-meetings": "The body has {most} meetings, the most that there may be.",
  "id-taken": "The body has a meeting {meeting} of its own: list the other under another id.",
  "is-listed":
    "Under {meeting} the body lists, or listed, a meeting of {of}, whose own secretariat reports of it. To list it no more withdraw meeting.listed.",
  "too-many-listed": "The body lists {most} meetings of others, the most that there may be.",
  "too-many-keys": "The body had {most} keys, the most that there may be.",
  "too-many-active-keys": "The body has {most} keys, the most at a time: revoke one that is not used any more, then add this.",
  "setup-link-used":
    "This setup link was used, by another browser or for another body, or its time is over. If that was somebody else, tell the operator at once; else ask for another link.",
  "body-exists": "There is a body {body} already: choose another address.",
  "unknown-key": "The body has no key {name} that could be revoked. Its keys are {names}.",
  "too-many-endpoints": "The body has {most} endpoints, the most that there may be: remove one first.",
  "unknown-endpoint": "The body has no endpoint {name} that could be removed. Its endpoints are {names}.",
  "unknown-event": "This meeting has no event {event}. The history lists each with its id.",
  "already-withdrawn": "Event {event} is withdrawn already. There is nothing to do.",
  "no-words": "Event {event} has no words to remove, or no longer has.",
  "not-withdrawable": "{type} can't be withdrawn: {instead}",
  "withdrawal-leaves-impossible":
    "Without {event} these later events would be impossible: {events}. Withdraw them too, the last first, then this one.",
  "version-moved-on":
    "The meeting is at version {version}, not {expected}. Look at what changed, then send the event again without expectedVersion or with the present one.",
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  /** What the sentence was filled with, for who says it in another language. */
  readonly values?: Params;
  /** Ids of the events to withdraw too, in the order in which to do so. */
  readonly alsoWithdraw?: readonly string[];
}

export const createRefusal = (code: RefusalCode, values: Params = {}): Refusal => ({
  code,
  message: interpolate(REFUSALS[code], values),
  ...(Object.keys(values).length > 0 && { values }),
});

type Refusals = Readonly<Partial<Record<EventType, RefusalCode>>>;

/** What a state says of an event that it does not take: of some in particular, else of any. */
export type StateMeta =
  | { readonly refusal: RefusalCode; readonly refusals?: Refusals }
  | { readonly refusal?: undefined; readonly refusals: Refusals }
  /** Of a transition: it happens against what was said, so nobody is offered it. */
  | { readonly refusal?: undefined; readonly refusals?: undefined; readonly isUnusual: true };

/** What a machine's present states say of an event that they do not take. Asked only once the machine has refused. */
export const findRefusalCode = (
  snapshot: { readonly getMeta: () => Readonly<Record<string, StateMeta | undefined>> },
  type: EventType,
): RefusalCode => {
  const metas = Object.values(snapshot.getMeta());
  const reason = metas.find((meta) => meta?.refusals?.[type])?.refusals?.[type] ?? metas.find((meta) => meta?.refusal)?.refusal;
  if (!reason) throw new Error(`no state says why it does not take ${type}`);
  return reason;
};
