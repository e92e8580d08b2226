import type { Difference, DifferenceValue } from "../../../machines/meeting/differences.ts";
import type { SlotTime } from "../../../machines/meeting/slot-changes.ts";
import { formatRuns } from "../../i18n/item-number.ts";
import { formatFollowing, formatHours } from "../../i18n/slot-time.ts";
import { LANGUAGE_NAMES } from "../../i18n/language-names.ts";
import { isDeepEqual } from "../../meeting/deep-equal.ts";
import { isDate, getDate, hasHour } from "../../meeting/local-time.ts";
import { chooseText, LANGUAGES, type Text } from "../../meeting/text.ts";
import type { Teller } from "./naming.ts";

/** What is told of a field, what stands against it, and how that is put beside it. */
export interface Telling {
  readonly told: DifferenceValue;
  readonly other: DifferenceValue;
  readonly aside: string;
}

export const compareSides = ({ outcome, before, document, reported }: Difference, { revision: { asides } }: Teller): Telling => {
  if (outcome === "changed") return { told: document, other: before, aside: asides.was };
  const value = reported?.value ?? null;
  if (outcome === "dropped") return { told: document, other: value, aside: asides.reported };
  const isAsBefore = isDeepEqual(document, before);
  if (document === null) return { told: value, other: document, aside: isAsBefore ? asides.stillSilent : asides.silent };
  return { told: value, other: document, aside: isAsBefore ? asides.stillSays : asides.says };
};

const isTime = (value: DifferenceValue): value is SlotTime & Extract<DifferenceValue, object> =>
  typeof value === "object" && value !== null && "start" in value && typeof value.start === "string";

type TimePart = "start" | "end" | "times" | "all";

/** The least of some times that tells them apart. */
export const findTimePart = (values: readonly DifferenceValue[]): TimePart => {
  const times = values.filter(isTime);
  const isOne = (of: (time: SlotTime) => unknown): boolean => times.every((time) => isDeepEqual(of(time), of(times[0] ?? time)));
  if (times.length < values.length) return "times";
  if (!isOne(({ start }) => getDate(start))) return "all";
  if (!isOne(({ part, after, timeNote }) => [part, after, timeNote]) || !times.every(({ start }) => hasHour(start))) return "times";
  if (isOne(({ end }) => end)) return "start";
  return isOne(({ start }) => start) && times.every(({ end }) => end !== undefined) ? "end" : "times";
};

/** A sitting's hours, or what it follows. */
export const formatSlotHours = (time: SlotTime, { messages, nameSlot }: Teller): string => {
  const { after } = time;
  const named = after && ("slot" in after ? { slot: nameSlot(after.slot) } : after);
  return formatHours(time, named && formatFollowing(named, messages), messages);
};

export const formatTime = (value: DifferenceValue, part: TimePart, teller: Teller): string => {
  const { messages, revision } = teller;
  if (!isTime(value)) return revision.none;
  const { dates, punctuation } = messages;
  const { start, end } = value;
  if (part === "start") return dates.time(start);
  if (part === "end" && end !== undefined) return dates.endTime(start, end);
  return [...(part === "all" ? [dates.weekday(start)] : []), formatSlotHours(value, teller)].join(punctuation.comma);
};

const formatText = (field: string, text: string, { messages, revision }: Teller): string => {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: messages.kinds,
    access: revision.access,
    languages: LANGUAGE_NAMES,
  };
  return words[field]?.[text] ?? (isDate(text) ? messages.dates.day(text) : text);
};

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === "string");

const isPrintedItem = (value: DifferenceValue): value is { readonly number: string; readonly title: Text } =>
  typeof value === "object" && value !== null && "number" in value && "title" in value && !("start" in value);

/** A title, or any other value of one field, as people read it. */
export const formatValue = (field: string, value: DifferenceValue, teller: Teller): string => {
  const { messages, revision } = teller;
  const { comma } = messages.punctuation;
  if (field === "time") return formatTime(value, "times", teller);
  if (value === null) return revision.none;
  // Who has not confirmed is not named.
  if (field === "with") return messages.changes.joint;
  if (typeof value === "string" || typeof value === "number") return formatText(field, String(value), teller);
  if (isTexts(value)) return value.map((text) => formatText(field, text, teller)).join(comma);
  if (isPrintedItem(value)) return chooseText(value.title, messages.language);
  if ("items" in value && isTexts(value.items)) return formatRuns(value.items, comma) || revision.none;
  // What is left of a record's fields is a text in languages.
  return chooseText(value as Text, messages.language);
};

/** Two titles in the language, or in the first one in which they differ. */
export const compareTitles = (before: Text, after: Text, { messages }: Teller): readonly [string, string] => {
  const language = [messages.language, ...LANGUAGES].find((one) => chooseText(before, one) !== chooseText(after, one));
  return [chooseText(before, language ?? messages.language), chooseText(after, language ?? messages.language)];
};
