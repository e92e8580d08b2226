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
  /** Paths of feeds that are larger than all calendars take, so that they are not offered. */
  readonly oversized: ReadonlySet<string>;
}

export const createPageContext = (language: Language, origin: string, page: PageMessages): PageContext => ({
  language,
  messages: MESSAGES[language],
  page,
  origin,
  oversized: new Set(),
});

/** A feed, or another address that takes `lang`, as this reader should follow it. */
export const addLanguageQuery = ({ language }: PageContext, address: string): string =>
  language === "en" ? address : `${address}?lang=${language}`;
