import { getDate, countDays, addDays } from "../../meeting/local-time.ts";
import type { MeetingRecord } from "../../meeting/record.ts";
import type { Text } from "../../meeting/text.ts";

const WEEK = 7;
const MONDAY = 1;
const FRIDAY = 5;

/** `1` for Monday to `7` for Sunday. */
const getWeekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || WEEK;

const markTitle = (title: Text): Text =>
  typeof title === "string"
    ? `Rehearsal: ${title}`
    : Object.fromEntries(Object.entries(title).map(([language, text]) => [language, `Rehearsal: ${text}`]));

/** A day of this week on which a meeting opens that is under way today: yesterday, if the week and its working days allow. */
export const chooseOpening = (today: string, days: number): string => {
  const weekday = getWeekday(today);
  const lastOpening = (weekday > FRIDAY ? WEEK : FRIDAY) - days + 1;
  return addDays(today, Math.max(MONDAY, Math.min(weekday - 1, lastOpening)) - weekday);
};

/** How many days a meeting takes. */
export const countMeetingDays = ({ opensOn, closesOn }: MeetingRecord): number => countDays(opensOn, closesOn) + 1;

/** A copy of a meeting, of a body of its own, that opens on a day; the body and the title say that it is a rehearsal. */
export const createRehearsal = (record: MeetingRecord, opensOn: string): MeetingRecord => {
  const move = (date: string): string => addDays(opensOn, countDays(record.opensOn, date));
  const moveTime = (local: string): string => `${move(getDate(local))}${local.slice(10)}`;
  return {
    ...record,
    body: { ...record.body, id: "rehearsal", name: `Rehearsal: ${record.body.name}`, shortName: "Rehearsal" },
    id: opensOn,
    title: markTitle(record.title),
    opensOn,
    closesOn: move(record.closesOn),
    slots: record.slots.map((slot) => ({
      ...slot,
      start: moveTime(slot.start),
      ...(slot.end !== undefined && { end: moveTime(slot.end) }),
    })),
  };
};
