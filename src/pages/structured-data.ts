import type { MeetingState } from "../../machines/meeting/state.ts";
import { getMeetingStatus, type MeetingStatus } from "../../machines/meeting/statuses.ts";
import { formatMeetingPath } from "../calendar/addresses.ts";
import { chooseText } from "../meeting/text.ts";
import { formatInstant, type Sitting } from "./sittings.ts";
import { localizePath } from "../i18n/paths.ts";
import type { PageContext } from "./page-context.ts";

const STATUS: Record<MeetingStatus, string> = {
  announced: "EventScheduled",
  opened: "EventScheduled",
  suspended: "EventScheduled",
  closed: "EventScheduled",
  postponed: "EventPostponed",
  cancelled: "EventCancelled",
  withdrawn: "EventCancelled",
};

/** A meeting as a schema.org Event. `<` is escaped, so that no title ends the element that the JSON stands in. */
export const buildMeetingData = (
  { record, agenda }: MeetingState,
  sittings: readonly Sitting[],
  { language, origin }: PageContext,
): string => {
  const { body } = record;
  const held = sittings.filter(({ status }) => status !== "cancelled").map(({ entry }) => entry);
  const [first, last] = [held[0], held.at(-1)];
  const place = record.venue ?? record.city;
  return JSON.stringify({
    "@context": "https://schema.org",
    "@type": "Event",
    name: chooseText(record.title, language),
    url: `${origin}${localizePath(language, formatMeetingPath(body.id, record.id))}`,
    startDate: first ? formatInstant(first.start, record.timezone) : record.opensOn,
    endDate: last ? formatInstant(last.end ?? last.start, record.timezone) : record.closesOn,
    eventStatus: `https://schema.org/${STATUS[getMeetingStatus(agenda)]}`,
    eventAttendanceMode: `https://schema.org/${held.some(({ webcast }) => webcast !== undefined) ? "Mixed" : "Offline"}EventAttendanceMode`,
    ...(place !== undefined && {
      location: {
        "@type": "Place",
        name: chooseText(place, language),
        ...(record.city !== undefined && { address: { "@type": "PostalAddress", addressLocality: chooseText(record.city, language) } }),
      },
    }),
    organizer: {
      "@type": "Organization",
      name: body.name,
      ...(body.parent !== undefined && { parentOrganization: { "@type": "Organization", name: body.parent } }),
    },
    inLanguage: record.languages ?? [language],
  }).replaceAll("<", "\\u003c");
};
