import {
  readPath,
  type Difference,
  type DifferenceOutcome,
  type DifferenceSubject,
  type DifferenceValue,
} from "../../../machines/meeting/differences.ts";
import type { Messages } from "../../i18n/messages.ts";
import { interpolate } from "../../meeting/interpolate.ts";
import { describeConflict, type ConflictWords, type RevisionLine } from "./decisions.ts";
import { describePlacements, formatPlacement, nameItems } from "./item-lines.ts";
import { createTeller, say, type RevisionSetting, type Teller } from "./naming.ts";
import { describeNumbering } from "./numbering.ts";
import { describeHeld, describeSlot, nameSlotField, type SlotDifference } from "./slot-lines.ts";
import { compareSides, findTimePart, formatTime, formatValue } from "./values.ts";

/** What a revision came to in one way: sentences that a person reads under one heading. */
export interface RevisionGroup {
  readonly outcome: DifferenceOutcome;
  readonly title: string;
  readonly lines: readonly RevisionLine[];
}

/** The order in which a person reads them. */
const OUTCOMES: readonly DifferenceOutcome[] = ["changed", "kept", "conflict", "held", "dropped"];

const getMeetingField = (field: string, { revision: { meetingFields } }: Teller): string => {
  const names: Readonly<Record<string, string>> = meetingFields;
  return names[field] ?? field;
};

/** What a difference is about, as people name it. */
export const nameSubject = (subject: DifferenceSubject, teller: Teller, number?: string): string => {
  const { nameSlot, messages } = teller;
  switch (subject.kind) {
    case "slot": {
      const { field = "time" } = subject;
      const slot = nameSlot(subject.number);
      return field === "time" ? slot : [slot, nameSlotField(field, teller)].join(messages.punctuation.comma);
    }
    case "item":
    case "placement":
      return nameItems([number ?? subject.id], teller);
    case "document":
      return subject.symbol;
    case "meeting":
      return getMeetingField(subject.field, teller);
  }
};

const chooseFormat = (
  subject: DifferenceSubject,
  values: readonly DifferenceValue[],
  teller: Teller,
): ((value: DifferenceValue) => string) => {
  if (subject.kind === "placement") return (value) => formatPlacement(value, teller);
  const field = "field" in subject ? (subject.field ?? "time") : "";
  const part = findTimePart(values);
  return (value) => (subject.kind === "slot" && field === "time" ? formatTime(value, part, teller) : formatValue(field, value, teller));
};

const findWords = ({ path, number, before, document, reported }: Difference, teller: Teller): ConflictWords => {
  const subject = readPath(path);
  const value = reported?.value ?? null;
  const format = chooseFormat(subject, [value, document, before], teller);
  return {
    subject: nameSubject(subject, teller, number),
    reported: format(value),
    document: format(document),
    before: format(before),
    isWhole: subject.kind === "slot" && subject.field === undefined,
  };
};

const describeMeetingField = (difference: Difference, field: string, teller: Teller): string => {
  const { told, other, aside } = compareSides(difference, teller);
  const value = `${getMeetingField(field, teller)}${teller.messages.punctuation.colon}${formatValue(field, told, teller)}`;
  return say("{value}", { value }, interpolate(aside, { value: formatValue(field, other, teller) }));
};

const describeDocuments = (all: readonly Difference[], { messages, revision }: Teller): readonly string[] => {
  const { added, removed, changed } = revision.documents;
  const kinds = Map.groupBy(all, ({ before, document }) => (before === null ? added : document === null ? removed : changed));
  return [...kinds].map(([sentence, some]) => {
    const symbols = some.flatMap(({ path }) => {
      const subject = readPath(path);
      return subject.kind === "document" ? [subject.symbol] : [];
    });
    return say(sentence, { symbols: symbols.join(messages.punctuation.comma) });
  });
};

const listSlots = (differences: readonly Difference[]): readonly SlotDifference[] =>
  differences.flatMap((difference) => {
    const subject = readPath(difference.path);
    return subject.kind === "slot" ? [{ difference, number: subject.number, field: subject.field }] : [];
  });

const describeSlots = (outcome: DifferenceOutcome, differences: readonly Difference[], teller: Teller): readonly string[] => {
  const slots = listSlots(differences);
  if (outcome !== "held") return slots.map((slot) => describeSlot(slot, teller));
  return [...Map.groupBy(slots, ({ number }) => number)].map(([number, all]) => describeHeld(number, all, teller));
};

const describeAll = (outcome: DifferenceOutcome, differences: readonly Difference[], teller: Teller): readonly string[] => {
  const subjects = differences.map((difference) => ({ difference, subject: readPath(difference.path) }));
  const listOf = (kind: "item" | "document"): readonly Difference[] =>
    subjects.flatMap(({ difference, subject }) => (subject.kind === kind ? [difference] : []));
  const placements = subjects.flatMap(({ difference, subject }) =>
    subject.kind === "placement" ? [{ difference, number: difference.number ?? subject.id }] : [],
  );
  return [
    ...subjects.flatMap(({ difference, subject }) =>
      subject.kind === "meeting" ? [describeMeetingField(difference, subject.field, teller)] : [],
    ),
    ...describeSlots(outcome, differences, teller),
    ...describePlacements(placements, teller),
    ...describeNumbering(listOf("item"), teller),
    ...describeDocuments(listOf("document"), teller),
  ];
};

/** What a revision came to, in a person's words: pure, from its differences alone. */
export const describeRevision = (
  differences: readonly Difference[],
  setting: RevisionSetting,
  catalogs: Pick<Teller, "messages" | "revision">,
): readonly RevisionGroup[] => {
  const teller = createTeller(differences, setting, catalogs);
  return OUTCOMES.flatMap((outcome) => {
    const own = differences.filter((difference) => difference.outcome === outcome);
    const lines =
      outcome === "conflict"
        ? own.map((difference) => describeConflict(difference, findWords(difference, teller), teller))
        : describeAll(outcome, own, teller).map((text) => ({ text }));
    const title = interpolate(teller.revision.groups[outcome], { count: String(lines.length) });
    return lines.length > 0 ? [{ outcome, title, lines }] : [];
  });
};

/** `It changes (2): Friday afternoon ends at 5 p.m. (was 6 p.m.); new item 3.` */
export const formatGroup = ({ title, lines }: RevisionGroup, { punctuation }: Messages): string =>
  `${title}${punctuation.colon}${lines.map(({ text }) => text).join(punctuation.semicolon)}${punctuation.stop}`;
