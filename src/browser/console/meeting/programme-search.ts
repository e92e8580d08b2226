import { chooseText } from "../../../meeting/text.ts";
import type { Slot } from "../../../meeting/record.ts";
import type { Meeting } from "../api.ts";
import { labelSlot } from "../labels.ts";
import { createMatcher } from "../matcher.ts";
import type { ConsoleMessages } from "../messages/messages.ts";

/** As many of each kind are shown at most; who finds more adds a word. */
const MAX_FOUND = 20;

/** What was looked for and found. */
export interface Found {
  readonly sittings: readonly Slot[];
  readonly items: readonly string[];
  /** Whether there are more than are shown. */
  readonly hasMore: boolean;
}

/** The sittings by their day, name and place, and the items by number and title. */
export const searchProgramme = (
  query: string,
  { programme }: Meeting,
  titles: ReadonlyMap<string, string>,
  messages: ConsoleMessages,
): Found => {
  const matches = createMatcher(query, messages);
  const { language, dates } = messages.own;
  const describe = (slot: Slot): string =>
    [labelSlot(slot, messages), dates.weekday(slot.start), slot.venue && chooseText(slot.venue, language)].join(" ");
  const sittings = programme.filter((slot) => matches(describe(slot)));
  const items = [...titles].filter(([, title]) => matches(title)).map(([number]) => number);
  return {
    sittings: sittings.slice(0, MAX_FOUND),
    items: items.slice(0, MAX_FOUND),
    hasMore: sittings.length > MAX_FOUND || items.length > MAX_FOUND,
  };
};
