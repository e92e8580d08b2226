import type { ChangedField, SlotChange, ToldTime } from "../../machines/meeting/told-changes.ts";
import type { Milestone } from "../../machines/meeting/milestones.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { formatLocalTime, hasHour, getDate } from "../meeting/local-time.ts";
import { chooseText, type Text } from "../meeting/text.ts";
import { formatItemNumber } from "./item-number.ts";
import type { Messages } from "./messages.ts";
import { joinReasons } from "./reason-text.ts";
import { endSentence, lowerFirst } from "./sentence.ts";
import { describeFollowed, formatDayAndHours, formatHours, isInWords } from "./slot-time.ts";

export const formatStep = (step: Milestone, timezone: string, messages: Messages): string => {
  const { type, timestamp, orallyRevised, manner, symbol, issuedOn } = step;
  const date = messages.dates.day(issuedOn ?? formatLocalTime(Date.parse(timestamp), timezone));
  const head = interpolate(messages.steps[type], { date, symbol: symbol === undefined ? "" : `(${symbol})` }).trim();
  const ours = [head, orallyRevised && messages.orallyRevised, manner && messages.manner[manner]].filter(Boolean);
  return joinReasons(ours.join(messages.punctuation.comma), step, messages);
};

const nameFollowed = ({ follows }: ToldTime, messages: Messages): string | undefined => follows && describeFollowed(follows, messages);

/** What is said anew of a field of a sitting: `webcast: https://…`, `closed meeting`. */
export const describeField = (field: ChangedField, value: Text | null | undefined, messages: Messages): string => {
  const { kinds, access, fields, language, notSaid, punctuation } = messages;
  const text = value === null || value === undefined ? undefined : chooseText(value, language);
  if (field === "kind") return lowerFirst(listNames(kinds)[text ?? "plenary"] ?? "", messages);
  if (field === "access") return lowerFirst(listNames(access)[text ?? "open"] ?? "", messages);
  const name = lowerFirst(fields[field], messages);
  return text === undefined ? interpolate(notSaid, { field: name }) : `${name}${punctuation.colon}${text}`;
};

const listNames = (names: Readonly<Record<string, string>>): Readonly<Record<string, string>> => names;

/** Longer than planned, or another end. */
const describeEnd = (
  { start, from, to }: Pick<ToldTime, "start"> & { readonly from?: string; readonly to: string },
  messages: Messages,
): string => {
  const { changes, dates } = messages;
  return interpolate(from !== undefined && from < to ? changes.extended : changes.endsAt, { to: dates.endTime(start, to) });
};

/** Said of a slot elsewhere: `Friday afternoon`. */
const formatOtherSlot = (start: string, { dates }: Messages): string => dates.slotName(start);

/** `28 January 2010, 6 p.m.`, or a day. */
export const formatDayAndTime = (at: string, { dates, punctuation }: Messages): string =>
  hasHour(at) ? `${dates.day(at)}${punctuation.comma}${dates.time(at)}` : dates.day(at);

/** `moved from Thursday, 28 January 2010, 10 a.m.-1 p.m. to 3-6 p.m.`, `moved: now following the adjournment of … (was …)`; undefined where the type says all. */
export const describeChange = (change: SlotChange, messages: Messages): string | undefined => {
  const { changes } = messages;
  switch (change.type) {
    case "slot.rescheduled": {
      const { from, to } = change;
      const isSameDay = getDate(from.start) === getDate(to.start);
      return interpolate(isInWords(from) || isInWords(to) ? changes.timedAnew : changes.rescheduled, {
        from: formatDayAndHours(from, nameFollowed(from, messages), messages),
        to: (isSameDay ? formatHours : formatDayAndHours)(to, nameFollowed(to, messages), messages),
      });
    }
    case "slot.extended":
      return describeEnd(change, messages);
    case "slot.postponed":
      return changes.postponed;
    case "slot.delayed":
      return interpolate(changes.delayed, { to: messages.dates.time(change.to) });
    case "slot.relocated":
      return interpolate(changes.relocated, { to: chooseText(change.to, messages.language) });
    case "slot.changed":
      return describeField(change.field, change.to, messages);
    case "slot.added":
      return changes.added;
    case "slot.reinstated":
      return changes.reinstated;
    case "slot.removed":
      return changes.removed;
    case "slot.cancelled":
      return change.itemsTo === undefined ? undefined : interpolate(changes.itemsTo, { slot: formatOtherSlot(change.itemsTo, messages) });
    case "item.moved": {
      const direction = change.direction === "here" ? changes.movedHere : changes.movedAway;
      return interpolate(direction, { item: formatItemNumber(change.item), slot: formatOtherSlot(change.start, messages) });
    }
    case "item.deferred":
      return interpolate(changes.deferred, { item: formatItemNumber(change.item) });
    case "deadline.changed":
      return interpolate(changes.deadlineMoved, {
        from: formatDayAndTime(change.from, messages),
        to: formatDayAndTime(change.to, messages),
      });
    case "deadline.withdrawn":
      return changes.deadlineWithdrawn;
    case "notice.given":
      return chooseText(change.text, messages.language);
    case "item.removed":
      return interpolate(changes.itemRemoved, { item: formatItemNumber(change.item) });
    case "item.held":
      return interpolate(changes.itemHeld, { item: formatItemNumber(change.item) });
    case "item.changed":
      return interpolate(changes.itemChanged, { item: formatItemNumber(change.item), title: chooseText(change.to, messages.language) });
    case "item.timed":
      return interpolate(changes.itemTimed, { item: formatItemNumber(change.item), time: messages.dates.time(change.time) });
    case "item.scheduled":
      return interpolate(changes.scheduled, { item: formatItemNumber(change.item) });
    case "item.restored":
      return interpolate(changes.itemRestored, { item: formatItemNumber(change.item) });
    case "item.renumbered":
      return interpolate(changes.renumbered, { item: formatItemNumber(change.item), number: formatItemNumber(change.number) });
    case "slot.joint":
      return changes.joint;
    case "slot.alone":
      return changes.alone;
    case "slot.restored":
      return changes.restored;
  }
};

/** What stands before what is no change of a sitting that takes place. */
const HEADS: Partial<Record<SlotChange["type"], "cancelled" | "notice">> = {
  "slot.cancelled": "cancelled",
  "slot.removed": "cancelled",
  "deadline.withdrawn": "cancelled",
  "notice.given": "notice",
};

/** `CHANGED, 29 January 2010, 11.20 a.m.: item 7 deferred to the next session.` */
export const formatChange = (change: SlotChange, timezone: string, messages: Messages): string => {
  const local = formatLocalTime(Date.parse(change.timestamp), timezone);
  const head = [messages[HEADS[change.type] ?? "changed"], messages.dates.day(local), messages.dates.time(local)].join(
    messages.punctuation.comma,
  );
  const said = joinReasons(describeChange(change, messages), change, messages);
  return said ? `${head}${messages.punctuation.colon}${said}` : endSentence(head, messages);
};
