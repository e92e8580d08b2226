import { matchAny, findWords } from "../languages/expressions.ts";

/** "Distr.: General", "Original: English". */
export const DISTRIBUTION = new RegExp(
  `(?<!\\p{L})${matchAny("distribution")}(?:(?<=\\.)|(?!\\p{L}))\\s?:?\\s?(?<distribution>\\p{L}{4,20})`,
  "iu",
);
/** Of one script: a name of another may follow with no space between. */
const WORD = `(?:${["Latin", "Cyrillic", "Arabic", "Han"].map((script) => `\\p{Script=${script}}{4,12}`).join("|")})`;
export const LANGUAGE = new RegExp(`(?:${findWords("original").source})\\s?(?<language>${WORD}(?:[/,]\\s?${WORD}){0,3})`, "iu");
/** "Original: ENGLISHКОМИССИЯ": what stands before a name of another script. */
export const LANGUAGE_BEFORE = new RegExp(`^${LANGUAGE.source}(?<=\\p{Script=Latin})(?=(?!\\p{Script=Latin})\\p{L})`, "iu");
