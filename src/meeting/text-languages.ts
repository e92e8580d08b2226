import { chooseText, LANGUAGES, detectLanguage, type Language, type Text } from "./text.ts";

type Texts = Readonly<Partial<Record<Language, string | undefined>>>;

/** A text by language; one that names none is in the language of its script. */
const indexByLanguage = (text: Text): Texts => (typeof text === "string" ? { [detectLanguage(text, "en")]: text } : text);

const sortLanguages = (texts: Texts): Text =>
  Object.fromEntries(LANGUAGES.flatMap((language) => (texts[language] === undefined ? [] : [[language, texts[language]]])));

/** Whether two texts say the same in every language that both have, of which there is one at least. */
export const isSameText = (a: Text, b: Text): boolean => {
  if (typeof a === "string" && typeof b === "string") return a === b;
  const [one, other] = [indexByLanguage(a), indexByLanguage(b)];
  const shared = LANGUAGES.filter((language) => one[language] !== undefined && other[language] !== undefined);
  return shared.length > 0 && shared.every((language) => one[language] === other[language]);
};

/** A text as it is said anew: a language in which it is silent keeps its text. */
export const mergeTexts = (before: Text, next: Text): Text => {
  if (typeof before === "string" && typeof next === "string") return next;
  const [known, said] = [indexByLanguage(before), indexByLanguage(next)];
  return sortLanguages({ ...known, ...said });
};

/** The same of a place or a time: said otherwise in one language, it is another in all. */
export const replaceText = (before: Text, next: Text): Text => {
  const [known, said] = [indexByLanguage(before), indexByLanguage(next)];
  const isOther = LANGUAGES.some(
    (language) => known[language] !== undefined && said[language] !== undefined && known[language] !== said[language],
  );
  return isOther ? next : mergeTexts(before, next);
};

/** The languages in which a text is said beside those that it had; none where it says otherwise in one of them. */
export const listAddedLanguages = (before: Text, after: Text): readonly Language[] => {
  const [known, said] = [indexByLanguage(before), indexByLanguage(after)];
  const isOther = LANGUAGES.some(
    (language) => known[language] !== undefined && said[language] !== undefined && known[language] !== said[language],
  );
  return isOther ? [] : LANGUAGES.filter((language) => known[language] === undefined && said[language] !== undefined);
};

/** A text with the languages that it lacked; one that says otherwise in a language of its own is another, and lends none. */
export const addLanguages = (text: Text, more: Text): Text => {
  const [known, said] = [indexByLanguage(text), indexByLanguage(more)];
  const lacking = LANGUAGES.filter((language) => known[language] === undefined && said[language] !== undefined);
  const isOther = LANGUAGES.some((language) => known[language] !== undefined && (said[language] ?? known[language]) !== known[language]);
  return lacking.length === 0 || isOther ? text : sortLanguages({ ...said, ...known });
};

/** Texts beside each other, in every language that one of them has. */
export const joinTexts = (texts: readonly Text[], separator: string): Text => {
  const join = (language: Language): string => texts.map((text) => chooseText(text, language)).join(separator);
  const languages = LANGUAGES.filter((language) => texts.some((text) => typeof text !== "string" && text[language] !== undefined));
  return languages.length === 0 ? join("en") : Object.fromEntries(languages.map((language) => [language, join(language)]));
};
