import { LANGUAGES, type Language } from "../../../meeting/text.ts";
import type { ConsoleMessages } from "./messages.ts";

/** Each language is loaded when it is asked for, and no other. */
const LOADED: Record<Language, () => Promise<{ readonly CONSOLE: ConsoleMessages }>> = {
  ar: () => import("./ar.ts"),
  zh: () => import("./zh.ts"),
  en: () => import("./en.ts"),
  fr: () => import("./fr.ts"),
  ru: () => import("./ru.ts"),
  es: () => import("./es.ts"),
};

export const isLanguage = (language: string): language is Language => LANGUAGES.some((known) => known === language);

export const loadMessages = async (language: Language): Promise<ConsoleMessages> => (await LOADED[language]()).CONSOLE;
