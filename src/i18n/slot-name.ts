import type { Slot } from "../meeting/record.ts";
import { chooseText } from "../meeting/text.ts";
import type { Messages } from "./messages.ts";

type NamedSlot = Pick<Slot, "start" | "part" | "label" | "title">;

/** What tells a sitting apart from others at its time: its own name, and what it is about. */
export const listOwnNames = ({ label, title }: Pick<NamedSlot, "label" | "title">, { language }: Messages): readonly string[] =>
  [label, title].flatMap((text) => (text === undefined ? [] : [chooseText(text, language)]));

/** `Thursday morning, 28 January 2010, 5th plenary meeting` */
export const formatSlotName = (slot: NamedSlot, messages: Messages): string => {
  const { dates, punctuation } = messages;
  return [dates.slotName(slot.start, slot.part), dates.day(slot.start), ...listOwnNames(slot, messages)].join(punctuation.comma);
};
