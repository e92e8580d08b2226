import ICAL from "ical.js";

/** A calendar entry as a parser understands it that had no part in writing it. */
export interface Reread {
  readonly uid: string;
  readonly sequence: number;
  readonly start: string;
  readonly end: string;
  readonly timezone: string;
  readonly startInstant: string;
  readonly status: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
}

const text = (component: ICAL.Component, property: string): string => String(component.getFirstPropertyValue(property) ?? "");

const time = (component: ICAL.Component, property: string): ICAL.Time => {
  const value = component.getFirstPropertyValue(property);
  if (!(value instanceof ICAL.Time)) throw new Error(`${property} is no time`);
  return value;
};

/** Reads a feed with ical.js, its VTIMEZONEs registered, as Thunderbird would. */
export const reread = (feed: string): readonly Reread[] => {
  const calendar = ICAL.Component.fromString(feed);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents("vevent").map((entry) => {
    const start = time(entry, "dtstart");
    const zone = ICAL.TimezoneService.get(start.zone.tzid) ?? start.zone;
    return {
      uid: text(entry, "uid"),
      sequence: Number(entry.getFirstPropertyValue("sequence")),
      start: start.toString(),
      end: text(entry, "dtend"),
      timezone: String(entry.getFirstProperty("dtstart")?.getFirstParameter("tzid")),
      startInstant: new Date(ICAL.Time.fromData({ ...start.toJSON(), isDate: false }, zone).toUnixTime() * 1000).toISOString(),
      status: text(entry, "status"),
      summary: text(entry, "summary"),
      description: text(entry, "description"),
      location: text(entry, "location"),
    };
  });
};

/** The lines of each entry as they stand in the feed, by UID. */
export const entryBytes = (feed: string): ReadonlyMap<string, string> =>
  new Map(
    (feed.match(/BEGIN:VEVENT\r\n[\s\S]*?END:VEVENT\r\n/g) ?? []).map((entry) => [/UID:(.*)\r\n/.exec(entry)?.[1] ?? "", entry] as const),
  );
