import type { Slot } from "../../meeting/record.ts";
import { titleIn } from "../../meeting/text.ts";
import { numberedItems, type MeetingRecord } from "../../meeting/record.ts";
import { printedNumber } from "../../i18n/entry-text.ts";
import type { ConsoleWords } from "./words/words.ts";

/** `Thursday morning, 28 January 2010`: what people call a plenary slot. */
export const slotName = ({ start, kind = "plenary" }: Pick<Slot, "start" | "kind">, { own }: ConsoleWords): string =>
  [own.dates.slotName(start), own.dates.day(start), ...(kind === "plenary" ? [] : [own.kinds[kind]])].join(own.punctuation.comma);

export const slotNameOf = (number: string, programme: readonly Slot[], words: ConsoleWords): string => {
  const slot = programme.find((other) => other.number === number);
  return slot ? slotName(slot, words) : number;
};

/** `Item 1 (a)`. */
export const itemName = (number: string, { own }: ConsoleWords): string => `${own.item} ${printedNumber(number)}`;

/** `4. Good practices and tools in …`, to choose by. */
export const itemTitles = (record: MeetingRecord, { own }: ConsoleWords): ReadonlyMap<string, string> =>
  new Map(
    numberedItems(record.agenda.items).map(({ number, item }) => [
      number,
      `${printedNumber(number)}. ${titleIn(item.shortTitle ?? item.title, own.language)}`,
    ]),
  );
