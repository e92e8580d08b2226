import type { Said } from "../../machines/meeting/state.ts";
import { chooseText } from "../meeting/text.ts";
import type { Messages } from "./messages.ts";

/** Why it is so, and what else the secretariat says of it: a text each. */
export const listReasons = (
  { cause, reason, note }: { readonly [Name in "cause" | "reason" | "note"]?: Said[Name] | undefined },
  { causes, language }: Messages,
): readonly string[] => [
  ...(cause === undefined ? [] : [causes[cause]]),
  ...[reason, note].flatMap((text) => (text === undefined ? [] : [chooseText(text, language)])),
];
