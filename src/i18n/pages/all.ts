import type { Language } from "../../meeting/text.ts";
import { ARABIC_PAGES } from "./ar.ts";
import { CHINESE_PAGES } from "./zh.ts";
import { ENGLISH_PAGES } from "./en.ts";
import { FRENCH_PAGES } from "./fr.ts";
import { RUSSIAN_PAGES } from "./ru.ts";
import { SPANISH_PAGES } from "./es.ts";
import type { PageMessages } from "./messages.ts";

/** All of them: for what is built, and for tests. A page is rendered with one. */
export const PAGE_MESSAGES: Record<Language, PageMessages> = {
  ar: ARABIC_PAGES,
  zh: CHINESE_PAGES,
  en: ENGLISH_PAGES,
  fr: FRENCH_PAGES,
  ru: RUSSIAN_PAGES,
  es: SPANISH_PAGES,
};
