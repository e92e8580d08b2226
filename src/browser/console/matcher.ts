import type { ConsoleMessages } from "./messages/messages.ts";

const fold = (text: string, { own }: ConsoleMessages): string => text.toLocaleLowerCase(own.language);

/** Whether a text has each word that is looked for, in any order. */
export const createMatcher = (query: string, messages: ConsoleMessages): ((text: string) => boolean) => {
  const words = fold(query, messages).split(/\s+/u).filter(Boolean);
  return (text) => {
    const folded = fold(text, messages);
    return words.every((word) => folded.includes(word));
  };
};
