import type { CalendarEntry, EntryItem } from "../calendar/entry.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { hasHour } from "../meeting/local-time.ts";
import { chooseText, type Text } from "../meeting/text.ts";
import { formatChange, formatStep } from "./change-text.ts";
import { formatItemNumber, formatNumbers } from "./item-number.ts";
import { describeJoint, formatJointMark } from "./joint-text.ts";
import type { Messages } from "./messages.ts";
import { joinSentence, upperFirst } from "./sentence.ts";
import { describeFollowed, formatHours } from "./slot-time.ts";

const TITLE_LENGTH = 60;

const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

/** On one line; cut at a word where there is one, never inside what a reader sees as one character, with an ellipsis. */
const shorten = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ");
  const characters = Array.from(CHARACTERS.segment(line.slice(0, TITLE_LENGTH * 16)), ({ segment }) => segment);
  if (characters.length <= TITLE_LENGTH) return line;
  const cut = characters.slice(0, TITLE_LENGTH - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:]+$/, "")}…`;
};

const chooseShortTitle = ({ shortTitle: short, title }: EntryItem, { language }: Messages): string => chooseText(short ?? title, language);

/** What is to be done first, then by whom. */
const formatDeadlineSummary = (
  { body, title, items, status, postponed }: CalendarEntry,
  { kind }: NonNullable<CalendarEntry["deadline"]>,
  messages: Messages,
): string => {
  const { colon, comma } = messages.punctuation;
  const numbers = formatNumbers(
    items.map(({ number }) => number),
    comma,
  );
  const head = [messages.deadlines[kind], postponed ? `(${messages.postponedMark})` : ""].filter(Boolean).join(" ");
  return [
    ...(status === "CANCELLED" ? [messages.cancelled] : []),
    head,
    [body.shortName ?? body.name, numbers].filter(Boolean).join(" "),
    ...(title === undefined ? [] : [shorten(chooseText(title, messages.language))]),
  ].join(colon);
};

/** Body, items and state within the first twenty characters of a month view, then the titles. */
export const formatSummary = (entry: CalendarEntry, messages: Messages): string => {
  if (entry.deadline) return formatDeadlineSummary(entry, entry.deadline, messages);
  const { colon, comma, semicolon } = messages.punctuation;
  const numbers = formatNumbers(
    entry.items.map(({ number }) => number),
    comma,
  );
  const isContinued = entry.items.length > 0 && entry.items.every(({ continued }) => continued);
  const isOrdinary = entry.kind === "plenary";
  const jointly = formatJointMark(entry, messages);
  const marks = [
    ...(entry.postponed || entry.isPutOff ? [messages.postponedMark] : []),
    ...(isOrdinary ? [] : [messages.kinds[entry.kind]]),
    ...(entry.part && !hasHour(entry.start) ? [messages.dates.parts[entry.part]] : []),
    ...(entry.provisional ? [messages.provisionalMark] : []),
    ...(isContinued ? [messages.continuedMark] : []),
    ...(jointly === undefined ? [] : [jointly]),
  ];
  const head = [
    entry.body.shortName ?? (numbers ? messages.item : entry.body.name),
    numbers,
    marks.length > 0 ? `(${marks.join(comma)})` : "",
  ];
  const { title, items } = entry;
  const titles = shorten(
    title === undefined ? items.map((item) => chooseShortTitle(item, messages)).join(semicolon) : chooseText(title, messages.language),
  );
  return [...(entry.status === "CANCELLED" ? [messages.cancelled] : []), head.filter(Boolean).join(" "), ...(titles ? [titles] : [])].join(
    colon,
  );
};

/** Shared by all language versions of a document; undefined where the body has said nowhere that its documents are. */
export const formatDocumentLink = ({ documents }: CalendarEntry["body"], symbol: string): string | undefined =>
  documents && interpolate(documents, { symbol: encodeURI(symbol) });

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
const joinLink = (text: string, separator: string, link: string | undefined): string =>
  link === undefined ? text : `${text}${separator}${link}`;

/** What a sitting follows, and what else is said of its time. */
const describeTime = (entry: CalendarEntry, messages: Messages): readonly string[] => {
  const { slot, start, timeNote, follows } = entry;
  if (slot === undefined) return [];
  const following = follows && describeFollowed(follows, messages);
  const note = timeNote === undefined ? [] : [chooseText(timeNote, messages.language)];
  const said = hasHour(start) ? [...(following === undefined ? [] : [following]), ...note] : [formatHours(entry, following, messages)];
  return [
    ...said.map((text) => joinSentence(messages, upperFirst(text, messages))),
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
    ...(lastDay === undefined ? [] : describeDays(entry, messages)),
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
  items.map((item) => `${formatItemNumber(item.number)}. ${chooseText(item.title, messages.language)}${formatMarks(item, messages)}`);

const listDocuments = ({ body, documents }: Pick<CalendarEntry, "body" | "documents">, { language }: Messages): readonly string[] =>
  documents.map(({ symbol, title }) =>
    joinLink(title === undefined ? symbol : `${chooseText(title, language)} (${symbol})`, "\n", formatDocumentLink(body, symbol)),
  );

/** Complete on its own, since clients show little else; changes first. */
export const formatDescription = (entry: CalendarEntry, page: string, messages: Messages): string => {
  const { timezone, source } = entry;
  const news = [
    ...entry.changes.toReversed().map((change) => formatChange(change, timezone, messages)),
    ...(entry.postponed ? [messages.postponed] : []),
    ...(entry.isPutOff ? [messages.putOff] : []),
    ...(entry.provisional ? [messages.provisional] : []),
    ...entry.steps.map((step) => formatStep(step, timezone, messages)),
    ...describeParticulars(entry, messages),
  ];
  const partners = entry.joint?.bodies ?? [];
  const items = partners
    .filter((partner) => partner.items.length > 0)
    .map((partner) => [`${partner.body.name}${messages.punctuation.colon}`.trimEnd(), ...listItems(partner.items, messages)]);
  const documents = [entry, ...partners].flatMap((one) => listDocuments(one, messages));
  const foot = [
    `${messages.programme}${messages.punctuation.colon}${page}`,
    ...(source === undefined
      ? []
      : [`${messages.source}${messages.punctuation.colon}${joinLink(source, " ", formatDocumentLink(entry.body, source))}`]),
    messages.caution,
    formatPublisher(entry.body, messages),
  ];
  return [
    news,
    listItems(entry.items, messages),
    ...items,
    documents.length > 0 ? [`${messages.documents}${messages.punctuation.colon}`.trimEnd(), ...documents] : [],
    foot,
  ]
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => paragraph.join("\n"))
    .join("\n\n");
};
