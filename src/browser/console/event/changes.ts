import type { CalendarEntry } from "../../../calendar/entries.ts";
import { fill } from "../../../meeting/fill.ts";
import { isSameJson } from "../../../meeting/same-json.ts";
import type { Answer, EntryChange, StatusChange } from "../../../api/event-answer.ts";
import { printedNumber, stepText, whatChanged } from "../../../i18n/entry-text.ts";
import type { Words } from "../../../i18n/words.ts";
import { itemName, slotName, slotNameOf } from "../naming.ts";
import type { Meeting } from "../api.ts";
import type { ConsoleWords, Plural } from "../words/words.ts";

const counted = (sentences: Plural, count: number, { own }: ConsoleWords): string =>
  fill(sentences[new Intl.PluralRules(own.language).select(count)] ?? sentences.other, { count: String(count) });

const newOf = <Value>(before: readonly Value[], after: readonly Value[]): readonly Value[] =>
  after.filter((value) => !before.some((other) => isSameJson(value, other)));

const numbers = ({ items }: CalendarEntry, { punctuation }: Words): string =>
  items.map(({ number }) => printedNumber(number)).join(punctuation.comma);

/** What an entry says that it did not say. */
const told = ({ before, after }: EntryChange, words: ConsoleWords): readonly string[] =>
  newOf(before?.changes ?? [], after.changes).map((change) => {
    const parts = [
      change.type === "slot.cancelled" ? words.changes.cancelled : undefined,
      whatChanged(change, words.own),
      change.reason,
      change.note,
    ];
    return parts.filter((part) => part !== undefined).join(words.own.punctuation.semicolon);
  });

const isOff = ({ status }: CalendarEntry): boolean => status === "CANCELLED";

/** What differs and is nowhere told, as after a withdrawal or a revision. */
const untold = (before: CalendarEntry, after: CalendarEntry, { own, changes }: ConsoleWords): readonly string[] => {
  const time = ({ start, end }: CalendarEntry): string =>
    `${own.dates.weekday(start)}${own.punctuation.comma}${own.dates.times(start, end)}`;
  const [from, to] = [time(before), time(after)];
  const [had, has] = [numbers(before, own), numbers(after, own)];
  return [
    ...(from === to ? [] : [fill(own.changes.rescheduled, { from, to })]),
    ...(has === had ? [] : [fill(changes.items, { items: has || "–" })]),
    ...(before.location === after.location ? [] : [fill(own.changes.relocated, { to: after.location ?? "–" })]),
    ...(isOff(after) && !isOff(before) ? [changes.cancelled] : []),
    ...(isOff(before) && !isOff(after) ? [own.changes.reinstated] : []),
  ];
};

const subjectOf = (entry: CalendarEntry, words: ConsoleWords): string =>
  entry.slot === undefined ? itemName(entry.item ?? "", words) : slotName(entry, words);

const entryLines = (change: EntryChange, words: ConsoleWords): readonly string[] => {
  const { before, after } = change;
  const { own, changes } = words;
  const said = told(change, words);
  const lines = before ? [...said, ...(said.length > 0 ? [] : untold(before, after, words))] : said.length > 0 ? said : [changes.added];
  if (!before && after.item !== undefined && said.length === 0) return [fill(own.unplaced, { item: printedNumber(after.item) })];
  return lines.map((line) => `${subjectOf(before ?? after, words)}${own.punctuation.colon}${line}`);
};

/** The steps of the lifecycle, which every entry tells alike. */
const stepLines = (entries: readonly EntryChange[], { own, changes }: ConsoleWords): readonly string[] => {
  const first = entries.find(({ before }) => before !== null);
  if (!first?.before) return [];
  const { before, after } = first;
  return [
    ...newOf(before.steps, after.steps).map((step) => stepText(step, after.timezone, own)),
    ...newOf(after.steps, before.steps).map((step) => fill(changes.noLonger, { text: stepText(step, after.timezone, own) })),
  ];
};

const certaintyLines = (entries: readonly EntryChange[], { changes }: ConsoleWords): readonly string[] => {
  const goes = (from: CalendarEntry["status"], to: CalendarEntry["status"]): boolean =>
    entries.some(({ before, after }) => before?.status === from && after.status === to);
  return [...(goes("TENTATIVE", "CONFIRMED") ? [changes.confirmed] : []), ...(goes("CONFIRMED", "TENTATIVE") ? [changes.provisional] : [])];
};

/** Open, adjourned, under consideration: what the page shows, and no calendar. */
const statusLine = ({ slot, item, after }: StatusChange, { programme }: Meeting, words: ConsoleWords): readonly string[] => {
  if (after === null || after === "cancelled") return [];
  const subject = slot === undefined ? itemName(item ?? "", words) : slotNameOf(slot, programme, words);
  const states: Readonly<Record<string, string>> = slot === undefined ? words.page.itemStatus : words.page.slotStatus;
  return [`${subject}${words.own.punctuation.colon}${states[after] ?? after}`];
};

/** What an event changes, or did, in plain words: told from the answers to its dry run. */
export const changeLines = (answers: readonly Answer[], meeting: Meeting, words: ConsoleWords): readonly string[] => {
  const entries = answers.flatMap((answer) => answer.entries ?? []);
  const statuses = answers.flatMap((answer) => answer.statuses ?? []).filter(({ before }) => before !== null && before !== "cancelled");
  return [
    ...new Set([
      ...answers.flatMap((answer) => stepLines(answer.entries ?? [], words)),
      ...certaintyLines(entries, words),
      ...entries.flatMap((change) => entryLines(change, words)),
      ...statuses.flatMap((change) => statusLine(change, meeting, words)),
    ]),
  ];
};

/** `Two calendar entries change.` */
export const countLine = (answers: readonly Answer[], words: ConsoleWords): string => {
  const uids = new Set(answers.flatMap((answer) => answer.entries ?? []).map(({ uid }) => uid));
  return uids.size === 0 ? words.changes.nothing : counted(words.changes.entries, uids.size, words);
};
