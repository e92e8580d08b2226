import type { CalendarEntry } from "../calendar/entry.ts";
import { hasHour } from "../meeting/local-time.ts";
import { chooseText } from "../meeting/text.ts";
import { labelItems } from "./item-label.ts";
import { chooseShortTitle } from "./item-title.ts";
import { formatJointMark } from "./joint-text.ts";
import type { Messages } from "./messages.ts";
import { lowerFirst } from "./sentence.ts";
import { shorten } from "./shorten.ts";

const TITLE_LENGTH = 60;

const listMarks = (entry: CalendarEntry, messages: Messages): readonly string[] => {
  const { kind, part, start, postponed, isPutOff, provisional, items } = entry;
  const jointly = formatJointMark(entry, messages);
  const isContinued = items.length > 0 && items.every(({ continued }) => continued);
  return [
    ...(isContinued ? [messages.continuedMark] : []),
    ...(postponed || isPutOff ? [messages.standing.postponed] : []),
    ...(kind === "plenary" ? [] : [lowerFirst(messages.kinds[kind], messages)]),
    ...(part && !hasHour(start) ? [messages.dates.parts[part]] : []),
    ...(provisional ? [messages.provisionalMark] : []),
    ...(jointly === undefined ? [] : [jointly]),
  ];
};

/** What a sitting is about: what goes on has been named before. */
const formatTitle = ({ title, items }: CalendarEntry, messages: Messages): string => {
  const anew = items.filter(({ continued }) => !continued);
  const named = anew.length > 0 ? anew : items;
  const text =
    title === undefined
      ? named.map((item) => chooseShortTitle(item, messages)).join(messages.punctuation.semicolon)
      : chooseText(title, messages.language);
  return shorten(text, TITLE_LENGTH, messages.language);
};

const addInParentheses = (text: string, parts: readonly string[], { punctuation: { comma } }: Messages): string =>
  parts.length === 0 ? text : `${text} (${parts.join(comma)})`;

/** `Item 4 (prov.): Good practices… (TIP WG)`: what, within the first twenty characters of a month view, then who. */
const formatWhatAndWho = (entry: CalendarEntry, messages: Messages): string => {
  const who = entry.body.shortName ?? entry.body.name;
  const marks = listMarks(entry, messages);
  const label = labelItems(entry.items, messages);
  const title = formatTitle(entry, messages);
  if (label === undefined) return title ? addInParentheses(title, [...marks, who], messages) : addInParentheses(who, marks, messages);
  return addInParentheses([addInParentheses(label, marks, messages), title].join(messages.punctuation.colon), [who], messages);
};

/** What is to be done first, then by whom. */
const formatDeadline = (entry: CalendarEntry, { kind }: NonNullable<CalendarEntry["deadline"]>, messages: Messages): string => {
  const { body, title, items, postponed } = entry;
  const label = labelItems(items, messages);
  const head = addInParentheses(messages.deadlines[kind], postponed ? [messages.standing.postponed] : [], messages);
  const what = [
    head,
    ...(label === undefined ? [] : [lowerFirst(label, messages)]),
    ...(title === undefined ? [] : [shorten(chooseText(title, messages.language), TITLE_LENGTH, messages.language)]),
  ];
  return addInParentheses(what.join(messages.punctuation.colon), [body.shortName ?? body.name], messages);
};

export const formatSummary = (entry: CalendarEntry, messages: Messages): string => {
  const { colon, comma } = messages.punctuation;
  const news = (entry.news ?? []).map(({ type }) => messages.news[type]).join(comma);
  return [
    entry.status === "CANCELLED" ? messages.cancelled : news,
    entry.deadline ? formatDeadline(entry, entry.deadline, messages) : formatWhatAndWho(entry, messages),
  ]
    .filter(Boolean)
    .join(colon);
};
