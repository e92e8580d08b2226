import { LANGUAGES, type Language, type Text } from "../../../meeting/text.ts";

/** By which a form has a field in another language than its own. */
export const nameInLanguage = (name: string, language: Language): string => `${name}.${language}`;

/** What a text says in one language by itself. */
export const readInLanguage = (text: Text | undefined, language: Language): string =>
  text === undefined || typeof text === "string" ? "" : (text[language] ?? "");

export const readString = (form: FormData, name: string): string | undefined => {
  const value = form.get(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
};

/** A field as a form says it: once, or in each language that it was filled in, where there is more than the form's own. */
export const readByLanguage = (form: FormData, name: string, own: Language): Text | undefined => {
  const plain = readString(form, name);
  const others = LANGUAGES.flatMap((language) => {
    const said = language === own ? undefined : readString(form, nameInLanguage(name, language));
    return said === undefined ? [] : [[language, said] as const];
  });
  return others.length === 0 ? plain : Object.fromEntries([...(plain === undefined ? [] : [[own, plain] as const]), ...others]);
};
