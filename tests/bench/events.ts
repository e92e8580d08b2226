import ICAL from "ical.js";

/** The entries of a feed as a service has them before it makes a calendar of them: what ical-generator takes. */
export const eventsOf = (feed: string) =>
  new ICAL.Component(ICAL.parse(feed)).getAllSubcomponents("vevent").map((vevent) => {
    const { uid, summary, description, location, startDate, endDate, sequence } = new ICAL.Event(vevent);
    return {
      id: uid,
      summary,
      description: { plain: description, html: String(vevent.getFirstPropertyValue("x-alt-desc") ?? "") },
      location,
      start: startDate.toString(),
      end: endDate.toString(),
      timezone: startDate.zone?.tzid === "floating" ? undefined : vevent.getFirstProperty("dtstart")?.getFirstParameter("tzid"),
      sequence,
      stamp: String(vevent.getFirstPropertyValue("dtstamp")),
      lastModified: String(vevent.getFirstPropertyValue("last-modified")),
      status: vevent.getFirstPropertyValue("status"),
      url: vevent.getFirstPropertyValue("url"),
      categories: [{ name: String(vevent.getFirstPropertyValue("categories")) }],
    };
  });
