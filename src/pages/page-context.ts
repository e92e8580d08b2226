import type { Language } from "../meeting/text.ts";
import { MESSAGES } from "../i18n/all.ts";
import type { PageMessages } from "../i18n/pages/messages.ts";
import type { Messages } from "../i18n/messages.ts";

/** For whom a page is rendered, and where it stands. */
export interface PageContext {
  readonly language: Language;
  readonly messages: Messages;
  readonly page: PageMessages;
  /** Of every absolute address: `https://plenary.example` */
  readonly origin: string;
}

export const createPageContext = (language: Language, origin: string, page: PageMessages): PageContext => ({
  language,
  messages: MESSAGES[language],
  page,
  origin,
});

/** `/fr/ctoc-cop-wg4/2010`; English has no prefix. `/` alone depends on who asks, so English has an address of its own there. */
export const localizePath = (language: Language, path: string): string =>
  language === "en" && path !== "/" ? path : `/${language}${path === "/" ? "" : path}`;

/** A feed, or another address that takes `lang`, as this reader should follow it. */
export const addLanguage = ({ language }: PageContext, address: string): string =>
  language === "en" ? address : `${address}?lang=${language}`;
