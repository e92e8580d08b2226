import type { CalendarEntry } from "../../src/calendar/entry.ts";
import { LANGUAGES, type Language } from "../../src/meeting/text.ts";
import { MESSAGES } from "../../src/i18n/all.ts";
import { formatSummary } from "../../src/i18n/entry-summary.ts";
import { formatDescription } from "../../src/i18n/entry-text.ts";
import type { Messages } from "../../src/i18n/messages.ts";
import type { Understood } from "./understood.ts";

/** A feed's options, and what they make of its entries. */
export interface Variant {
  /** In file names. */
  readonly name: string;
  /** "", or "?lang=fr". */
  readonly query: string;
  readonly language: Language;
  readonly words: (entry: CalendarEntry, page: string) => Pick<Understood, "summary" | "description">;
  /** The entries that are shown, and how. */
  readonly shown: (entries: readonly Understood[]) => readonly Understood[];
}

const inWords =
  (words: Messages): Variant["words"] =>
  (entry, page) => ({ summary: formatSummary(entry, words), description: formatDescription(entry, page, words) });

const asTheyAre: Variant["shown"] = (entries) => entries;

const inText: Variant["shown"] = (entries) =>
  entries.map((entry) => (entry.status === "CANCELLED" ? { ...entry, status: "CONFIRMED" } : entry));

/** No calendar is ever empty. */
const omitted: Variant["shown"] = (entries) => {
  const held = entries.filter(({ status }) => status !== "CANCELLED");
  return held.length > 0 ? held : entries;
};

/** The first is a feed as most clients ask for it. */
export const VARIANTS: readonly Variant[] = [
  { name: "plain", query: "", language: "en", words: inWords(MESSAGES.en), shown: asTheyAre },
  { name: "text", query: "?cancelled=text", language: "en", words: inWords(MESSAGES.en), shown: inText },
  { name: "omit", query: "?cancelled=omit", language: "en", words: inWords(MESSAGES.en), shown: omitted },
  ...LANGUAGES.filter((language) => language !== "en").map((language) => ({
    name: language,
    query: `?lang=${language}`,
    language,
    words: inWords(MESSAGES[language]),
    shown: asTheyAre,
  })),
];

/** Every variant of the seed; of generated meetings the plain feed and another in turn. */
export const variantsFor = (at: number): readonly Variant[] =>
  VARIANTS.filter((_, index) => index === 0 || index === 1 + (at % (VARIANTS.length - 1)));
