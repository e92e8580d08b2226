import { formatBodyFeedPath, formatBodyPath } from "../calendar/addresses.ts";
import type { ListedMeeting } from "../calendar/listed-meeting.ts";
import { hasEnded, type BodyCalendar, type MeetingCalendar } from "../calendar/views.ts";
import type { EntryRevision } from "../calendar/ledger.ts";
import { listCautions } from "../i18n/calendar-text.ts";
import type { Messages } from "../i18n/messages.ts";
import { getDate } from "../meeting/local-time.ts";
import { mergeRows, selectSlotRows, type Feed, type FeedPart } from "./feed.ts";
import { renderFeed } from "./ics.ts";
import { estimateOctets } from "./estimate-octets.ts";
import { renderListedEntry } from "./listed-feed.ts";
import type { FeedOptions } from "./options.ts";
import { MAX_ENTRIES, selectFitting } from "./size.ts";

/** The feed of a body as it is rendered: of meetings that do not fit, those that are not over are one entry each. */
export const renderBodyFeed = (feed: Feed & { readonly parts: readonly FeedPart[] }, origin: string, options: FeedOptions): string => {
  const shown = new Set(feed.rows);
  const parts = feed.parts.map((part) => ({ ...part, rows: part.rows.filter((row) => shown.has(row)) }));
  const fitting = selectFitting(parts, ({ rows }) => estimateOctets(rows, origin, options), MAX_ENTRIES);
  const left = parts.filter((part) => !fitting.has(part) && (!part.isOver || fitting.size === 0));
  const rows = parts.filter((part) => fitting.has(part)).flatMap((part) => part.rows);
  const components = left.flatMap(({ instead }) => (instead ? [renderListedEntry(instead, origin, options)] : []));
  return renderFeed({ ...feed, rows }, origin, options, components);
};

/** The meetings of other bodies that a body lists, by the day of their first sitting. */
const listParts = (rows: readonly EntryRevision[]): readonly FeedPart[] =>
  [...Map.groupBy(rows, ({ entry }) => `${entry.body.id}/${entry.meeting}`).values()].map((own) => ({
    rows: own,
    isOver: own.every(({ entry }) => entry.parted !== undefined),
    opensOn: own.map(({ entry }) => getDate(entry.start)).reduce((first, day) => (day < first ? day : first)),
    instead: undefined,
  }));

/**
 * The latest meetings of a body, and those that have not ended. Undefined where there is nothing to show yet: an empty calendar would empty
 * the client's.
 * @param listed the entry over its days of each meeting, for those whose sittings are too many for one calendar
 */
export const selectBodyFeed = (
  { record: body, meetings, listed: ofOthers }: BodyCalendar,
  listed: readonly ListedMeeting[],
  words: Messages,
): Feed | undefined => {
  if (meetings.length + ofOthers.length === 0) return undefined;
  const instead = new Map(listed.map((meeting) => [meeting.entry.meeting, meeting]));
  const own = meetings.map((meeting: MeetingCalendar): FeedPart => {
    const { id, opensOn } = meeting.state.record;
    return { rows: selectSlotRows(meeting), isOver: hasEnded(meeting.state), opensOn, instead: instead.get(id) };
  });
  const parts = [...own, ...listParts(ofOthers)];
  return {
    path: formatBodyFeedPath(body.id),
    name: body.name,
    about: listCautions(body, words),
    page: formatBodyPath(body.id),
    rows: mergeRows(parts.flatMap(({ rows }) => rows)),
    parts,
  };
};
