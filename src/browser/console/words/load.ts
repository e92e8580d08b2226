import { LANGUAGES, type Language } from "../../../meeting/text.ts";
import type { ConsoleWords } from "./words.ts";

/** Each language is loaded when it is asked for, and no other. */
const LOADED: Record<Language, () => Promise<{ readonly CONSOLE: ConsoleWords }>> = {
  ar: () => import("./ar.ts"),
  zh: () => import("./zh.ts"),
  en: () => import("./en.ts"),
  fr: () => import("./fr.ts"),
  ru: () => import("./ru.ts"),
  es: () => import("./es.ts"),
};

export const isLanguage = (language: string): language is Language => LANGUAGES.some((known) => known === language);

export const loadWords = async (language: Language): Promise<ConsoleWords> => (await LOADED[language]()).CONSOLE;
