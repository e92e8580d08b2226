import type { Messages } from "./messages.ts";

export const joinSentence = ({ punctuation: { comma, stop } }: Messages, ...parts: readonly (string | undefined)[]): string =>
  `${parts
    .filter(Boolean)
    .join(comma)
    .replace(/[.。]$/, "")}${stop}`;

export const lowerFirst = (text: string, { language }: Messages): string => text.charAt(0).toLocaleLowerCase(language) + text.slice(1);
export const upperFirst = (text: string, { language }: Messages): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
