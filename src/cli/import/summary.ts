import type { Draft } from "../../documents/draft.ts";
import type { SlotChange } from "../../documents/revision.ts";
import type { Warning } from "../../documents/warnings.ts";
import { numberDraftItems, type DraftSlot } from "../../meeting/draft.ts";
import { getDate } from "../../meeting/local-time.ts";
import { chooseTitle, type Title } from "../../meeting/text.ts";
import { ENGLISH } from "../../i18n/en.ts";

/** An import as a person reads it: what was understood, then each doubt beside its line. */

const { dates } = ENGLISH;
const WIDTH = 100;
const shorten = (text: string): string => (text.length > WIDTH ? `${text.slice(0, WIDTH - 1)}…` : text);
const printTitle = (title: Title | undefined): string => (title === undefined ? "(no title)" : chooseTitle(title, "en"));
const formatField = (label: string, value: string | undefined): string => `${label.padEnd(12)}${value ?? "-"}`;

const formatSlot = ({ number, start, end, items, continued = [] }: DraftSlot): string => {
  const named = items.map((item) => (continued.includes(item) ? `${item} (continued)` : item)).join(", ");
  return `  slot ${number.padEnd(4)}${dates.times(start, end).padEnd(24)}${named || "no items"}`;
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

const CHANGES: Record<SlotChange["kind"], string> = { kept: "kept", moved: "moved", "other-items": "changed", new: "new", gone: "gone" };

const formatChange = (change: SlotChange): string => {
  const sides = [...("before" in change ? [change.before] : []), ...("after" in change ? [change.after] : [])].map(
    ({ start, end, items }) => `${dates.day(start)}, ${dates.times(start, end)}: ${items.join(", ")}`,
  );
  const number = "after" in change ? change.after.number : change.before.number;
  return `  ${CHANGES[change.kind].padEnd(8)}slot ${number}  ${[...new Set(sides)].join("  →  ")}`;
};

export const formatChanges = (changes: readonly SlotChange[]): string =>
  [
    "Against the record that is there:",
    ...changes.filter(({ kind }) => kind !== "kept").map(formatChange),
    `  ${changes.filter(({ kind }) => kind === "kept").length} slots are the same`,
  ].join("\n");

export const formatImportSummary = ({ meeting, warnings }: Draft, source: ReadonlyMap<number, string>): string => {
  const { agenda, slots, documents } = meeting;
  const items = numberDraftItems(agenda.items);
  return [
    formatField("Meeting", printTitle(meeting.title)),
    formatField("Place", [meeting.city, meeting.venue, meeting.timezone].filter(Boolean).join(", ") || undefined),
    formatField("Dates", meeting.opensOn && `${meeting.opensOn} to ${meeting.closesOn ?? "?"}`),
    formatField("Document", [agenda.symbol, agenda.issuedOn].filter(Boolean).join(", ") || undefined),
    "",
    `Agenda: ${items.length} items and subitems, ${documents.length} documents`,
    ...items.map(({ number, item }) => shorten(`  ${number.padEnd(8)}${printTitle(item.title)}`)),
    "",
    `Organization of work: ${slots.length} plenary slots`,
    ...formatDays(slots),
    "",
    warnings.length === 0 ? "No warnings." : `Warnings: ${warnings.length}`,
    ...warnings.flatMap((doubt) => formatWarning(doubt, source)),
  ].join("\n");
};
