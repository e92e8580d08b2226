import type { CalendarEntry, EntryItem } from "../calendar/entry.ts";
import type { PrintedDocument } from "../../machines/meeting/printed-documents.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { hasHour } from "../meeting/local-time.ts";
import { chooseText, type Language, type Text } from "../meeting/text.ts";
import { formatChange, formatStep } from "./change-text.ts";
import { formatItemNumber } from "./item-number.ts";
import { chooseItemTitle, OURS } from "./item-title.ts";
import { describeJoint } from "./joint-text.ts";
import type { Messages } from "./messages.ts";
import { listNewsLines } from "./news-text.ts";
import { joinSentence, capitalizeFirst } from "./sentence.ts";
import { describeAwaited, formatHours } from "./slot-time.ts";

/** Of a document, in a language where the body says how; undefined where it has said nowhere that its documents are. */
export const formatDocumentLink = ({ documents }: CalendarEntry["body"], symbol: string, lang: Language): string | undefined =>
  documents && interpolate(documents, { symbol: encodeURI(symbol), lang });

export const formatPublisher = ({ publisher }: CalendarEntry["body"], messages: Messages): string =>
  publisher === undefined ? messages.unofficial : interpolate(messages.publishedBy, { publisher });

/** Where an item that had no sitting is taken up; or that it has none. */
const describeItem = ({ item: id = "", items, takenUpAt, takenUpJointly }: CalendarEntry, messages: Messages): string => {
  const item = formatItemNumber(items[0]?.number ?? id);
  if (takenUpJointly) return interpolate(messages.takenUpJointly, { item });
  if (takenUpAt === undefined) return interpolate(messages.unplaced, { item });
  const { dates, punctuation } = messages;
  return interpolate(messages.takenUp, { item, slot: `${dates.slotName(takenUpAt)}${punctuation.comma}${dates.day(takenUpAt)}` });
};

/** A text with the address where it is found. */
export const joinLink = (text: string, separator: string, link: string | undefined): string =>
  link === undefined ? text : `${text}${separator}${link}`;

/** What a sitting follows, and what else is said of its time. */
const describeTime = (entry: CalendarEntry, messages: Messages): readonly string[] => {
  const { slot, start, timeNote, follows, status } = entry;
  if (slot === undefined || status === "CANCELLED") return [];
  const following = describeAwaited(entry, messages);
  const note = timeNote === undefined ? [] : [chooseText(timeNote, messages.language)];
  const said = hasHour(start) ? [...(following === undefined ? [] : [following]), ...note] : [formatHours(entry, following, messages)];
  return [
    ...said.map((text) => joinSentence(messages, capitalizeFirst(text, messages))),
    ...(follows?.off ? [messages.followedOff[follows.off]] : []),
  ];
};

/** Fields of a sitting that stand after their names. */
const NAMED_FIELDS = ["interpretation", "accessibility", "webcast", "participation"] as const;

/** Of a meeting over its days, before and after its organization of work is known. */
const describeDays = ({ status, steps }: CalendarEntry, { noProgramme, programmeKnown }: Messages): readonly string[] => {
  if (status !== "CANCELLED") return [noProgramme];
  return steps.some(({ type }) => type === "meeting.cancelled") ? [] : [programmeKnown];
};

/** What a sitting is, where it is not an open plenary meeting with a beginning and an end. */
export const describeParticulars = (entry: CalendarEntry, messages: Messages): readonly string[] => {
  const { slot, kind, access, label, title, start, end, lastDay, status, item, changes } = entry;
  const choose = (text: Text): string => chooseText(text, messages.language);
  return [
    ...(lastDay === undefined || item !== undefined ? [] : describeDays(entry, messages)),
    ...(item !== undefined && changes.length === 0 ? [describeItem(entry, messages)] : []),
    ...[label, title].flatMap((text) => (text === undefined ? [] : [joinSentence(messages, choose(text))])),
    ...describeJoint(entry, messages),
    ...(kind === "plenary" ? [] : [joinSentence(messages, messages.kinds[kind])]),
    ...(access === "closed" ? [joinSentence(messages, messages.access.closed)] : []),
    ...describeTime(entry, messages),
    ...(slot !== undefined && hasHour(start) && end === undefined && status !== "CANCELLED" ? [messages.noEnd] : []),
    ...NAMED_FIELDS.flatMap((field) => {
      const value = entry[field];
      return value === undefined ? [] : [`${messages.fields[field]}${messages.punctuation.colon}${choose(value)}`];
    }),
  ];
};

