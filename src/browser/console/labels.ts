import type { Slot } from "../../meeting/record.ts";
import { chooseText } from "../../meeting/text.ts";
import { numberItems } from "../../meeting/numbered-items.ts";
import type { MeetingRecord } from "../../meeting/record.ts";
import { formatItemNumber } from "../../i18n/item-number.ts";
import type { ConsoleMessages } from "./messages/messages.ts";

/** `Thursday morning, 28 January 2010`: what people call a plenary slot. */
export const labelSlot = ({ start, kind = "plenary" }: Pick<Slot, "start" | "kind">, { own }: ConsoleMessages): string =>
  [own.dates.slotName(start), own.dates.day(start), ...(kind === "plenary" ? [] : [own.kinds[kind]])].join(own.punctuation.comma);

export const labelSlotNumber = (number: string, programme: readonly Slot[], messages: ConsoleMessages): string => {
  const slot = programme.find((other) => other.number === number);
  return slot ? labelSlot(slot, messages) : number;
};

/** `Item 1 (a)`. */
export const labelItem = (number: string, { own }: ConsoleMessages): string => `${own.item} ${formatItemNumber(number)}`;

/** `4. Good practices and tools in …`, to choose by. */
export const listItemTitles = (record: MeetingRecord, { own }: ConsoleMessages): ReadonlyMap<string, string> =>
  new Map(
    numberItems(record.agenda.items).map(({ number, item }) => [
      number,
      `${formatItemNumber(number)}. ${chooseText(item.shortTitle ?? item.title, own.language)}`,
    ]),
  );
