import { findFittingYear, formatDate, type Frame } from "./expressions/calendar-days.ts";
import { findYearBeside, findYears, readLeadingDates } from "./expressions/dates.ts";
import type { PrintedDate } from "./expressions/printed-date.ts";
import type { Overrides } from "./overrides.ts";
import type { PlaceAndDates } from "./sections/parse-place.ts";
import type { Gazetteer } from "./sections/gazetteer.ts";
import { findMarginalDay } from "./sections/single-day.ts";
import type { Line } from "./text/line.ts";
import { isDayHeading } from "./sections/sections.ts";
import type { Sections } from "./sections/split.ts";
import { warn, type Warning } from "./warnings.ts";

const readDay = (cell: string): PrintedDate | undefined => (isDayHeading(cell) ? readLeadingDates(cell)?.from : undefined);

/** The year of a timetable whose days print none: the one that the document names elsewhere and that fits the weekdays. */
const inferYear = ({ lines, timetable: table }: Sections): number | undefined => {
  const days = table.flatMap(({ cells }) => cells.map(readDay)).filter((day) => day !== undefined);
  return findFittingYear(
    days,
    lines.flatMap(({ text }) => findYears(text.slice(0, 2000))),
  );
};

/** The days of a meeting; where it has a day, a place and hours of its own within those of another, this day. */
export const narrowToOwnDay = (place: PlaceAndDates | undefined, lines: readonly Line[]): PlaceAndDates | undefined => {
  if (place?.opensOn === undefined || place.closesOn === undefined) return place;
  const day = findMarginalDay(lines);
  return day !== undefined && day >= place.opensOn && day <= place.closesOn ? { ...place, opensOn: day, closesOn: day } : place;
};

/** The one day of a meeting, unless its timetable is of other days: then it was that of another meeting. */
export const checkOnlyDay = (place: PlaceAndDates | undefined, { timetable }: Sections): PlaceAndDates | undefined => {
  if (place?.opensOn === undefined || place.opensOn !== place.closesOn) return place;
  const days = timetable
    .flatMap(({ cells }) => cells.map(readDay))
    .flatMap((day) =>
      day?.year !== undefined && day.month !== undefined && day.day !== undefined ? [formatDate(day.year, day.month, day.day)] : [],
    );
  return days.length > 0 && !days.includes(place.opensOn) ? undefined : place;
};

/** When the meeting is, as far as its days need it. */
export const frameMeeting = (
  sections: Sections,
  when: PlaceAndDates | undefined,
  overrides: Overrides,
): { readonly frame: Frame; readonly warnings: readonly Warning[] } => {
  const opensOn = overrides.opensOn ?? when?.opensOn;
  const closesOn = overrides.closesOn ?? when?.closesOn;
  if (overrides.year !== undefined) return { frame: { opensOn, closesOn, year: Number(overrides.year) }, warnings: [] };
  if (opensOn !== undefined) return { frame: { opensOn, closesOn }, warnings: [] };
  const year = inferYear(sections);
  if (year !== undefined) return { frame: { year }, warnings: [warn("year-inferred", String(year))] };
  const [beside, ...others] = sections.masthead.filter(({ text }) => findYearBeside(text) !== undefined);
  if (!beside || others.length > 0) return { frame: {}, warnings: [] };
  return { frame: { year: findYearBeside(beside.text) }, warnings: [warn("year-beside", beside.text, beside.number)] };
};

/** The zone of the meeting, or why it stays open. */
export const findZone = (
  place: PlaceAndDates | undefined,
  overrides: Overrides,
  gazetteer: Gazetteer,
): { readonly zone?: string; readonly warnings: readonly Warning[] } => {
  if (overrides.timezone !== undefined) return { zone: overrides.timezone, warnings: [] };
  const city = overrides.city ?? place?.city;
  if (city === undefined) return { warnings: [warn("missing-city"), warn("missing-zone")] };
  const found = gazetteer.findZone(city, overrides.city === undefined ? place?.country : undefined);
  if (found.kind === "known") return { zone: found.zone, warnings: [] };
  if (found.kind === "ambiguous") return { warnings: [warn("ambiguous-city", found.among, place?.line.number)] };
  return { warnings: [found.kind === "unknown" ? warn("unknown-city", city, place?.line.number) : warn("missing-zone")] };
};
