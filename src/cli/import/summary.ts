import type { Draft } from "../../documents/draft.ts";
import type { Warning } from "../../documents/warnings.ts";
import { numberDraftItems, type DraftSlot } from "../../meeting/draft.ts";
import { getDate } from "../../meeting/local-time.ts";
import type { FieldError } from "../../meeting/parse.ts";
import { chooseText, type Text } from "../../meeting/text.ts";
import { ENGLISH } from "../../i18n/en.ts";
import { formatFollowing, formatHours } from "../../i18n/slot-time.ts";

/** An import as a person reads it: what was understood, then each doubt beside its line. */

const { dates } = ENGLISH;
const WIDTH = 100;
const shorten = (printed: string): string => {
  const text = printed.replaceAll("\n", " ");
  return text.length > WIDTH ? `${text.slice(0, WIDTH - 1)}…` : text;
};
const printTitle = (title: Text | undefined): string => (title === undefined ? "(no title)" : chooseText(title, "en"));
const formatField = (label: string, value: string | undefined): string => `${label.padEnd(12)}${value ?? "-"}`;

const formatSlot = (slot: DraftSlot): string => {
  const { number, items, continued = [], after } = slot;
  const named = items.map((item) => (continued.includes(item) ? `${item} (continued)` : item)).join(", ");
  return `  slot ${number.padEnd(4)}${formatHours(slot, after && formatFollowing(after, ENGLISH), ENGLISH).padEnd(24)}${named || "no items"}`;
};

const formatDays = (slots: readonly DraftSlot[]): readonly string[] =>
  [...Map.groupBy(slots, ({ start }) => getDate(start)).values()].flatMap((day) => [
    dates.day(day[0]?.start ?? ""),
    ...day.map(formatSlot),
  ]);

const formatWarning = ({ code, message, line }: Warning, source: ReadonlyMap<number, string>): readonly string[] => {
  const printed = line === undefined ? undefined : source.get(line);
  return [`  ${line === undefined ? "" : `line ${line}: `}${message} (${code})`, ...(printed ? [`    | ${shorten(printed)}`] : [])];
};

/** What an import doubts, each beside its line. */
export const formatWarnings = (warnings: readonly Warning[], source: ReadonlyMap<number, string>): string =>
  [
    warnings.length === 0 ? "No warnings." : `Warnings: ${warnings.length}`,
    ...warnings.flatMap((doubt) => formatWarning(doubt, source)),
  ].join("\n");

/** What a record lacks before it can be announced or sent. */
export const formatMissing = (errors: readonly FieldError[]): string =>
  [
    "",
    "Not yet to be announced:",
    ...errors.map(({ field, message }) => `  ${field}: ${message.includes("received undefined") ? "is missing" : message}`),
  ].join("\n");

export const formatImportSummary = (
  { meeting, warnings }: Pick<Draft, "meeting" | "warnings">,
  source: ReadonlyMap<number, string>,
): string => {
  const { agenda, slots, documents } = meeting;
  const items = numberDraftItems(agenda.items);
  return [
    formatField("Meeting", printTitle(meeting.title)),
    formatField(
      "Place",
      [...[meeting.city, meeting.venue].map((place) => place && chooseText(place, "en")), meeting.timezone].filter(Boolean).join(", ") ||
        undefined,
    ),
    formatField("Dates", meeting.opensOn && `${meeting.opensOn} to ${meeting.closesOn ?? "?"}`),
    formatField("Document", [agenda.symbol, agenda.issuedOn].filter(Boolean).join(", ") || undefined),
    "",
    `Agenda: ${items.length} items and subitems, ${documents.length} documents`,
    ...items.map(({ number, item }) => shorten(`  ${number.padEnd(8)}${printTitle(item.title)}`)),
    "",
    `Organization of work: ${slots.length} plenary slots`,
    ...formatDays(slots),
    "",
    formatWarnings(warnings, source),
  ].join("\n");
};
