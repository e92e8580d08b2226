import type { EntryItem } from "../calendar/entry.ts";
import { chooseText } from "../meeting/text.ts";
import type { Messages } from "./messages.ts";
import { findStandardTitle } from "./standard-items.ts";

/** Behind a title of ours, as a document marks what a note explains. */
export const OURS = "*";

const markOurs = (title: string | undefined): string | undefined => title && `${title}${OURS}`;

/** In the reader's language, where the record or custom has it there. */
export const chooseItemTitle = ({ title }: EntryItem, { language }: Messages): string =>
  markOurs(findStandardTitle(title, language)) ?? chooseText(title, language);

/** Where a title has words that the other lacks, it was said in more languages since. */
const chooseDistinctTitle = ({ title, distinctTitle }: EntryItem, { language }: Messages): string | undefined => {
  if (distinctTitle === undefined) return undefined;
  const distinct = chooseText(distinctTitle, language);
  return chooseText(title, language).replaceAll(/\s+/g, " ").endsWith(distinct.replace(/^…/, "")) ? distinct : undefined;
};

/** The record's short title, or else what tells it apart. */
export const chooseShortTitle = (item: EntryItem, messages: Messages): string =>
  item.shortTitle === undefined
    ? (chooseDistinctTitle(item, messages) ?? chooseItemTitle(item, messages))
    : chooseText(item.shortTitle, messages.language);
