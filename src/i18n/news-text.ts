import type { ToldTime } from "../../machines/meeting/told-changes.ts";
import type { CalendarEntry } from "../calendar/entry.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { getDate, hasHour } from "../meeting/local-time.ts";
import { chooseText } from "../meeting/text.ts";
import type { Messages } from "./messages.ts";
import { describeFollowed, formatHours, isInWords } from "./slot-time.ts";

const formatClock = (time: ToldTime, isWhole: boolean, messages: Messages): string =>
  hasHour(time.start) && !isWhole
    ? messages.dates.time(time.start)
    : formatHours(time, time.follows && describeFollowed(time.follows, messages), messages);

/** `Thursday 9 a.m.`; what is no hour after a comma. */
const formatOnWeekday = ({ start }: ToldTime, clock: string, { dates, weekdayTime, punctuation }: Messages): string => {
  const weekday = dates.slotName(getDate(start));
  return hasHour(start) ? interpolate(weekdayTime, { weekday, time: clock }) : `${weekday}${punctuation.comma}${clock}`;
};

/** `Thursday 9 a.m. (was 10 a.m.)`; on another day both with their dates, and with their ends where they begin alike. */
const describeNewTime = (from: ToldTime, to: ToldTime, messages: Messages): string => {
  const { dates, punctuation } = messages;
  const formerly = isInWords(from) ? messages.formerlyInWords : messages.formerly;
  const isWhole = from.start === to.start;
  const formatOnDay = (time: ToldTime): string => `${dates.weekday(time.start)}${punctuation.comma}${formatClock(time, isWhole, messages)}`;
  return getDate(from.start) === getDate(to.start)
    ? interpolate(formerly, {
        now: formatOnWeekday(to, formatClock(to, isWhole, messages), messages),
        before: formatClock(from, isWhole, messages),
      })
    : interpolate(formerly, { now: formatOnDay(to), before: formatOnDay(from) });
};

/** `NEW TIME: Thursday 9 a.m. (was 10 a.m.)`, a line for each. */
export const listNewsLines = ({ news = [] }: CalendarEntry, messages: Messages): readonly string[] => {
  const { punctuation, language, formerly } = messages;
  const choose = (place: Parameters<typeof chooseText>[0]): string => chooseText(place, language);
  return news.map((one) => {
    const said =
      one.type === "time"
        ? describeNewTime(one.from, one.to, messages)
        : interpolate(formerly, { now: choose(one.to), before: choose(one.from) });
    return `${messages.news[one.type]}${punctuation.colon}${said}`;
  });
};
