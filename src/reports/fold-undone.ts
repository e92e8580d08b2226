import type { HistoryEntry } from "./history.ts";

/** Milliseconds within which a withdrawal is an undoing: a slip, and no fact that a reader would look for. */
const UNDONE_WITHIN = 60_000;

/** A history in which what was undone at once is one line, told as withdrawn. */
export const foldUndone = (events: readonly HistoryEntry[]): readonly HistoryEntry[] => {
  const arrivals = new Map(events.map(({ id, arrived }) => [id, Date.parse(arrived)]));
  const isUndoing = ({ withdraws, arrived }: HistoryEntry): boolean => {
    const target = withdraws === undefined ? undefined : arrivals.get(withdraws);
    return target !== undefined && Date.parse(arrived) - target <= UNDONE_WITHIN;
  };
  return events.filter((entry) => !isUndoing(entry));
};
