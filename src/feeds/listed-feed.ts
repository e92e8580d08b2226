import { ALL_FEED_PATH, formatMeetingPath } from "../calendar/addresses.ts";
import type { ListedEntry, ListedMeeting } from "../calendar/listed-meeting.ts";
import { hashOctets } from "../http/render-cache.ts";
import { formatPublisher } from "../i18n/entry-text.ts";
import type { Messages } from "../i18n/messages.ts";
import { addDays } from "../meeting/local-time.ts";
import { chooseText } from "../meeting/text.ts";
import { RENDERER, renderCalendar, renderComponent } from "./ics.ts";
import { presentStatus } from "./ics.ts";
import type { FeedOptions } from "./options.ts";
import { MAX_ENTRIES } from "./size.ts";

/** A meeting in short, who meets first; whoever has no short name is called in full, once. */
const formatListedSummary = ({ body, title, status, postponed }: ListedEntry, messages: Messages): string => {
  const { colon } = messages.punctuation;
  const name = body.shortName ?? body.name;
  const own = chooseText(title, messages.language);
  const head = postponed ? `${name} (${messages.standing.postponed})` : name;
  return [...(status === "CANCELLED" ? [messages.cancelled] : []), head, ...(own === name ? [] : [own])].join(colon);
};

const describeListed = (
  { entry, sequence, stamp }: ListedMeeting,
  origin: string,
  options: FeedOptions,
): Parameters<typeof renderComponent>[0] => {
  const { words } = options;
  const { body, meeting, city, venue } = entry;
  const page = `${origin}${formatMeetingPath(body.id, meeting)}`;
  const changedAt = new Date(stamp * 1000);
  const place = [venue, city].flatMap((part) => (part === undefined ? [] : [chooseText(part, words.language)])).join(", ");
  return {
    id: entry.uid,
    sequence,
    stamp: changedAt,
    lastModified: changedAt,
    start: entry.opensOn,
    // DTEND is exclusive (RFC 5545 §3.6.1).
    end: addDays(entry.closesOn, 1),
    allDay: true,
    summary: formatListedSummary(entry, words),
    description: [...(entry.postponed ? [words.postponed] : []), formatPublisher(body, words), page].join("\n"),
    ...(place !== "" && { location: place }),
    categories: [{ name: body.shortName ?? body.name }],
    url: page,
    ...presentStatus({ ...entry, start: entry.opensOn }, options),
  };
};

export const computeListedETag = (
  meetings: readonly ListedMeeting[],
  today: string,
  origin: string,
  { query }: FeedOptions,
): Promise<string> => {
  const revisions = meetings.map(({ entry, sequence, stamp }) => [entry.uid, sequence, stamp]);
  return hashOctets(new TextEncoder().encode(JSON.stringify([RENDERER, origin, ALL_FEED_PATH, query, today, revisions])));
};

/** A meeting as one entry over its days. */
export const renderListedEntry = (meeting: ListedMeeting, origin: string, options: FeedOptions): string =>
  renderComponent(describeListed(meeting, origin, options));

/** The calendar of all bodies: an entry for each meeting, over its days; of those that end first no more than calendars take. */
export const renderListed = (meetings: readonly ListedMeeting[], origin: string, options: FeedOptions): string => {
  const components: string[] = [];
  let octets = 0;
  for (const meeting of meetings) {
    const component = renderListedEntry(meeting, origin, options);
    octets += new TextEncoder().encode(component).length;
    if (octets > MAX_ENTRIES) break;
    components.push(component);
  }
  const about = [options.words.caution];
  const frame = { path: ALL_FEED_PATH, name: options.words.allMeetings, about, hasOrganizers: false, timezones: [] };
  return renderCalendar(frame, components, origin, options);
};
