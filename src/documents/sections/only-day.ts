import { findDates } from "../expressions/dates.ts";
import type { PrintedDate } from "../expressions/printed-date.ts";
import { ISSUE_NUMBER, matchAny } from "../languages/expressions.ts";
import { FOR_DAY, JOURNAL } from "../languages/meeting-days.ts";
import type { Line } from "../text/line.ts";
import type { PlaceAndDates } from "./parse-place.ts";
import { isOfNext } from "./locate-timetable.ts";
import { formatPrinted } from "./places.ts";
import { isDayHeading } from "./sections.ts";
import { isSentence } from "./sentences.ts";
import type { Sections } from "./split.ts";

/** The one day of a journal, or of an order of the day: that of the meeting, where nothing says of others. */

const ISSUE = new RegExp(ISSUE_NUMBER, "iu");
const LABEL = new RegExp(`^(?:\\d{1,2}\\.\\s)?${matchAny("dateLabel")}$`, "iu");
const leadsToDay = (text: string): boolean => text === "" || LABEL.test(text) || FOR_DAY.exec(text)?.[0] === text;
const REACH = 300;

interface Day {
  readonly printed: PrintedDate;
  readonly line: Line;
}

/** "Journal No. 2, Tuesday, 6 May 2031", "Tuesday, 6 May 2031": a day that heads what follows, and not the day of issue. */
const listHeadedDays = (line: Line, text: string): readonly Day[] => {
  const dates = isSentence(text) ? [] : findDates(text.slice(0, REACH));
  const [first] = dates;
  if (!first || dates.some(({ to }) => to !== undefined)) return [];
  const before = text.slice(0, first.start).trim();
  const isOfIssue = JOURNAL.test(before) || ISSUE.test(before);
  const isHeading = leadsToDay(before) && first.from.weekday !== undefined && isDayHeading(text.slice(first.start));
  return isOfIssue || isHeading ? dates.map(({ from }) => ({ printed: from, line })) : [];
};

/** The days of a programme, a range among them as its two ends. */
const listProgrammeDays = (line: Line, text: string): readonly Day[] =>
  isDayHeading(text)
    ? findDates(text.slice(0, REACH)).flatMap(({ from, to }) => [from, ...(to ? [to] : [])].map((printed) => ({ printed, line })))
    : [];

export const findOnlyDay = ({ lines, timetable }: Pick<Sections, "lines" | "timetable">): PlaceAndDates | undefined => {
  const rows = new Set(timetable);
  const days = lines.flatMap((line, at) => {
    const list = rows.has(line) ? listProgrammeDays : listHeadedDays;
    return isOfNext(lines, at) ? [] : line.cells.flatMap((cell) => list(line, cell));
  });
  const isOne = new Set(days.map(({ printed: { month, day } }) => `${month}-${day}`)).size === 1;
  const found = isOne ? days.find(({ printed }) => formatPrinted(printed) !== undefined) : undefined;
  const date = found && formatPrinted(found.printed);
  return found && date !== undefined ? { opensOn: date, closesOn: date, line: found.line } : undefined;
};
