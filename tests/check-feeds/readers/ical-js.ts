import ICAL from "ical.js";
import { readFolder } from "./folder.ts";

const text = (component: ICAL.Component, property: string): string => String(component.getFirstPropertyValue(property) ?? "");

/** ical.js looks TZIDs up in its own service, where the calendar's VTIMEZONEs must be registered first. */
const writeTime = (time: ICAL.Time): string => (time.isDate ? time.toString() : time.convertToZone(ICAL.Timezone.utcTimezone).toString());

readFolder((feed) => {
  const calendar = ICAL.Component.fromString(feed);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const entries = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      start: writeTime(event.startDate),
      end: writeTime(event.endDate),
      status: text(component, "status"),
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
    };
  });
  return { entries, errors: [], warnings: [] };
});
