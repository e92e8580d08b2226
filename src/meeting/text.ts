import * as z from "zod/mini";

/** The six official languages of the United Nations, in the order in which documents print them. */
export const LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Well-formed Unicode without control characters other than tab and line breaks. */
// oxlint-disable-next-line no-control-regex -- control characters are what this refuses
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

export const text = (maxLength: number) =>
  z.string().check(
    z.minLength(1, "must not be empty"),
    z.maxLength(maxLength, `must not be longer than ${maxLength} characters`),
    z.refine((value: string) => value.isWellFormed() && !CONTROL.test(value), "must be plain text without control characters"),
  );

const titleText = text(2000);

/** A title as printed, or one for each language that the body has issued. */
export const title = z.union([
  titleText,
  z
    .strictObject({
      ar: z.optional(titleText),
      zh: z.optional(titleText),
      en: z.optional(titleText),
      fr: z.optional(titleText),
      ru: z.optional(titleText),
      es: z.optional(titleText),
    })
    .check(z.refine((titles) => Object.keys(titles).length > 0, "must name at least one language")),
]);
export type Title = z.infer<typeof title>;

/** The title in `language` where the record has it, else in English, else in the first language that it has. */
export const titleIn = (value: Title, language: Language): string => {
  if (typeof value === "string") return value;
  const found = value[language] ?? value.en ?? Object.values(value).find((candidate) => candidate !== undefined);
  return found ?? "";
};
