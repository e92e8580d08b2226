import { getSlotKind, type Slot } from "../../meeting/record.ts";
import { chooseText } from "../../meeting/text.ts";
import type { MeetingJson } from "../../api/schemas/meeting.ts";
import { formatItemNumber } from "../../i18n/item-number.ts";
import { formatSlotName } from "../../i18n/slot-name.ts";
import type { ConsoleMessages } from "./messages/messages.ts";

/** `Thursday morning, 28 January 2010`: what people call a plenary slot. */
export const labelSlot = (slot: Pick<Slot, "start" | "kind" | "label" | "title">, { own }: ConsoleMessages): string =>
  [formatSlotName(slot, own), ...(getSlotKind(slot) === "plenary" ? [] : [own.kinds[getSlotKind(slot)]])].join(own.punctuation.comma);

export const labelSlotNumber = (number: string, programme: readonly Slot[], messages: ConsoleMessages): string => {
  const slot = programme.find((other) => other.number === number);
  return slot ? labelSlot(slot, messages) : number;
};

/** `Item 1 (a)`. */
export const labelItem = (number: string, { own }: ConsoleMessages): string => `${own.item} ${formatItemNumber(number)}`;

/** `4. Good practices and tools in …`, to choose by. */
export const listItemTitles = (items: MeetingJson["agendaItems"], { own }: ConsoleMessages): ReadonlyMap<string, string> =>
  new Map(
    items.map(({ number, title, shortTitle = title }) => [number, `${formatItemNumber(number)}. ${chooseText(shortTitle, own.language)}`]),
  );
