import { matchAny, findWords } from "../languages/expressions.ts";

/** "Distr.: General", "Original: English". */
export const DISTRIBUTION = new RegExp(`(?<!\\p{L})${matchAny("distribution")}\\s?:?\\s?(?<distribution>\\p{L}{4,20})`, "iu");
export const LANGUAGE = new RegExp(`(?:${findWords("original").source})\\s?(?<language>\\p{L}{4,12}(?:[/,]\\s?\\p{L}{4,12}){0,3})`, "iu");
