import { interpolate, type Params } from "../../src/meeting/interpolate.ts";

/** What is accepted although it is unusual, so that a slip is noticed before delegates see it. */
export const WARNINGS = {
  "closed-before-opening":
    "The meeting was never reported as opened. If it was, say so: withdraw the closure, send meeting.opened, then close it.",
  "sitting-open-at-closure":
    "Slot {slot} was not reported as adjourned. If it is to be in the history, withdraw the closure, send slot.adjourned, then close the meeting.",
  "cancelled-after-opening":
    "The meeting was open: sittings that were held stay, all others are cancelled. If it is only broken off, withdraw this and send meeting.suspended.",
  "revised-after-adoption":
    "The agenda was adopted already. If the body adopted it as revised, withdraw the adoption and send agenda.adopted with this record.",
  "report-with-item-open": "Item {item} is still under consideration. If that ended send item.concluded or item.left_open.",
  "issued-before-adoption": "The report is issued but was not reported as adopted. If it was adopted send report.adopted.",
  "outside-the-dates":
    "Slot {slot} on {date} is outside the meeting's dates, {opensOn} to {closesOn}. If that is a slip, send slot.rescheduled.",
  "two-sittings-at-once": "Slot {slot} is at the same time as slot {other}. If that is a slip, send slot.rescheduled for one of them.",
  "not-longer": "Slot {slot} was to end at {end} already: this makes it no longer. If that is a slip, withdraw it.",
  "last-sitting-of-item": "Item {item} has no other sitting: say where it is taken up, or that it is deferred.",
  "slot-opened-before-meeting": "The meeting was not reported as opened. If it is open send meeting.opened.",
  "slot-adjourned-unopened":
    "Slot {slot} was never reported as opened. If it is to be counted in the report, withdraw this and send slot.opened first.",
  "slot-resumed-unopened": "Slot {slot} was never reported as opened: it is told as open all the same.",
  "no-sitting-open": "No sitting is open: items are considered in one. If one is, send slot.opened.",
  "not-of-this-sitting":
    "Item {item} is not among the items of the open slot {slot}. If it was brought forward from another, send item.moved; if it is in none, send agenda.revised.",
  late: "Since {type} happened, {newer} was reported ({event}, {timestamp}): it was put in at its time, before that.",
  "number-told-since":
    "Slot {slot} is told at {start} since. If this is another sitting withdraw this, and send it again under number {free}.",
  "item-told-since":
    "Item {item} is told under another title since. If this is another item withdraw this, and send it again under another number.",
  "still-said": "Another event says the same and stands: {event}. If that is wrong too, withdraw it.",
  retitled: "Item {item} keeps its number under another title. If it is another item, say so: was null, or the number that it had.",
  "not-covered": "{path} stays as it was: a record that covers {covers} says nothing of it. If it changes, send it as corrections.",
  "no-effect": "{field} had no effect: that was said already, or is not asked of this event.",
  "not-called-off":
    "The meeting was neither cancelled nor postponed: nothing is new but the dates, the places and the sittings that this names.",
  "not-under-way": "The meeting is closed, cancelled or postponed: this is told as having happened all the same.",
  "was-cancelled": "Slot {slot} was cancelled or had left the programme: it is told as held all the same.",
  "was-done-with": "Item {item} was concluded, deferred or held in abeyance: it is told as under consideration again.",
  "after-its-end": "Slot {slot} was to end at {end}. If it was held, withdraw this and send slot.opened and slot.adjourned.",
  "reports-dropped": "What was reported and is dropped, since the record states all anew: {paths}.",
  "held-slot-kept": "Slot {slot} was held, and stays at {start}. If this is another sitting, send it again under a number of its own.",
  "documents-dropped":
    "The record lacks documents that were issued: {documents}. If they still serve the meeting, send documents.issued again.",
  "another-sitting-open": "Slot {slot} is open too. If it is over send slot.adjourned.",
  "meeting-is-suspended": "The meeting is suspended. If it goes on send meeting.resumed.",
  "items-in-two-sittings": "Items of slot {slot} were sent elsewhere when it was cancelled: {items}. If they come back, send item.moved.",
  "parts-remain": "Parts of item {item} are still in sittings: {items}. If they are deferred too, send item.deferred for each.",
  "report-adopted-again": "The report was reported as adopted already, and not in part or ad referendum. If this is a slip, withdraw it.",
  "joint-to-confirm":
    "Until its secretariat confirms, your programme says 'joint meeting, to be confirmed' and does not name it. You keep time and room; each secretariat reports its own items.",
  "joint-kept-elsewhere":
    "{body} keeps time and room, and it alone moves the sitting: your programme shows it as soon as that of {body} names you. You report your own items.",
  "follows-unjoined":
    "Slot {slot} is to follow a sitting of {body} in which the meeting takes no part: it is shown on its day alone until slot.joined says that the meeting takes part.",
  "two-leads":
    "Slot {slot} is to be held with {body}, and the meeting takes part in slot {other} of {body}. If that is one sitting, take {body} off slot {slot}, or send slot.parted.",
  "moved-to-unknown":
    "The body has no meeting {meeting}: the addresses of this one will lead there once it is announced. If that is a slip, send meeting.withdrawn with the right id.",
  "business-before-adoption": "The agenda is provisional: business usually waits for its adoption. If it was adopted send agenda.adopted.",
  "log-filling":
    "The meeting has had {count} of at most {most} events. Ask whoever sends so many, or the operator, before it takes no more.",
  "meeting-filling": "What is said of the meeting has {count} of at most {most} octets. Shorten what is long before it takes no more.",
  "key-expires-soon": "The key {name} is good until {until}. Ask the operator to add another before then.",
} as const;

export type WarningCode = keyof typeof WARNINGS;

export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
  /** What the sentence was filled with, for who says it in another language. */
  readonly values?: Params;
}

export const createWarning = (code: WarningCode, values: Params = {}): Warning => ({
  code,
  message: interpolate(WARNINGS[code], values),
  ...(Object.keys(values).length > 0 && { values }),
});

export const warnWhen = (condition: boolean, code: WarningCode, values?: Params): readonly Warning[] =>
  condition ? [createWarning(code, values)] : [];
