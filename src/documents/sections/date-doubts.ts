import { findCalendarDay } from "../expressions/calendar-days.ts";
import { findDates } from "../expressions/dates.ts";
import type { Line } from "../text/line.ts";
import { warn, type Warning } from "../warnings.ts";
import type { PlaceAndDates } from "./parse-place.ts";
import { formatPrinted } from "./places.ts";

/** Characters of a line in which dates are looked for. */
const REACH = 3000;

const checkWeekdays = ({ text, number }: Line): readonly Warning[] =>
  findDates(text.slice(0, REACH)).flatMap(({ from, to, start, end }) =>
    [from, ...(to ? [to] : [])].flatMap((printed) => {
      const { date, falls } = printed.year === undefined ? {} : findCalendarDay(printed, {});
      return date !== undefined && falls !== undefined
        ? [warn("wrong-weekday", `"${text.slice(start, end)}": ${date} is another weekday`, number)]
        : [];
    }),
  );

const dropYear = (date: string | undefined): string | undefined => date?.slice(4);

/** The days of the meeting, printed once more with another year. */
const checkYears = ({ text, number }: Line, { opensOn, closesOn }: PlaceAndDates): readonly Warning[] =>
  findDates(text.slice(0, REACH)).flatMap(({ from, to, start, end }) => {
    const [first, last] = [formatPrinted(from), formatPrinted(to ?? from)];
    const isSame = opensOn !== undefined && dropYear(first) === dropYear(opensOn) && dropYear(last) === dropYear(closesOn);
    return isSame && first !== opensOn ? [warn("other-year", text.slice(start, end), number)] : [];
  });

/** What the masthead says of the meeting's days that cannot all be true. */
export const checkDates = (masthead: readonly Line[], place: PlaceAndDates | undefined): readonly Warning[] =>
  masthead.flatMap((line) => [...checkWeekdays(line), ...(place ? checkYears(line, place) : [])]);
