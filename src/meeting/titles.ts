import { LANGUAGES, detectLanguage, type Language, type Title } from "./text.ts";

type Titles = Readonly<Partial<Record<Language, string | undefined>>>;

/** A title by language; one that names none is in the language of its script. */
const indexByLanguage = (title: Title): Titles => (typeof title === "string" ? { [detectLanguage(title, "en")]: title } : title);

const sortLanguages = (titles: Titles): Title =>
  Object.fromEntries(LANGUAGES.flatMap((language) => (titles[language] === undefined ? [] : [[language, titles[language]]])));

/** Whether two titles say the same in every language that both have, of which there is one at least. */
export const isSameTitle = (a: Title, b: Title): boolean => {
  if (typeof a === "string" && typeof b === "string") return a === b;
  const [one, other] = [indexByLanguage(a), indexByLanguage(b)];
  const shared = LANGUAGES.filter((language) => one[language] !== undefined && other[language] !== undefined);
  return shared.length > 0 && shared.every((language) => one[language] === other[language]);
};

/** A title as it is said anew: a language in which it is silent keeps its text. */
export const mergeTitles = (before: Title, next: Title): Title => {
  if (typeof before === "string" && typeof next === "string") return next;
  const [known, said] = [indexByLanguage(before), indexByLanguage(next)];
  return sortLanguages({ ...known, ...said });
};

/** A title with the languages that it lacked. */
export const addLanguages = (title: Title, more: Title): Title => {
  const [known, said] = [indexByLanguage(title), indexByLanguage(more)];
  const lacking = LANGUAGES.filter((language) => known[language] === undefined && said[language] !== undefined);
  return lacking.length === 0 ? title : sortLanguages({ ...said, ...known });
};
