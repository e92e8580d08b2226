import type { SlotChange } from "../../machines/meeting/told-changes.ts";
import type { CalendarEntry } from "../calendar/entry.ts";
import { describeSitting } from "../i18n/entry-text.ts";
import { labelItems } from "../i18n/item-label.ts";
import { lowerFirst } from "../i18n/sentence.ts";
import { listOwnNames } from "../i18n/slot-name.ts";
import { describeAwaited, formatDayAndHours } from "../i18n/slot-time.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { isDeepEqual } from "../meeting/deep-equal.ts";
import { chooseText } from "../meeting/text.ts";
import type { Catalogs } from "./describe-event.ts";
import type { MailText } from "./mail-text.ts";
import type { NetChange } from "./net-changes.ts";

/** Changes that a subject names; of more it says how many. */
const NAMED = 3;

const formatMarks = ({ marks }: NetChange, { messages, page }: Catalogs): string =>
  marks.map((mark) => page.mail.marks[mark]).join(messages.punctuation.comma);

const formatTime = (entry: CalendarEntry, { messages }: Catalogs): string =>
  formatDayAndHours(entry, describeAwaited(entry, messages), messages);

const formatTimeAndPlace = (entry: CalendarEntry, catalogs: Catalogs): string => {
  const { language, punctuation } = catalogs.messages;
  const where = entry.location === undefined ? [] : [chooseText(entry.location, language)];
  return [formatTime(entry, catalogs), ...where].join(punctuation.comma);
};

/** `NEW TIME: item 4, Thursday, 28 January 2010, 3-6 p.m.` */
const formatHeading = (change: NetChange, catalogs: Catalogs): string => {
  const { messages } = catalogs;
  const { after } = change;
  const items = labelItems(after.items, messages);
  const who = items === undefined ? listOwnNames(after, messages).slice(0, 1) : [lowerFirst(items, messages)];
  const { comma, colon } = messages.punctuation;
  return [formatMarks(change, catalogs), [...who, formatTime(after, catalogs)].join(comma)].join(colon);
};

/** What a heading says, and the line of what it was before: no second line says it again, unless it says why. */
const HEADED: ReadonlySet<SlotChange["type"]> = new Set<SlotChange["type"]>([
  "slot.rescheduled",
  "slot.extended",
  "slot.relocated",
  "slot.cancelled",
  "slot.added",
]);

const saysMore = (change: SlotChange): boolean => ["reason", "cause", "note", "itemsTo"].some((name) => name in change);

/** Without what is told of it already; what was changed before that stays. */
const omitHeaded = ({ before, after }: NetChange): CalendarEntry => ({
  ...after,
  news: [],
  changes: after.changes.filter(
    (change) => !HEADED.has(change.type) || saysMore(change) || before?.changes.some((earlier) => isDeepEqual(earlier, change)),
  ),
});

const describeChange = (change: NetChange, catalogs: Catalogs): readonly string[] => {
  const { before, after, marks } = change;
  const isMoved = marks.some((mark) => mark === "newTime" || mark === "newPlace");
  return [
    formatHeading(change, catalogs),
    formatTimeAndPlace(after, catalogs),
    ...(before && isMoved ? [interpolate(catalogs.page.mail.before, { before: formatTimeAndPlace(before, catalogs) })] : []),
    ...describeSitting(omitHeaded(change), catalogs.messages).flat(),
  ];
};

/** The mail of what changed since a version. @param address of the page */
export const writeChangeMail = (changes: readonly NetChange[], since: number, address: string, catalogs: Catalogs): MailText => {
  const { page, messages } = catalogs;
  const nothing = interpolate(page.mail.nothing, { version: String(since) });
  const headings = changes.slice(0, NAMED).map((change) => formatHeading(change, catalogs));
  const more = changes.length > NAMED ? [interpolate(page.mail.more, { count: String(changes.length - NAMED) })] : [];
  return {
    subject: changes.length > 0 ? [...headings, ...more].join(messages.punctuation.semicolon) : nothing,
    paragraphs: [...(changes.length > 0 ? changes.map((change) => describeChange(change, catalogs)) : [[nothing]]), [address]],
  };
};
