import * as z from "zod/mini";
import { hasAdmittingLink } from "./admitting-link.ts";
import { LIMITS } from "./limits.ts";

/** The six official languages of the United Nations, in the order in which documents print them. */
export const LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** C0, C1 and DEL, but for tab and line breaks. */
// oxlint-disable-next-line no-control-regex -- control characters are what this refuses
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** LRO and RLO show text in another order than that in which it stands. */
const OVERRIDE = /[\u202d\u202e]/;
const OPENS: Readonly<Record<string, string>> = {
  "\u202a": "\u202c",
  "\u202b": "\u202c",
  "\u2066": "\u2069",
  "\u2067": "\u2069",
  "\u2068": "\u2069",
};
const CLOSES = new Set(Object.values(OPENS));

/** Embeddings and isolates end where they began (UAX 9), so that none turns around what is printed beside the text. */
const isBalanced = (line: string): boolean => {
  const open: string[] = [];
  for (const mark of line.match(/[\u202a-\u202c\u2066-\u2069]/g) ?? []) {
    const close = OPENS[mark];
    if (close !== undefined) open.push(close);
    else if (CLOSES.has(mark) && open.pop() !== mark) return false;
  }
  return open.length === 0;
};

const isOrdered = (value: string): boolean => !OVERRIDE.test(value) && value.split(/[\n\r\u2028\u2029]/).every(isBalanced);

/** Well-formed Unicode that says what it shows. */
export const limitCharacters = (maxLength: number) =>
  z.string().check(
    z.minLength(1, "must not be empty"),
    z.maxLength(maxLength, `must not be longer than ${maxLength} characters`),
    z.refine((value: string) => value.isWellFormed() && !CONTROL.test(value), "must be plain text without control characters"),
    z.refine(isOrdered, "must close each embedding or isolate of direction on its line, and override no direction"),
  );

/** The schemas of words that people wrote, and by which nothing is found: what can be redacted. */
export const FREE_TEXTS = z.registry<object>();

/** Words of a person's own, which are read by anyone. */
export const limitText = (maxLength: number) =>
  limitCharacters(maxLength)
    .check(
      z.refine(
        (value: string) => !hasAdmittingLink(value),
        "has a link that lets in whoever has it, and feeds are read by anyone: name the page that tells how to take part",
      ),
    )
    .register(FREE_TEXTS, {});

/** Said once, or in each language by itself. */
export const buildByLanguage = <One extends z.core.$ZodType>(one: One) => {
  const byLanguage = z.strictObject({
    ar: z.optional(one),
    zh: z.optional(one),
    en: z.optional(one),
    fr: z.optional(one),
    ru: z.optional(one),
    es: z.optional(one),
  });
  return z.union([one, byLanguage.check(z.refine((said) => Object.keys(said).length > 0, "must name at least one language"))]);
};

/** Words of the secretariat: as printed, or in each language in which it said them. */
export const buildTextSchema = (maxLength: number) => buildByLanguage(limitText(maxLength));
export type Text = z.infer<ReturnType<typeof buildTextSchema>>;

export const title = buildTextSchema(LIMITS.title.max);
/** A note, a reason. */
export const words = buildTextSchema(LIMITS.words.max);
/** The name of a place: a room, a house. */
export const place = buildTextSchema(300);
export const city = buildTextSchema(100);

/** The text in `language` where there is one, else in English, else in the first language that it has. */
export const chooseText = (value: Text, language: Language): string => {
  if (typeof value === "string") return value;
  const found = value[language] ?? value.en ?? Object.values(value).find((candidate) => candidate !== undefined);
  return found ?? "";
};

/** Scripts that one of the languages alone is written in here. */
const SCRIPTS: readonly (readonly [Language, RegExp])[] = [
  ["ar", /\p{Script=Arabic}/u],
  ["ru", /\p{Script=Cyrillic}/u],
  ["zh", /\p{Script=Han}/u],
];

/** What `chooseText` gives is written in: as the text says, else by its script; in Latin letters it is taken to be English. */
export const detectLanguage = (value: Text, language: Language): Language => {
  const printed = chooseText(value, language);
  const named = typeof value === "string" ? undefined : [language, ...LANGUAGES].find((known) => value[known] === printed);
  return named ?? SCRIPTS.find(([, script]) => script.test(printed))?.[0] ?? "en";
};
