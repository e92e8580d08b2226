import type { CalendarEntry } from "../../../calendar/entry.ts";
import { interpolate } from "../../../meeting/interpolate.ts";
import { isDeepEqual } from "../../../meeting/deep-equal.ts";
import { chooseText } from "../../../meeting/text.ts";
import type { Answer, EntryChange, StatusChange } from "../../../api/schemas/answer.ts";
import { formatItemNumber } from "../../../i18n/item-number.ts";
import { formatStep, describeChange } from "../../../i18n/change-text.ts";
import { joinReasons } from "../../../i18n/reason-text.ts";
import { describeAwaited, formatDayAndHours } from "../../../i18n/slot-time.ts";
import type { Messages } from "../../../i18n/messages.ts";
import { labelItem, labelSlot, labelSlotNumber } from "../labels.ts";
import type { Meeting } from "../api.ts";
import type { Plural } from "../messages/event-messages.ts";
import type { ConsoleMessages } from "../messages/messages.ts";

const formatCount = (sentences: Plural, count: number, { own }: ConsoleMessages): string =>
  interpolate(sentences[new Intl.PluralRules(own.language).select(count)] ?? sentences.other, { count: String(count) });

const listNew = <Value>(before: readonly Value[], after: readonly Value[]): readonly Value[] =>
  after.filter((value) => !before.some((other) => isDeepEqual(value, other)));

const printNumbers = ({ items }: CalendarEntry, { punctuation }: Messages): string =>
  items.map(({ number }) => formatItemNumber(number)).join(punctuation.comma);

/** What an entry says that it did not say. */
const describeToldChanges = ({ before, after }: EntryChange, messages: ConsoleMessages): readonly string[] =>
  listNew(before?.changes ?? [], after.changes).map((change) => {
    const ours = [change.type === "slot.cancelled" ? messages.changes.cancelled : undefined, describeChange(change, messages.own)];
    return joinReasons(ours.filter((part) => part !== undefined).join(messages.own.punctuation.comma), change, messages.own);
  });

const isOff = ({ status }: CalendarEntry): boolean => status === "CANCELLED";

/** What differs and is nowhere told, as after a withdrawal or a revision. */
const describeUntoldChanges = (before: CalendarEntry, after: CalendarEntry, { own, changes }: ConsoleMessages): readonly string[] => {
  const formatTime = (entry: CalendarEntry): string => formatDayAndHours(entry, describeAwaited(entry, own), own);
  const [from, to] = [formatTime(before), formatTime(after)];
  const [had, has] = [printNumbers(before, own), printNumbers(after, own)];
  return [
    ...(from === to ? [] : [interpolate(own.changes.rescheduled, { from, to })]),
    ...(has === had ? [] : [interpolate(changes.items, { items: has || "–" })]),
    ...(isDeepEqual(before.location, after.location)
      ? []
      : [interpolate(own.changes.relocated, { to: after.location === undefined ? "–" : chooseText(after.location, own.language) })]),
    ...(isOff(after) && !isOff(before) ? [changes.cancelled] : []),
    ...(isOff(before) && !isOff(after) ? [own.changes.reinstated] : []),
  ];
};

const labelSubject = (entry: CalendarEntry, messages: ConsoleMessages): string =>
  entry.deadline
    ? messages.own.deadlines[entry.deadline.kind]
    : entry.item === undefined
      ? entry.slot === undefined
        ? messages.page.days
        : labelSlot(entry, messages)
      : labelItem(entry.item, messages);

const describeEntry = (change: EntryChange, messages: ConsoleMessages): readonly string[] => {
  const { before, after } = change;
  const { own, changes } = messages;
  const said = describeToldChanges(change, messages);
  const lines = before
    ? [...said, ...(said.length > 0 ? [] : describeUntoldChanges(before, after, messages))]
    : said.length > 0
      ? said
      : [changes.added];
  if (!before && after.item !== undefined && said.length === 0) return [interpolate(own.unplaced, { item: formatItemNumber(after.item) })];
  return lines.map((line) => `${labelSubject(before ?? after, messages)}${own.punctuation.colon}${line}`);
};

/** The steps of the lifecycle, which every entry tells alike. */
const describeSteps = (entries: readonly EntryChange[], { own, changes }: ConsoleMessages): readonly string[] => {
  const first = entries.find(({ before }) => before !== null);
  if (!first?.before) return [];
  const { before, after } = first;
  return [
    ...listNew(before.steps, after.steps).map((step) => formatStep(step, after.timezone, own)),
    ...listNew(after.steps, before.steps).map((step) => interpolate(changes.noLonger, { text: formatStep(step, after.timezone, own) })),
  ];
};

const describeCertainty = (entries: readonly EntryChange[], { changes }: ConsoleMessages): readonly string[] => {
  const hasGone = (from: CalendarEntry["status"], to: CalendarEntry["status"]): boolean =>
    entries.some(({ before, after }) => before?.status === from && after.status === to);
  return [
    ...(hasGone("TENTATIVE", "CONFIRMED") ? [changes.confirmed] : []),
    ...(hasGone("CONFIRMED", "TENTATIVE") ? [changes.provisional] : []),
  ];
};

/** Open, adjourned, under consideration: what the page shows, and no calendar. */
const describeStatus = ({ slot, item, after }: StatusChange, { programme }: Meeting, messages: ConsoleMessages): readonly string[] => {
  if (after === null || after === "cancelled") return [];
  const subject = slot === undefined ? labelItem(item ?? "", messages) : labelSlotNumber(slot, programme, messages);
  const states: Readonly<Record<string, string>> = slot === undefined ? messages.page.itemStatus : messages.page.slotStatus;
  return [`${subject}${messages.own.punctuation.colon}${states[after] ?? after}`];
};

/** What an event changes, or did, in plain words: told from the answers to its dry run. */
export const describeChanges = (answers: readonly Answer[], meeting: Meeting, messages: ConsoleMessages): readonly string[] => {
  const entries = answers.flatMap((answer) => answer.entries ?? []);
  const statuses = answers.flatMap((answer) => answer.statuses ?? []).filter(({ before }) => before !== null && before !== "cancelled");
  return [
    ...new Set([
      ...answers.flatMap((answer) => describeSteps(answer.entries ?? [], messages)),
      ...describeCertainty(entries, messages),
      ...entries.flatMap((change) => describeEntry(change, messages)),
      ...statuses.flatMap((change) => describeStatus(change, meeting, messages)),
    ]),
  ];
};

/** `Two calendar entries change.` */
export const describeCount = (answers: readonly Answer[], messages: ConsoleMessages): string => {
  const uids = new Set(answers.flatMap((answer) => answer.entries ?? []).map(({ uid }) => uid));
  const count = answers.reduce((sum, { moreEntries = 0 }) => sum + moreEntries, uids.size);
  return count === 0 ? messages.changes.nothing : formatCount(messages.changes.entries, count, messages);
};
