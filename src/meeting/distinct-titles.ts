import { LANGUAGES, type Text } from "./text.ts";

/** Of a longer title a month view shows no more. */
const SHOWN_LENGTH = 30;

/** Two titles that share as much read alike there. */
const ALIKE_LENGTH = 20;

const countShared = (a: readonly string[], b: readonly string[] = []): number => {
  const end = a.findIndex((word, at) => word !== b[at]);
  return end === -1 ? a.length : end;
};

/** Of titles in one language: those that begin as another one does, without the words that both begin with. */
const listDistinct = (titles: readonly string[]): ReadonlyMap<string, string> => {
  // Sorted, the title with which one shares most is beside it.
  const sorted = [...new Set(titles)].toSorted().map((title) => title.split(/\s+/));
  return new Map(
    sorted.flatMap((words, at): readonly (readonly [string, string])[] => {
      const shared = Math.max(countShared(words, sorted[at - 1]), countShared(words, sorted[at + 1]));
      const title = words.join(" ");
      const isAlike = title.length > SHOWN_LENGTH && words.slice(0, shared).join(" ").length >= ALIKE_LENGTH;
      return isAlike && shared < words.length ? [[title, `…${words.slice(shared).join(" ")}`]] : [];
    }),
  );
};

const shortenIn = (title: string, distinct: ReadonlyMap<string, string> | undefined): string | undefined =>
  distinct?.get(title.split(/\s+/).join(" "));

/** What tells each title apart from others of the agenda that begin alike; undefined of a title that needs no telling. */
export const findDistinctTitles = (titles: readonly Text[]): ((title: Text) => Text | undefined) => {
  const plain = listDistinct(titles.filter((title) => typeof title === "string"));
  const byLanguage = new Map(
    LANGUAGES.map((language) => [
      language,
      listDistinct(titles.flatMap((title) => (typeof title === "string" ? [] : (title[language] ?? [])))),
    ]),
  );
  return (title) => {
    if (typeof title === "string") return shortenIn(title, plain);
    const distinct = LANGUAGES.flatMap((language) => {
      const text = title[language];
      return text === undefined ? [] : [[language, shortenIn(text, byLanguage.get(language)) ?? text] as const];
    });
    return distinct.some(([language, text]) => text !== title[language]) ? Object.fromEntries(distinct) : undefined;
  };
};
