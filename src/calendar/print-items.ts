import type { MeetingWords, PrintedItem } from "../../machines/meeting/printed-items.ts";
import { listWholes } from "../meeting/numbered-items.ts";
import type { EntryItem } from "./entry.ts";

const isByNumber = ({ number, wholes }: PrintedItem): boolean => {
  const told = listWholes(number);
  return told.length === wholes.length && told.every((whole) => wholes.includes(whole));
};

const printItem = (item: PrintedItem, continued: boolean, notBefore: string | undefined): EntryItem => {
  const { id, wholes, ...printed } = item;
  return {
    ...printed,
    ...(id !== item.number && { id }),
    ...(!isByNumber(item) && { wholes }),
    continued,
    ...(notBefore !== undefined && { notBefore }),
  };
};

/** Items as an entry prints them, with when each is taken up at the earliest. */
export const printEntryItems = (
  { items }: MeetingWords,
  continued: readonly string[] = [],
  times: ReadonlyMap<string, string> = new Map(),
): readonly EntryItem[] => items.map((item) => printItem(item, continued.includes(item.id), times.get(item.id)));
