import type { Language } from "../meeting/text.ts";
import { MESSAGES } from "../i18n/all.ts";
import type { PageMessages } from "../i18n/pages/messages.ts";
import type { Messages } from "../i18n/messages.ts";

/** Who runs the service, as far as it says so. */
export interface Operator {
  readonly name?: string;
  /** By whose leave its logo is shown: without that it is not, since emblems are reserved. */
  readonly logoRights?: string;
}

/** For whom a page is rendered, and where it stands. */
export interface PageContext {
  readonly language: Language;
  readonly messages: Messages;
  readonly page: PageMessages;
  /** Of every absolute address: `https://plenary.example` */
  readonly origin: string;
  readonly operator: Operator;
  /** Paths of feeds that are larger than all calendars take, so that they are not offered. */
  readonly oversized: ReadonlySet<string>;
}

export const createPageContext = (language: Language, origin: string, page: PageMessages, operator: Operator = {}): PageContext => ({
  language,
  messages: MESSAGES[language],
  page,
  origin,
  operator,
  oversized: new Set(),
});

/** A feed, or another address that takes `lang`, as this reader should follow it. */
export const addLanguageQuery = ({ language }: PageContext, address: string): string =>
  language === "en" ? address : `${address}?lang=${language}`;
