import type { CalendarEntry } from "../../src/calendar/entries.ts";
import { descriptionOf, summaryOf } from "../../src/words/entry-texts.ts";
import type { Understood } from "./understood.ts";

/** A feed's options, and what they make of its entries. */
export interface Variant {
  /** In file names. */
  readonly name: string;
  /** "", or "?lang=fr". */
  readonly query: string;
  readonly words: (entry: CalendarEntry, page: string) => Pick<Understood, "summary" | "description">;
  /** Undefined where the entry is left out. */
  readonly shown: (entry: Understood) => Understood | undefined;
}

const words: Variant["words"] = (entry, page) => ({ summary: summaryOf(entry), description: descriptionOf(entry, page) });

/** Each feed is downloaded once for each row. */
export const VARIANTS: readonly Variant[] = [{ name: "plain", query: "", words, shown: (entry) => entry }];
