import type { Difference } from "../../../machines/meeting/differences.ts";
import { readField } from "../../../machines/meeting/facts.ts";
import { isDeepEqual } from "../../meeting/deep-equal.ts";
import { interpolate } from "../../meeting/interpolate.ts";
import type { Slot } from "../../meeting/record.ts";
import { nameItems } from "./item-lines.ts";
import { isSlot, say, type Teller } from "./naming.ts";
import { compareSides, findTimePart, formatSlotHours, formatTime, formatValue } from "./values.ts";

/** A difference of a sitting, or of one field of it. */
export interface SlotDifference {
  readonly difference: Difference;
  readonly number: string;
  readonly field: string | undefined;
}

/** `room`, of a sitting; its time needs no name. */
export const nameSlotField = (field: string, { revision: { slotFields } }: Teller): string => {
  const names: Readonly<Record<string, string>> = slotFields;
  return names[field] ?? field;
};

const describeNew = (slot: Slot, teller: Teller): string => {
  const { nameSlot, messages, revision } = teller;
  const { dates, punctuation } = messages;
  const items = slot.items.length > 0 ? [nameItems(slot.items, teller)] : [];
  const value = [dates.day(slot.start), formatSlotHours(slot, teller), ...items].join(punctuation.comma);
  return say(revision.slot.added, { slot: nameSlot(slot.number), value });
};

/** How the document goes on listing what is cancelled: at another time perhaps. */
const describeListing = ({ before, document }: Difference, teller: Teller): string => {
  const { stillLists, says } = teller.revision.asides;
  if (!isSlot(before) || !isSlot(document)) return stillLists;
  const [was, is] = [before, document].map((slot) => readField(slot, "time"));
  return isDeepEqual(was, is) ? stillLists : interpolate(says, { value: formatValue("time", is ?? null, teller) });
};

const describeWhole = ({ difference, number }: SlotDifference, teller: Teller): string => {
  const { outcome, before, document, reported } = difference;
  const { nameSlot, revision } = teller;
  const { slot: sentences, asides } = revision;
  const params = { slot: nameSlot(number) };
  if (outcome === "kept")
    return reported?.value === null
      ? say(sentences.staysCancelled, params, describeListing(difference, teller))
      : say(sentences.stays, params, asides.lacks);
  if (document === null) return say(sentences.leaves, params);
  return before === null && isSlot(document) ? describeNew(document, teller) : say(sentences.again, params);
};

const describeTime = (difference: Difference, slot: string, teller: Teller): string => {
  const { revision } = teller;
  const { told, other, aside } = compareSides(difference, teller);
  const part = findTimePart([told, other]);
  const sentence = part === "start" ? revision.slot.begins : part === "end" ? revision.slot.ends : revision.slot.says;
  const beside = interpolate(aside, { value: formatTime(other, part, teller) });
  return say(sentence, { slot, value: formatTime(told, part, teller) }, beside);
};

/** What a revision came to for a sitting that is to come, or for one field of it. */
export const describeSlot = (slotDifference: SlotDifference, teller: Teller): string => {
  const { difference, number, field } = slotDifference;
  const { nameSlot, revision } = teller;
  if (field === undefined) return describeWhole(slotDifference, teller);
  const slot = nameSlot(number);
  if (field === "time") return describeTime(difference, slot, teller);
  const { told, other, aside } = compareSides(difference, teller);
  const params = { slot, field: nameSlotField(field, teller), value: formatValue(field, told, teller) };
  return say(revision.slot.field, params, interpolate(aside, { value: formatValue(field, other, teller) }));
};

/** What a document says otherwise of a sitting that was left as it was: all of it in one line. */
export const describeHeld = (number: string, all: readonly SlotDifference[], teller: Teller): string => {
  const { nameSlot, messages, revision } = teller;
  if (all.some(({ field }) => field === undefined)) return say("{slot}", { slot: nameSlot(number) }, revision.asides.lacks);
  const values = all.map(({ difference: { document }, field = "" }) => {
    const value = formatValue(field, document, teller);
    return field === "time" ? value : `${nameSlotField(field, teller)}${messages.punctuation.colon}${value}`;
  });
  const value = values.join(messages.punctuation.semicolon);
  return say("{slot}", { slot: nameSlot(number) }, interpolate(revision.asides.says, { value }));
};
