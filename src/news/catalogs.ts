import { loadPageMessages } from "../http/page-messages.ts";
import { MESSAGES } from "../i18n/all.ts";
import type { Language } from "../meeting/text.ts";
import type { Catalogs } from "../reports/describe-event.ts";

/** All words of a language. */
export const loadCatalogs = async (env: Env, language: Language): Promise<Catalogs> => ({
  messages: MESSAGES[language],
  page: await loadPageMessages(env, language),
});

export const loadAllCatalogs = (env: Env, languages: readonly Language[]): Promise<readonly Catalogs[]> =>
  Promise.all(languages.map((language) => loadCatalogs(env, language)));
