import { LANGUAGES, type Language } from "../../../meeting/text.ts";
import type { ConsoleMessages } from "./messages.ts";

/** Each language is loaded when it is asked for, and no other. */
const LOADED: Record<Language, () => Promise<ConsoleMessages>> = {
  ar: async () => (await import("./ar/console.ts")).ARABIC_CONSOLE,
  zh: async () => (await import("./zh/console.ts")).CHINESE_CONSOLE,
  en: async () => (await import("./en/console.ts")).ENGLISH_CONSOLE,
  fr: async () => (await import("./fr/console.ts")).FRENCH_CONSOLE,
  ru: async () => (await import("./ru/console.ts")).RUSSIAN_CONSOLE,
  es: async () => (await import("./es/console.ts")).SPANISH_CONSOLE,
};

export const isLanguage = (language: string): language is Language => LANGUAGES.some((known) => known === language);

export const loadMessages = (language: Language): Promise<ConsoleMessages> => LOADED[language]();
