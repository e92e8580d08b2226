import type { AgendaItem, MeetingRecord, Subitem } from "../../meeting/record.ts";
import { getDate, countDays, addDays } from "../../meeting/local-time.ts";
import type { Title } from "../../meeting/text.ts";

const MARK = "REHEARSAL: ";
const WEEK = 7;

const marked = (title: Title): Title =>
  typeof title === "string"
    ? `${MARK}${title}`
    : Object.fromEntries(Object.entries(title).map(([language, text]) => [language, `${MARK}${text}`]));

const markedItem = <Item extends AgendaItem | Subitem>(item: Item): Item => ({
  ...item,
  title: marked(item.title),
  ...(item.shortTitle !== undefined && { shortTitle: marked(item.shortTitle) }),
  ...(item.subitems && { subitems: item.subitems.map(markedItem) }),
});

/** `1` for Monday to `7` for Sunday. */
const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || WEEK;

/** A copy of a meeting moved by whole weeks into the week after that of `today`, so that the same weekdays come. */
export const rehearsalOf = (record: MeetingRecord, today: string): MeetingRecord => {
  const nextMonday = addDays(today, WEEK + 1 - weekday(today));
  const opensOn = addDays(nextMonday, weekday(record.opensOn) - 1);
  const moved = (date: string): string => addDays(opensOn, countDays(record.opensOn, date));
  const movedTime = (local: string): string => `${moved(getDate(local))}${local.slice(10)}`;
  return {
    ...record,
    id: `rehearsal-${opensOn}`,
    title: marked(record.title),
    opensOn,
    closesOn: moved(record.closesOn),
    agenda: { ...record.agenda, items: record.agenda.items.map(markedItem) },
    slots: record.slots.map((slot) => ({
      ...slot,
      start: movedTime(slot.start),
      ...(slot.end !== undefined && { end: movedTime(slot.end) }),
    })),
  };
};
