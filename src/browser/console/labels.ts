import type { Slot } from "../../meeting/record.ts";
import { titleIn } from "../../meeting/text.ts";
import { numberedItems, type MeetingRecord } from "../../meeting/record.ts";
import { printedNumber } from "../../i18n/entry-text.ts";
import type { ConsoleMessages } from "./messages/messages.ts";

/** `Thursday morning, 28 January 2010`: what people call a plenary slot. */
export const labelSlot = ({ start, kind = "plenary" }: Pick<Slot, "start" | "kind">, { own }: ConsoleMessages): string =>
  [own.dates.slotName(start), own.dates.day(start), ...(kind === "plenary" ? [] : [own.kinds[kind]])].join(own.punctuation.comma);

export const labelSlotNumber = (number: string, programme: readonly Slot[], messages: ConsoleMessages): string => {
  const slot = programme.find((other) => other.number === number);
  return slot ? labelSlot(slot, messages) : number;
};

/** `Item 1 (a)`. */
export const labelItem = (number: string, { own }: ConsoleMessages): string => `${own.item} ${printedNumber(number)}`;

/** `4. Good practices and tools in …`, to choose by. */
export const listItemTitles = (record: MeetingRecord, { own }: ConsoleMessages): ReadonlyMap<string, string> =>
  new Map(
    numberedItems(record.agenda.items).map(({ number, item }) => [
      number,
      `${printedNumber(number)}. ${titleIn(item.shortTitle ?? item.title, own.language)}`,
    ]),
  );
