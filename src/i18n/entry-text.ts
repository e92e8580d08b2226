import type { Milestone } from "../../machines/meeting/milestones.ts";
import type { SlotChange, SlotTime } from "../../machines/meeting/slot-changes.ts";
import type { CalendarEntry, EntryItem } from "../calendar/entries.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { getDate, formatLocalTime } from "../meeting/local-time.ts";
import { chooseTitle } from "../meeting/text.ts";
import type { Messages } from "./messages.ts";

const TITLE_LENGTH = 60;

const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

/** On one line; cut at a word where there is one, never inside what a reader sees as one character, with an ellipsis. */
const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ");
  const characters = Array.from(CHARACTERS.segment(line.slice(0, TITLE_LENGTH * 16)), ({ segment }) => segment);
  if (characters.length <= TITLE_LENGTH) return line;
  const cut = characters.slice(0, TITLE_LENGTH - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:]+$/, "")}…`;
};

/** `1(a)` as documents print it: `1 (a)`. */
export const formatItemNumber = (number: string): string => number.replace(/^([^\s(]+)\(/, "$1 (");

/** `4`, `4, 5`, `6-8`: more than two items are named by their agenda items alone. */
const printedNumbers = (numbers: readonly string[], comma: string): string => {
  if (numbers.length <= 2) return numbers.map(formatItemNumber).join(comma);
  const whole = [...new Set(numbers.map((number) => number.replace(/\(.*$/, "")))];
  const isRun = whole.length > 2 && whole.every((number, at) => at === 0 || Number(number) === Number(whole[at - 1]) + 1);
  return isRun ? `${whole[0] ?? ""}-${whole.at(-1) ?? ""}` : whole.join(comma);
};

const shortTitle = ({ shortTitle: short, title }: EntryItem, { language }: Messages): string => chooseTitle(short ?? title, language);

/** Body, items and state within the first twenty characters of a month view, then the titles. */
export const formatSummary = (entry: CalendarEntry, words: Messages): string => {
  const { colon, comma, semicolon } = words.punctuation;
  const numbers = printedNumbers(
    entry.items.map(({ number }) => number),
    comma,
  );
  const isContinued = entry.items.length > 0 && entry.items.every(({ continued }) => continued);
  const isOrdinary = entry.kind === "plenary";
  const marks = [
    ...(entry.postponed ? [words.postponedMark] : []),
    ...(isOrdinary ? [] : [words.kinds[entry.kind]]),
    ...(entry.provisional ? [words.provisionalMark] : []),
    ...(isContinued ? [words.continuedMark] : []),
  ];
  const head = [
    entry.body.shortName ?? (numbers ? words.item : entry.body.name),
    numbers,
    marks.length > 0 ? `(${marks.join(comma)})` : "",
  ];
  const titles = shortened(entry.items.map((item) => shortTitle(item, words)).join(semicolon));
  return [...(entry.status === "CANCELLED" ? [words.cancelled] : []), head.filter(Boolean).join(" "), ...(titles ? [titles] : [])].join(
    colon,
  );
};

const sentence = ({ punctuation: { comma, stop } }: Messages, ...parts: readonly (string | undefined)[]): string =>
  `${parts
    .filter(Boolean)
    .join(comma)
    .replace(/[.。]$/, "")}${stop}`;

export const formatStep = (step: Milestone, timezone: string, words: Messages): string => {
  const { type, timestamp, orallyRevised, manner, symbol, issuedOn, reason, note } = step;
  const date = words.dates.day(issuedOn ?? formatLocalTime(Date.parse(timestamp), timezone));
  const head = interpolate(words.steps[type], { date, symbol: symbol === undefined ? "" : `(${symbol})` }).trim();
  return sentence(words, head, orallyRevised && words.orallyRevised, manner && words.manner[manner], reason, note);
};

const slotTimeText = ({ start, end }: SlotTime, { dates, punctuation }: Messages): string =>
  `${dates.weekday(start)}${punctuation.comma}${dates.times(start, end)}`;

/** Said of a slot elsewhere: `Friday afternoon`. */
const otherSlot = (start: string, { dates }: Messages): string => dates.slotName(start);

/** `moved from Thursday, 28 January 2010, 10 a.m.-1 p.m. to 3-6 p.m.`; undefined where the type says all. */
export const describeChange = (change: SlotChange, words: Messages): string | undefined => {
  const { changes, dates } = words;
  switch (change.type) {
    case "slot.rescheduled": {
      const { from, to } = change;
      const isSameDay = getDate(from.start) === getDate(to.start);
      return interpolate(changes.rescheduled, {
        from: slotTimeText(from, words),
        to: isSameDay ? dates.times(to.start, to.end) : slotTimeText(to, words),
      });
    }
    case "slot.extended":
      return interpolate(changes.extended, { to: dates.time(change.to) });
    case "slot.relocated":
      return interpolate(changes.relocated, { to: change.to });
    case "slot.added":
      return changes.added;
    case "slot.reinstated":
      return changes.reinstated;
    case "slot.removed":
      return changes.removed;
    case "slot.cancelled":
      return change.itemsTo === undefined ? undefined : interpolate(changes.itemsTo, { slot: otherSlot(change.itemsTo, words) });
    case "item.moved": {
      const direction = change.direction === "here" ? changes.movedHere : changes.movedAway;
      return interpolate(direction, { item: formatItemNumber(change.item), slot: otherSlot(change.start, words) });
    }
    case "item.deferred":
      return interpolate(changes.deferred, { item: formatItemNumber(change.item) });
  }
};

/** `CHANGED, 29 January 2010, 11.20 a.m.: item 7 deferred to the next session.` */
export const formatChange = (change: SlotChange, timezone: string, words: Messages): string => {
  const local = formatLocalTime(Date.parse(change.timestamp), timezone);
  const isOff = change.type === "slot.cancelled" || change.type === "slot.removed";
  const head = [isOff ? words.cancelled : words.changed, words.dates.day(local), words.dates.time(local)].join(words.punctuation.comma);
  const parts = [describeChange(change, words), change.reason, change.note].filter((part) => part !== undefined);
  return sentence(words, parts.length > 0 ? `${head}${words.punctuation.colon}${parts.join(words.punctuation.semicolon)}` : head);
};

const DOCUMENTS = "https://undocs.org/{symbol}";

/** Shared by all language versions of a document. */
export const formatDocumentLink = ({ documents = DOCUMENTS }: CalendarEntry["body"], symbol: string): string =>
  interpolate(documents, { symbol: encodeURI(symbol) });

export const formatPublisher = ({ publisher }: CalendarEntry["body"], words: Messages): string =>
  publisher === undefined ? words.unofficial : interpolate(words.publishedBy, { publisher });

/** What a sitting is, where it is not an open plenary meeting with a beginning and an end. */
export const describeParticulars = (
  { slot, kind, access, end, timeNote, webcast, status, item, changes }: CalendarEntry,
  words: Messages,
): readonly string[] => [
  ...(item !== undefined && changes.length === 0 ? [interpolate(words.unplaced, { item: formatItemNumber(item) })] : []),
  ...(kind === "plenary" ? [] : [sentence(words, words.kinds[kind])]),
  ...(access === "closed" ? [sentence(words, words.closed)] : []),
  ...(timeNote === undefined ? [] : [sentence(words, timeNote)]),
  ...(slot !== undefined && end === undefined && status !== "CANCELLED" ? [words.noEnd] : []),
  ...(webcast === undefined ? [] : [`${words.webcast}${words.punctuation.colon}${webcast}`]),
];

/** Complete on its own, since clients show little else; changes first. */
export const formatDescription = (entry: CalendarEntry, page: string, words: Messages): string => {
  const { timezone, source } = entry;
  const { language } = words;
  const news = [
    ...entry.changes.toReversed().map((change) => formatChange(change, timezone, words)),
    ...(entry.postponed ? [words.postponed] : []),
    ...(entry.provisional ? [words.provisional] : []),
    ...entry.steps.map((step) => formatStep(step, timezone, words)),
    ...describeParticulars(entry, words),
  ];
  const items = entry.items.map(
    (item) => `${formatItemNumber(item.number)}. ${chooseTitle(item.title, language)}${item.continued ? ` (${words.continued})` : ""}`,
  );
  const documents = entry.documents.map(
    ({ symbol, title }) =>
      `${title === undefined ? symbol : `${chooseTitle(title, language)} (${symbol})`}\n${formatDocumentLink(entry.body, symbol)}`,
  );
  const foot = [
    `${words.programme}${words.punctuation.colon}${page}`,
    ...(source === undefined ? [] : [`${words.source}${words.punctuation.colon}${source} ${formatDocumentLink(entry.body, source)}`]),
    words.caution,
    formatPublisher(entry.body, words),
  ];
  return [news, items, documents.length > 0 ? [`${words.documents}${words.punctuation.colon}`.trimEnd(), ...documents] : [], foot]
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => paragraph.join("\n"))
    .join("\n\n");
};
