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

/** What is found, by the words that it is found by. */
export interface ProgrammeIndex {
  readonly sittings: readonly (readonly [words: string, slot: Slot])[];
  readonly items: readonly (readonly [words: string, number: string])[];
}

/** The sittings by their day, name and place, and the items by number and title. */
export const indexProgramme = ({ programme }: Meeting, titles: ReadonlyMap<string, string>, messages: ConsoleMessages): ProgrammeIndex => {
  const { language, dates } = messages.own;
  const describe = (slot: Slot): string =>
    [labelSlot(slot, messages), dates.weekday(slot.start), slot.venue && chooseText(slot.venue, language)].join(" ");
  return {
    sittings: programme.map((slot) => [describe(slot), slot] as const),
    items: [...titles].map(([number, title]) => [title, number] as const),
  };
};

export const searchProgramme = (query: string, index: ProgrammeIndex, messages: ConsoleMessages): Found => {
  const matches = createMatcher(query, messages);
  const sittings = index.sittings.filter(([words]) => matches(words)).map(([, slot]) => slot);
  const items = index.items.filter(([words]) => matches(words)).map(([, number]) => number);
  return {
    sittings: sittings.slice(0, MAX_FOUND),
    items: items.slice(0, MAX_FOUND),
    hasMore: sittings.length > MAX_FOUND || items.length > MAX_FOUND,
  };
};
