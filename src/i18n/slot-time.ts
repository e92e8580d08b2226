import type { Followed } from "../../machines/meeting/followed.ts";
import type { CalendarEntry } from "../calendar/entry.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { hasHour } from "../meeting/local-time.ts";
import type { Slot } from "../meeting/record.ts";
import { chooseText } from "../meeting/text.ts";
import { formatItemNumber } from "./item-number.ts";
import type { Messages } from "./messages.ts";
import { formatSlotName, listOwnNames } from "./slot-name.ts";

type Time = Pick<Slot, "start" | "end" | "part" | "timeNote">;

/** What a sitting follows: one of its meeting by the name that it is given here, an item, or a sitting of another body. */
type NamedFollowed = { readonly slot: string } | { readonly item: string } | { readonly lead: unknown };

/** `following the adjournment of …` */
export const formatFollowing = (named: NamedFollowed, { following }: Messages): string => {
  if ("lead" in named) return following.joint;
  return "item" in named
    ? interpolate(following.item, { item: formatItemNumber(named.item) })
    : interpolate(following.slot, { slot: named.slot });
};

/** The same by what people call it: its own name, else its time. */
export const describeFollowed = (followed: Followed, messages: Messages): string => {
  if (!("slot" in followed)) return formatFollowing(followed, messages);
  const [own = formatSlotName(followed.slot, messages)] = listOwnNames(followed.slot, messages);
  return formatFollowing({ slot: own }, messages);
};

/** What an entry's sitting follows, as long as it can. */
export const describeAwaited = ({ follows }: Pick<CalendarEntry, "follows">, messages: Messages): string | undefined =>
  follows && !follows.off ? describeFollowed(follows, messages) : undefined;

/** Whether a time is no hour, or more than that: what it follows, or that it is to be announced. */
export const isInWords = ({ start, follows }: { readonly start: string; readonly follows?: unknown }): boolean =>
  follows !== undefined || !hasHour(start);

/** `10 a.m.-1 p.m.`; without an hour what is known instead, and that it is to be announced. */
export const formatHours = ({ start, end, part, timeNote }: Time, following: string | undefined, messages: Messages): string => {
  const { dates, punctuation, until, hourUnknown, language } = messages;
  const note = timeNote === undefined ? [] : [chooseText(timeNote, language)];
  if (hasHour(start)) return [dates.times(start, end), ...(following === undefined ? [] : [following]), ...note].join(punctuation.comma);
  const known = [
    ...(part ? [dates.parts[part]] : []),
    ...(following === undefined ? [] : [following]),
    ...note,
    ...(end === undefined ? [] : [interpolate(until, { time: dates.endTime(start, end) })]),
  ];
  return [...known, ...(following === undefined && note.length === 0 ? [hourUnknown] : [])].join(punctuation.comma);
};

/** `Thursday, 28 January 2010, 10 a.m.-1 p.m.` */
export const formatDayAndHours = (time: Time, following: string | undefined, messages: Messages): string =>
  [messages.dates.weekday(time.start), formatHours(time, following, messages)].join(messages.punctuation.comma);

/** `Friday, 29 January 2010, 8 p.m.`; the day alone where no hour is known. */
export const formatWeekdayAndTime = (local: string, { dates, punctuation }: Messages): string =>
  hasHour(local) ? [dates.weekday(local), dates.time(local)].join(punctuation.comma) : dates.weekday(local);
