import type { NewsMessage } from "../api/schemas/news.ts";
import { formatItemFeedPath, formatMeetingFeedPath, formatMeetingPath, formatSlotFeedPath } from "../calendar/addresses.ts";
import type { CalendarEntry } from "../calendar/entry.ts";
import { formatSummary } from "../i18n/entry-summary.ts";
import { formatDescription } from "../i18n/entry-text.ts";
import { localizePath } from "../i18n/paths.ts";
import { LIMITS } from "../meeting/limits.ts";
import { chooseText } from "../meeting/text.ts";
import type { Catalogs } from "../reports/describe-event.ts";
import type { UntoldNews } from "../store/body/news-messages.ts";
import { describeUntold, translate } from "./sentences.ts";

type EntryJson = NewsMessage["data"]["entries"][number];

const formatFeedPath = ({ body: { id }, meeting, slot, item }: CalendarEntry): string => {
  if (slot !== undefined) return formatSlotFeedPath(id, meeting, slot);
  return item === undefined ? formatMeetingFeedPath(id, meeting) : formatItemFeedPath(id, meeting, item);
};

const describeEntry = (entry: CalendarEntry, origin: string, { messages }: Catalogs) => ({
  summary: formatSummary(entry, messages),
  description: formatDescription(entry, `${origin}${formatMeetingPath(entry.body.id, entry.meeting)}`, messages),
  ...(entry.location !== undefined && { location: chooseText(entry.location, messages.language) }),
});

const listEntries = ({ entries }: UntoldNews, origin: string, catalogs: readonly Catalogs[]): readonly EntryJson[] =>
  entries.map(({ before, after: { entry, sequence, stamp } }) => ({
    uid: entry.uid,
    sequence,
    lastModified: new Date(stamp * 1000).toISOString(),
    feed: `${origin}${formatFeedPath(entry)}`,
    before,
    after: entry,
    texts: translate(catalogs, (one) => describeEntry(entry, origin, one)),
  }));

const cutEntry = ({ uid, sequence, lastModified, feed }: EntryJson): EntryJson => ({ uid, sequence, lastModified, feed });

/** What happened, and what it changed: in words, and for programs. What would be too long has its addresses alone. */
export const buildNews = (news: UntoldNews, origin: string, catalogs: readonly Catalogs[]): NewsMessage => {
  const { body, told } = news;
  const { event, position, version, arrival } = told;
  const { meeting } = event.data;
  const entries = listEntries(news, origin, catalogs);
  const isCut = new TextEncoder().encode(JSON.stringify(entries)).length > LIMITS.octetsOfNews.max;
  const page = formatMeetingPath(body, meeting);
  return {
    type: event.type,
    timestamp: event.timestamp,
    data: {
      body,
      meeting,
      version,
      position,
      arrived: new Date(arrival).toISOString(),
      event: event.data,
      sentences: translate(catalogs, (one) => {
        const { text, words, revision } = describeUntold(news, one);
        return { text, words, revision };
      }),
      entries: isCut ? entries.map(cutEntry) : entries,
      ...(isCut && { isCut }),
      pages: translate(catalogs, ({ messages: { language } }) => `${origin}${localizePath(language, page)}`),
      feed: `${origin}${formatMeetingFeedPath(body, meeting)}`,
    },
  };
};
