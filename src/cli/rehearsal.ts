import type { AgendaItem, MeetingRecord, Subitem } from "../meeting/record.ts";
import { plusDays } from "../meeting/local-time.ts";
import type { Title } from "../meeting/text.ts";

const MARK = "REHEARSAL: ";
const WEEK = 7;

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

const marked = (title: Title): Title =>
  typeof title === "string"
    ? `${MARK}${title}`
    : Object.fromEntries(Object.entries(title).map(([language, text]) => [language, `${MARK}${text}`]));

const markedItem = <Item extends AgendaItem | Subitem>(item: Item): Item => ({
  ...item,
  title: marked(item.title),
  ...(item.subitems && { subitems: item.subitems.map(markedItem) }),
});

/** A copy of a meeting moved by whole weeks to the week after `today`, so that the same weekdays come next in a calendar. */
export const rehearsalOf = (record: MeetingRecord, today: string): MeetingRecord => {
  const weeks = Math.floor(days(record.opensOn, today) / WEEK) + 1;
  const moved = (date: string): string => plusDays(date, weeks * WEEK);
  const movedTime = (local: string): string => `${moved(local.slice(0, 10))}${local.slice(10)}`;
  const opensOn = moved(record.opensOn);
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
