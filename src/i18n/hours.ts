import { addDays, getDate, hasHour } from "../meeting/local-time.ts";
import type { PartOfDay } from "../meeting/record.ts";

/** What people call the part of the day of a time; undefined of a date alone. */
export const findPart = (start: string): PartOfDay | undefined => {
  if (!hasHour(start)) return undefined;
  const hour = Number(start.slice(11, 13));
  return hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
};

/** Whether an end is on another day than its start; at midnight the day itself ends. */
export const isOnLaterDay = (start: string, end: string): boolean => {
  const day = getDate(start);
  return getDate(end) !== day && end !== `${addDays(day, 1)}T00:00`;
};
