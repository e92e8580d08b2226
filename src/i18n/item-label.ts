import type { EntryItem } from "../calendar/entry.ts";
import { abbreviateNumbers } from "./item-number.ts";
import type { Messages } from "./messages.ts";

/**
 * `Item 4`, `Items 4 (cont.), 5`, `Items 6-8`: the word before the numbers, so that none is taken for a part of a body's name. Only
 * where some go on and others do not is each of the former marked.
 */
export const labelItems = (items: readonly EntryItem[], messages: Messages): string | undefined => {
  if (items.length === 0) return undefined;
  const { continuedMark, item, items: several, punctuation } = messages;
  const abbreviate = (isContinued: boolean) =>
    abbreviateNumbers(items.filter(({ continued }) => continued === isContinued).map(({ number }) => number));
  const [before, anew] = [abbreviate(true), abbreviate(false)];
  const mark = anew.count > 0 ? ` (${continuedMark})` : "";
  const numbers = [...before.printed.map((number) => `${number}${mark}`), ...anew.printed];
  const count = before.count + anew.count;
  const label = count === 1 ? item : count === 2 ? several.two : several.more;
  return `${label} ${numbers.join(punctuation.comma)}`;
};
