import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency, type ICalEventData } from "ical-generator";
import { meetingPath } from "../calendar/addresses.ts";
import type { EntryStatus } from "../calendar/entries.ts";
import type { LedgerRow } from "../calendar/ledger.ts";
import { ENGLISH } from "../words/english.ts";
import { escapeText, finishLines } from "./content-lines.ts";
import type { Feed } from "./feed.ts";
import { vtimezone } from "./vtimezone.ts";
import { descriptionOf, summaryOf } from "../words/entry-texts.ts";

/** Goes up with every change of the bytes that the same rows give. */
export const RENDERER = { version: 1, releasedAt: Date.UTC(2026, 10, 23) / 1000 } as const;

/** How often clients are asked to look, in seconds. Most look less often, whatever is asked. */
const REFRESH = 3600;

const STATUS: Record<EntryStatus, { status: ICalEventStatus; transparency: ICalEventTransparency; busystatus: ICalEventBusyStatus }> = {
  TENTATIVE: { status: ICalEventStatus.TENTATIVE, transparency: ICalEventTransparency.OPAQUE, busystatus: ICalEventBusyStatus.TENTATIVE },
  CONFIRMED: { status: ICalEventStatus.CONFIRMED, transparency: ICalEventTransparency.OPAQUE, busystatus: ICalEventBusyStatus.BUSY },
  CANCELLED: { status: ICalEventStatus.CANCELLED, transparency: ICalEventTransparency.TRANSPARENT, busystatus: ICalEventBusyStatus.FREE },
};

const vevent = ({ entry, sequence, stamp }: LedgerRow, origin: string, hasOrganizers: boolean): ICalEventData => {
  const page = `${origin}${meetingPath(entry.body.id, entry.meeting)}`;
  const changedAt = new Date(stamp * 1000);
  return {
    id: entry.uid,
    sequence,
    stamp: changedAt,
    lastModified: changedAt,
    // Local times as they are: with a timezone beside them the library writes the clock face it is given.
    start: entry.start,
    ...(entry.end !== undefined && { end: entry.end }),
    timezone: entry.timezone,
    summary: summaryOf(entry, ENGLISH),
    description: descriptionOf(entry, page, ENGLISH),
    ...(entry.location !== undefined && { location: entry.location }),
    ...(hasOrganizers && entry.body.contact !== undefined && { organizer: { name: entry.body.name, email: entry.body.contact } }),
    categories: [{ name: entry.body.shortName ?? entry.body.name }],
    url: page,
    ...STATUS[entry.status],
  };
};

/** The zones of a feed, each with the years that it needs: VTIMEZONE for every TZID used, and no other. */
export const timezonesOf = (rows: readonly LedgerRow[]): readonly string[] =>
  [...Map.groupBy(rows, ({ entry }) => entry.timezone)].map(([zone, inZone]) => {
    const years = inZone.flatMap(({ entry }) => [entry.start, entry.end ?? entry.start]).map((local) => Number(local.slice(0, 4)));
    return vtimezone(zone, Math.min(...years), Math.max(...years));
  });

/** A feed as iCalendar (RFC 5545, RFC 7986). Equal rows, origin and zone data give equal bytes. */
export const renderFeed = ({ path, name, rows }: Feed, origin: string): string => {
  // RFC 5546 asks for an ORGANIZER in whatever is published; where no contact is known, there is neither.
  const hasOrganizers = rows.every(({ entry }) => entry.body.contact !== undefined);
  const calendar = ical({
    prodId: "//Plenary//Plenary//EN",
    name: escapeText(name),
    source: `${origin}${path}`,
    ...(hasOrganizers && { method: ICalCalendarMethod.PUBLISH }),
    ttl: REFRESH,
  });
  for (const row of rows) calendar.createEvent(vevent(row, origin, hasOrganizers));
  return finishLines(calendar.toString(), timezonesOf(rows));
};
