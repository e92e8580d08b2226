import type { CalendarEntry } from "../calendar/entry.ts";
import type { EntryRevision } from "../calendar/ledger.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { describeSitting } from "../i18n/entry-text.ts";
import { formatSummary } from "../i18n/entry-summary.ts";
import { formatHours, formatWeekdayAndTime, describeAwaited } from "../i18n/slot-time.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { formatLocalTime } from "../meeting/local-time.ts";
import { compareSlots } from "../meeting/slot-order.ts";
import { chooseText } from "../meeting/text.ts";
import type { MailText } from "./mail-text.ts";
import type { Catalogs } from "./describe-event.ts";

/** The programme of one day, as a house issues it the evening before. */
export interface DayProgramme {
  readonly calendar: MeetingCalendar;
  readonly day: string;
  /** The entries of that day. */
  readonly rows: readonly EntryRevision[];
  /** The programme that was issued before, by the version that stands on it: what changed since is marked. */
  readonly since?: { readonly version: number; readonly position: number };
}

/** `10 a.m.-1 p.m., Boardroom D`, with what calendars call it where that is no sitting of the programme. */
const formatHead = (entry: CalendarEntry, { messages }: Catalogs): string => {
  const { comma, colon } = messages.punctuation;
  const { location, status, slot } = entry;
  const when = formatHours(entry, describeAwaited(entry, messages), messages);
  const where = location === undefined ? [] : [chooseText(location, messages.language)];
  const head = [when, ...where].join(comma);
  if (slot === undefined) return [head, formatSummary(entry, messages)].join(comma);
  return status === "CANCELLED" ? [messages.cancelled, head].join(colon) : head;
};

const describeRow = ({ entry, position }: EntryRevision, { since }: DayProgramme, catalogs: Catalogs): readonly string[] => {
  const isChanged = since !== undefined && position > since.position;
  const mark = isChanged ? [interpolate(catalogs.page.changedSince, { version: String(since.version) })] : [];
  return [...mark, formatHead(entry, catalogs), ...describeSitting(entry, catalogs.messages).flat()];
};

/** When the last of it was said, by the clock of the place: who reads it can tell an older one. */
const formatAsAt = ({ calendar: { state, rows } }: DayProgramme, { messages, page }: Catalogs): string => {
  const last = Math.max(...rows.map(({ stamp }) => stamp));
  const when = formatWeekdayAndTime(formatLocalTime(last * 1000, state.record.timezone).slice(0, 16), messages);
  return interpolate(page.asAt, { when, version: String(state.version) });
};

/** The programme of a day in plain words: whose, of which day, as at when, and each sitting. @param address of the page */
export const writeDayProgramme = (programme: DayProgramme, address: string, catalogs: Catalogs): MailText => {
  const { calendar, day, rows } = programme;
  const { messages, page } = catalogs;
  const { record } = calendar.state;
  const title = chooseText(record.title, messages.language);
  const heading = interpolate(page.dayProgramme, { day: messages.dates.weekday(day) });
  const head = [
    ...(record.body.parent === undefined ? [] : [record.body.parent]),
    ...(title === record.body.name ? [] : [record.body.name]),
    title,
    heading,
    formatAsAt(programme, catalogs),
  ];
  const sittings = rows.toSorted((a, b) => compareSlots(a.entry, b.entry)).map((row) => describeRow(row, programme, catalogs));
  return {
    subject: [heading, title].join(messages.punctuation.comma),
    paragraphs: [head, ...(sittings.length > 0 ? sittings : [[page.noSittings]]), [address]],
  };
};
