import type { Messages } from "./messages.ts";

const END = /[.!?…。！？؟][’”»"]?$/u;

export const endSentence = (text: string, { punctuation: { stop } }: Messages): string => (END.test(text) ? text : `${text}${stop}`);

export const joinSentence = (messages: Messages, ...parts: readonly (string | undefined)[]): string =>
  endSentence(parts.filter(Boolean).join(messages.punctuation.comma), messages);

/** A full-width stop needs no gap after it. */
export const joinSentences = (sentences: readonly string[]): string => sentences.join(" ").replaceAll(/(?<=[。！？]) /gu, "");

export const lowerFirst = (text: string, { language }: Messages): string => text.charAt(0).toLocaleLowerCase(language) + text.slice(1);
export const capitalizeFirst = (text: string, { language }: Messages): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
