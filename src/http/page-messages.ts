import type { Language } from "../meeting/text.ts";
import { ENGLISH_PAGES } from "../i18n/pages/en.ts";
import { fetchAsset } from "./fetch-asset.ts";
import type { PageMessages } from "../i18n/pages/messages.ts";

/** Those of this isolate: what was built never changes under it. */
const known = new Map<Language, PageMessages>([["en", ENGLISH_PAGES]]);

/** The words of pages in a language. Other than English they are files of the service: most requests are for feeds, and need none. */
export const loadPageMessages = async (env: Env, language: Language): Promise<PageMessages> => {
  const had = known.get(language);
  if (had) return had;
  const file = await fetchAsset(env, `words-${language}.json`);
  if (!file.ok) throw new Error(`The words of pages in "${language}" are not there: ${file.status}.`);
  const words = await file.json<PageMessages>();
  known.set(language, words);
  return words;
};
