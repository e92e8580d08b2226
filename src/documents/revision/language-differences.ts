import { numberDraftItems, type DraftSlot } from "../../meeting/draft.ts";
import { numberItems } from "../../meeting/numbered-items.ts";
import type { MeetingRecord } from "../../meeting/record.ts";
import type { Draft } from "../draft.ts";

/** In what two language versions of one document differ that must be the same in all: their items' numbers, and their sittings. */
export interface LanguageDifference {
  readonly kind: "item" | "slot";
  /** What one of the two has alone. */
  readonly printed: string;
  readonly isMissing: boolean;
}

const saySlot = ({ start, end, items }: DraftSlot): string =>
  `${start}${end === undefined ? "" : `/${end.slice(11)}`}: ${items.join(", ")}`;

const compare = (
  kind: LanguageDifference["kind"],
  record: readonly string[],
  document: readonly string[],
): readonly LanguageDifference[] => [
  ...record.filter((one) => !document.includes(one)).map((printed) => ({ kind, printed, isMissing: true })),
  ...document.filter((one) => !record.includes(one)).map((printed) => ({ kind, printed, isMissing: false })),
];

export const compareLanguages = (record: MeetingRecord, { meeting }: Draft): readonly LanguageDifference[] => [
  ...compare(
    "item",
    numberItems(record.agenda.items).map(({ number }) => number),
    numberDraftItems(meeting.agenda.items).map(({ number }) => number),
  ),
  ...compare("slot", record.slots.map(saySlot), meeting.slots.map(saySlot)),
];
