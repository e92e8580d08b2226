import { findDates, readLeadingDates } from "../expressions/dates.ts";
import { readLeadingTimes, type TimeRange } from "../expressions/times.ts";
import { findWords } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import type { Entry } from "./entries.ts";
import type { PrintedPart } from "./segment-readers.ts";

/** Hours that a document prints once for all mornings and all afternoons: "Morning meetings: 09:30–12:30. Afternoon meetings: 14:30–17:30." */

type HoursOfParts = Readonly<Record<PrintedPart, TimeRange>>;

const MERIDIEM = /^[ap]\.?\s?m\b/i;
const WORDS: Readonly<Record<PrintedPart, RegExp>> = { morning: findWords("morning"), afternoon: findWords("afternoon") };
/** Characters of such a line, and between the word for a part and its hours. */
const [LONGEST, REACH] = [300, 40];

/** The hours behind the word for a part of the day. */
const readPart = (text: string, part: PrintedPart): TimeRange | undefined => {
  const found = WORDS[part].exec(text);
  if (!found || MERIDIEM.test(found[0])) return undefined;
  const after = text.slice(found.index + found[0].length);
  const at = after.search(/\d/);
  const times = at < 0 || at > REACH ? undefined : readLeadingTimes(after.slice(at), part);
  const [range, ...others] = times?.ranges ?? [];
  return times?.isDoubtful === false && others.length === 0 && range?.end !== undefined ? range : undefined;
};

const readLine = ({ text, cells }: Line): HoursOfParts | undefined => {
  if (cells.length > 1 || text.length > LONGEST || findDates(text).length > 0 || readLeadingDates(text)) return undefined;
  const [morning, afternoon] = [readPart(text, "morning"), readPart(text, "afternoon")];
  return morning && afternoon && morning.start < afternoon.start ? { morning, afternoon } : undefined;
};

/** Entries of a part of the day that print no hours, with those that one line prints for all. */
export const giveHoursOfParts = (entries: readonly Entry[], lines: readonly Line[]): readonly Entry[] => {
  const [hours, ...others] = lines.flatMap((line) => readLine(line) ?? []);
  if (!hours || others.length > 0) return entries;
  return entries.map((entry) =>
    entry.part && entry.ranges.length === 0 && !entry.isSpan ? { ...entry, ranges: [hours[entry.part]] } : entry,
  );
};
