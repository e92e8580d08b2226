import type { Language } from "../meeting/text.ts";

/** What each language calls itself. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  ar: "العربية",
  zh: "中文",
  en: "English",
  fr: "Français",
  ru: "Русский",
  es: "Español",
};
