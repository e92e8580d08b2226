import ICAL from "ical.js";
import { fail, succeed, type Result } from "../../meeting/result.ts";

const LINKS = ["source", "url"];
const NEEDED = ["uid", "dtstamp", "dtstart", "summary"];

const parseCalendar = (feed: string): ICAL.Component | undefined => {
  try {
    return ICAL.Component.fromString(feed);
  } catch {
    return undefined;
  }
};

/** How many entries a feed has, or what is wrong with it. Reads it by a parser that had no part in writing it, and sees that its links are of this origin. */
export const checkFeed = (feed: string, origin: string): Result<number, string> => {
  const calendar = parseCalendar(feed);
  if (calendar?.name !== "vcalendar") return fail("it is no calendar");
  const entries = calendar.getAllSubcomponents("vevent");
  const lack = entries.flatMap((entry) => NEEDED.filter((name) => !entry.hasProperty(name)))[0];
  if (lack !== undefined) return fail(`an entry has no ${lack.toUpperCase()}`);
  const links = [calendar, ...entries].flatMap((part) => LINKS.flatMap((name) => part.getFirstPropertyValue(name) ?? []).map(String));
  const elsewhere = links.find((link) => URL.parse(link)?.origin !== origin);
  return elsewhere === undefined ? succeed(entries.length) : fail(`its links begin otherwise: ${elsewhere}`);
};