/** `(continued, not before 11.30 a.m.)` */
export const formatMarks = ({ continued, notBefore }: Pick<EntryItem, "continued" | "notBefore">, messages: Messages): string => {
  const marks = [
    ...(continued ? [messages.continued] : []),
    ...(notBefore === undefined ? [] : [interpolate(messages.notBefore, { time: messages.dates.time(notBefore) })]),
  ];
  return marks.length > 0 ? ` (${marks.join(messages.punctuation.comma)})` : "";
};

const listItems = (items: readonly EntryItem[], messages: Messages): readonly string[] =>
  items.map((item) => `${formatItemNumber(item.number)}. ${chooseItemTitle(item, messages)}${formatMarks(item, messages)}`);

/** `(not yet issued in English)`, `(reissued on 29 January 2010)` */
export const formatDocumentMarks = ({ awaitedIn, reissuedOn }: PrintedDocument, messages: Messages): string => {
  const marks = [
    ...(awaitedIn?.includes(messages.language) ? [messages.documentAwaited] : []),
    ...(reissuedOn === undefined ? [] : [interpolate(messages.documentReissued, { date: messages.dates.day(reissuedOn) })]),
  ];
  return marks.length > 0 ? ` (${marks.join(messages.punctuation.comma)})` : "";
};

const listDocuments = ({ body, documents }: Pick<CalendarEntry, "body" | "documents">, messages: Messages): readonly string[] =>
  documents.map((document) => {
    const { symbol, title } = document;
    const said = title === undefined ? symbol : `${symbol}${messages.punctuation.colon}${chooseText(title, messages.language)}`;
    return joinLink(`${said}${formatDocumentMarks(document, messages)}`, "\n", formatDocumentLink(body, symbol, messages.language));
  });

/** A report that was issued, with its link. */
const listStepLines = ({ steps, timezone, body }: CalendarEntry, messages: Messages): readonly string[] =>
  steps.map((step) =>
    joinLink(
      formatStep(step, timezone, messages),
      "\n",
      step.symbol === undefined ? undefined : formatDocumentLink(body, step.symbol, messages.language),
    ),
  );

/** What makes one go elsewhere, what it is about, what else changed: a paragraph each. */
export const describeSitting = (entry: CalendarEntry, messages: Messages): readonly (readonly string[])[] => {
  const { timezone, status } = entry;
  const agenda = [
    listItems(entry.items, messages),
    ...(entry.joint?.bodies ?? [])
      .filter((partner) => partner.items.length > 0)
      .map((partner) => [`${partner.body.name}${messages.punctuation.colon}`.trimEnd(), ...listItems(partner.items, messages)]),
  ];
  const said = [entry.changes.toReversed().map((change) => formatChange(change, timezone, messages)), listStepLines(entry, messages)];
  const isMeetingOff = entry.steps.some(({ type }) => type === "meeting.cancelled" || type === "meeting.withdrawn");
  const changes = [
    ...(isMeetingOff ? said.toReversed() : said).flat(),
    ...(entry.postponed ? [messages.postponed] : []),
    ...(entry.isPutOff ? [messages.putOff] : []),
    ...(entry.provisional ? [messages.provisional] : []),
    ...describeParticulars(entry, messages),
  ];
  // Why it is off goes before all else.
  return [listNewsLines(entry, messages), ...(status === "CANCELLED" ? [changes, ...agenda] : [...agenda, changes])];
};

/** Complete on its own, since clients show little else: with links. */
export const formatDescription = (entry: CalendarEntry, page: string, messages: Messages): string => {
  const { items } = entry;
  const partners = entry.joint?.bodies ?? [];
  const documents = [entry, ...partners].flatMap((one) => listDocuments(one, messages));
  const isOurs = [items, ...partners.map((partner) => partner.items)].some((list) =>
    list.some((item) => chooseItemTitle(item, messages).endsWith(OURS)),
  );
  return [
    ...describeSitting(entry, messages),
    documents.length > 0 ? [`${messages.documents}${messages.punctuation.colon}`.trimEnd(), ...documents] : [],
    [page],
    isOurs ? [`${OURS} ${capitalizeFirst(messages.ourTranslation, messages)}${messages.punctuation.stop}`] : [],
  ]
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => paragraph.join("\n"))
    .join("\n\n");
};
