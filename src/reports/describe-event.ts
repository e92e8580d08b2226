import type { ChangedField } from "../../machines/meeting/told-changes.ts";
import type { NamedSlot } from "../../machines/meeting/named-slots.ts";
import type { ToldEvent } from "../calendar/told-event.ts";
import { changedFields } from "../meeting/events/sitting.ts";
import type { EventOf, MeetingEvent } from "../meeting/events.ts";
import { interpolate } from "../meeting/interpolate.ts";
import type { After, Slot } from "../meeting/record.ts";
import { pickFields } from "../meeting/pick-fields.ts";
import { chooseText, type Text } from "../meeting/text.ts";
import { formatDeadline } from "../i18n/deadline-text.ts";
import { describeField } from "../i18n/change-text.ts";
import { formatItemNumber } from "../i18n/item-number.ts";
import { formatSlotName } from "../i18n/slot-name.ts";
import { formatDayAndHours, formatFollowing, formatWeekdayAndTime } from "../i18n/slot-time.ts";
import type { PageMessages } from "../i18n/pages/messages.ts";
import type { Messages } from "../i18n/messages.ts";

/** The messages of one language. */
export interface Catalogs {
  readonly messages: Messages;
  readonly page: PageMessages;
}

/** What a history is told with. */
export interface HistorySetting {
  /** The sittings of the meeting, beside those that an event speaks of: a name is to tell them apart, and may have words of their own. */
  readonly slots: readonly Slot[];
  readonly timezone: string;
  readonly withdrawn: ReadonlySet<string>;
  readonly redacted: ReadonlySet<string>;
}

const formatSlot = (named: readonly NamedSlot[], number: string, { slots }: HistorySetting, { messages, page }: Catalogs): string => {
  const then = named.find((slot) => slot.number === number);
  const { label, title } = slots.find((slot) => slot.number === number) ?? {};
  return then
    ? formatSlotName(
        { start: then.start, part: then.part, ...(label !== undefined && { label }), ...(title !== undefined && { title }) },
        messages,
      )
    : interpolate(page.slot, { slot: number });
};

const formatManner = (event: MeetingEvent, { orallyRevised, manner, punctuation: { comma } }: Messages): string => {
  if (event.type === "agenda.adopted" && event.data.record) return `${comma}${orallyRevised}`;
  return event.type === "report.adopted" && event.data.manner ? `${comma}${manner[event.data.manner]}` : "";
};

/** What an event says anew of a sitting, field by field. */
const describeFields = (data: EventOf<"slot.changed">["data"], messages: Messages): string =>
  Object.entries(pickFields(changedFields, data))
    .map(([field, value]) =>
      field === "with"
        ? messages.changes[value === null ? "alone" : "joint"]
        : describeField(field as ChangedField, value as Text | null, messages),
    )
    .join(messages.punctuation.semicolon);

/** When a sitting is to be resumed, where that was said. */
const formatUntil = (until: string | undefined, { messages, page }: Catalogs): string =>
  until === undefined ? "" : `${messages.punctuation.comma}${interpolate(page.resumes, { when: formatWeekdayAndTime(until, messages) })}`;

/** With its day, where that is not the sitting's. */
const formatEnd = (named: readonly NamedSlot[], { slot, end }: EventOf<"slot.extended">["data"], { dates }: Messages): string =>
  dates.endTime(named.find(({ number }) => number === slot)?.start ?? end, end);

/** Of a sitting that is to end earlier, or where no end was given, nothing is extended. */
const chooseSentence = ({ event, named }: ToldEvent, { endSet, events }: PageMessages): string => {
  if (event.type !== "slot.extended") return events[event.type];
  const { slot, end } = event.data;
  const planned = named.find(({ number }) => number === slot)?.end;
  return planned !== undefined && planned < end ? events["slot.extended"] : endSet;
};

/** The title that an event gives to an item. */
const readTitle = ({ data }: MeetingEvent): Text | undefined =>
  "title" in data && data.title !== undefined && data.title !== null
    ? data.title
    : "shortTitle" in data && data.shortTitle !== null
      ? data.shortTitle
      : undefined;

/** The sitting of an item, with the time in it. */
const formatItemSlot = ({ data: { time } }: EventOf<"item.scheduled">, slot: string, { notBefore, dates, punctuation }: Messages): string =>
  time === undefined || time === null ? slot : `${slot}${punctuation.comma}${interpolate(notBefore, { time: dates.time(time) })}`;

/** `The sitting of Thursday morning, 28 January 2010 was cancelled.` Told as things stood when it happened. */
export const describeEvent = (told: ToldEvent, setting: HistorySetting, catalogs: Catalogs): string => {
  const { event, named, target } = told;
  const { type, data } = event;
  const { messages, page } = catalogs;
  const { dates, punctuation } = messages;
  const nameFollowed = (after: After | undefined): string | undefined =>
    after && formatFollowing("slot" in after ? { slot: formatSlot(named, after.slot, setting, catalogs) } : after, messages);
  const text = interpolate(chooseSentence(told, page), {
    manner: formatManner(event, messages),
    ...(target && { target: describeEvent(target, setting, catalogs) }),
    ...("slot" in data && data.slot !== undefined && { slot: formatSlot(named, data.slot, setting, catalogs) }),
    ...(event.type === "item.scheduled" && {
      slot: formatItemSlot(event, formatSlot(named, event.data.slot, setting, catalogs), messages),
    }),
    title: chooseText(readTitle(event) ?? "", messages.language),
    ...("item" in data && data.item !== undefined && { item: formatItemNumber(data.item) }),
    ...("deadline" in data && { deadline: formatDeadline({ id: data.deadline, ...data }, messages) }),
    ...("text" in data && { text: chooseText(data.text, messages.language) }),
    ...("from" in data && { from: formatSlot(named, data.from, setting, catalogs), to: formatSlot(named, data.to, setting, catalogs) }),
    ...("venue" in data && data.venue !== undefined && { venue: chooseText(data.venue, messages.language) }),
    ...("of" in data && { of: `${data.of.body}/${data.of.meeting}` }),
    ...("lead" in data && { lead: `${data.lead.body}/${data.lead.meeting}` }),
    ...("day" in data && { day: dates.weekday(data.day) }),
    ...("symbol" in data && { symbol: data.symbol }),
    ...("documents" in data && { documents: data.documents.map(({ symbol }) => symbol).join(punctuation.comma) }),
    ...(type === "slot.extended" && { end: formatEnd(named, data, messages) }),
    ...(type === "slot.rescheduled" && { time: formatDayAndHours(data, nameFollowed(data.after), messages) }),
    ...(type === "slot.suspended" && { until: formatUntil(data.until, catalogs) }),
    ...(type === "slot.delayed" && { minutes: String(data.minutes) }),
    ...(type === "slot.changed" && { changes: describeFields(data, messages) }),
    ...(type === "meeting.rescheduled" && { days: dates.days(data.opensOn, data.closesOn) }),
  });
  return text.replace(/\.\.$/, ".");
};
