import ICAL from "ical.js";

/** What is wrong with a feed, or how many entries it has. */
export type FeedVerdict = { readonly kind: "sound"; readonly entries: number } | { readonly kind: "wrong"; readonly why: string };

const LINKS = ["source", "url"];
const NEEDED = ["uid", "dtstamp", "dtstart", "summary"];

const wrong = (why: string): FeedVerdict => ({ kind: "wrong", why });

const parsed = (feed: string): ICAL.Component | undefined => {
  try {
    return ICAL.Component.fromString(feed);
  } catch {
    return undefined;
  }
};

/** Reads a feed by a parser that had no part in writing it, and sees that its links are of this origin. */
export const checkFeed = (feed: string, origin: string): FeedVerdict => {
  const calendar = parsed(feed);
  if (calendar?.name !== "vcalendar") return wrong("it is no calendar");
  const entries = calendar.getAllSubcomponents("vevent");
  const lack = entries.flatMap((entry) => NEEDED.filter((name) => !entry.hasProperty(name)))[0];
  if (lack !== undefined) return wrong(`an entry has no ${lack.toUpperCase()}`);
  const links = [calendar, ...entries].flatMap((part) => LINKS.flatMap((name) => part.getFirstPropertyValue(name) ?? []).map(String));
  const elsewhere = links.find((link) => URL.parse(link)?.origin !== origin);
  return elsewhere === undefined ? { kind: "sound", entries: entries.length } : wrong(`its links begin otherwise: ${elsewhere}`);
};
