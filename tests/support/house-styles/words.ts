import type { Language } from "../../../src/meeting/text.ts";
import { ARABIC } from "./words/ar.ts";
import { CHINESE } from "./words/zh.ts";
import { ENGLISH } from "./words/en.ts";
import { FRENCH } from "./words/fr.ts";
import { RUSSIAN } from "./words/ru.ts";
import { SPANISH } from "./words/es.ts";

/** A day of the calendar, as a house prints it. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** From 1, Monday. */
  readonly weekday: number;
}

/** Ways to print one thing, by names that say how. */
type Ways<Write> = Readonly<Record<string, Write>>;

/** What houses print in a language: names and titles of our own, and the ways to write days and hours. */
export interface Words {
  readonly bodies: readonly string[];
  readonly parents: readonly string[];
  readonly cities: readonly (readonly [city: string, country: string])[];
  /** Of the sessions from the second on. */
  readonly sessions: readonly string[];
  readonly sessionOf: (session: string, body: string) => string;
  readonly opening: readonly string[];
  readonly matters: readonly string[];
  readonly closing: readonly string[];
  /** Titles of parts of items. */
  readonly parts: readonly string[];
  readonly agendaHeadings: readonly string[];
  readonly timetableHeadings: readonly string[];
  readonly annotationsHeading: string;
  readonly annotation: string;
  readonly cover: string;
  readonly place: string;
  readonly date: string;
  readonly document: string;
  readonly original: string;
  readonly page: (number: number) => string;
  readonly timeColumn: string;
  readonly itemColumn: string;
  readonly item: string;
  readonly items: string;
  readonly agendaItem: string;
  readonly agendaItems: string;
  /** Between the last two of a list, with its spaces. */
  readonly and: string;
  readonly comma: string;
  /** Between a city and its country or days. */
  readonly pause: string;
  readonly continued: string;
  /** Marks of the parts of items, where the language has letters of its own. */
  readonly letters: string;
  /** When the first sitting begins, in a sentence. */
  readonly opens: (day: string, hours: string) => string;
  readonly room: string;
  readonly morning: string;
  readonly afternoon: string;
  readonly lunch: string;
  readonly coffee: string;
  readonly plenary: string;
  readonly sitting: (number: number) => string;
  readonly hours: Ways<(start: number, end: number) => string>;
  readonly days: Ways<(day: Day) => string>;
  readonly spans: Ways<(from: Day, to: Day) => string>;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: ENGLISH,
  fr: FRENCH,
  es: SPANISH,
  ru: RUSSIAN,
  zh: CHINESE,
  ar: ARABIC,
};
