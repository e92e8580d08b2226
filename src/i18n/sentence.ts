import type { Messages } from "./messages.ts";

export const joinSentence = ({ punctuation: { comma, stop } }: Messages, ...parts: readonly (string | undefined)[]): string =>
  `${parts
    .filter(Boolean)
    .join(comma)
    .replace(/[.。]$/, "")}${stop}`;
