import type { Said } from "../../machines/meeting/state.ts";
import { chooseText } from "../meeting/text.ts";
import type { Messages } from "./messages.ts";
import { endSentence, joinSentences, capitalizeFirst } from "./sentence.ts";

type Reasons = { readonly [Name in "cause" | "reason" | "note"]?: Said[Name] | undefined };

/** The secretariat's own words, a text each. */
const listOwnWords = ({ reason, note }: Reasons, { language }: Messages): readonly string[] =>
  [reason, note].flatMap((text) => (text === undefined ? [] : [chooseText(text, language)]));

/** Why it is so, and what else the secretariat says of it: a text each. */
export const listReasons = (said: Reasons, messages: Messages): readonly string[] => [
  ...(said.cause === undefined ? [] : [messages.causes[said.cause]]),
  ...listOwnWords(said, messages),
];

/** Our words and a reason of the list in one sentence; after it what the secretariat wrote, as sentences of its own. */
export const joinReasons = (text: string | undefined, said: Reasons, messages: Messages): string => {
  const ours = [text, said.cause && messages.causes[said.cause]].filter((part) => part !== undefined).join(messages.punctuation.comma);
  const own = listOwnWords(said, messages).map((words) => capitalizeFirst(words.trim(), messages));
  return joinSentences([ours, ...own].filter(Boolean).map((sentence) => endSentence(sentence, messages)));
};
