import { LANGUAGES, type Language } from "./text.ts";

/** The language of ours that a tag names: case means nothing, and what follows the first hyphen only narrows it (RFC 5646 §2.1.1). */
export const findLanguage = (tag: string | undefined): Language | undefined => {
  const primary = tag?.toLowerCase().split("-")[0];
  return LANGUAGES.find((language) => language === primary);
};
