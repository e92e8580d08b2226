import type { Language } from "../../src/meeting/text.ts";

/** A calendar entry as somebody understands it. Instants are as `2010-01-27T09:00:00Z`, days as `2010-01-27`, texts have LF between lines. */
export interface Understood {
  readonly uid: string;
  readonly start: string;
  /** The start, where nothing gives an end (RFC 5545 §3.6.1); of days the one after the last. */
  readonly end: string;
  readonly status: string;
  readonly sequence: number;
  readonly summary: string;
  readonly description: string;
}

/** What a reader prints of each feed, one line of JSON for each. */
export interface Reading {
  /** File name. */
  readonly feed: string;
  readonly entries: readonly (Partial<Understood> & Pick<Understood, "uid">)[];
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** One downloaded feed, and what anybody must understand of it. */
export interface CheckedFeed {
  readonly file: string;
  readonly language: Language;
  readonly bytes: Uint8Array;
  readonly expected: readonly Understood[];
}

/** The day that a reader gives as its first moment by the clock of this machine. */
export const dayText = (date: Date): string =>
  Temporal.PlainDate.from({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() }).toString();

export const instantText = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: "second" });
