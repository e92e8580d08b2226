import { findDates } from "../expressions/dates.ts";
import type { PrintedDates } from "../expressions/printed-date.ts";
import { HEADINGS, matchAny } from "../languages/expressions.ts";
import { formatPrinted } from "./places.ts";
import { isName, isOfBody } from "./printed-names.ts";

/** A document whose title says whose meeting it is of, and when. */

/** "Indicative programme – Nets Council of": the heading, the body, and what leads to the days. */
const TITLE = new RegExp(`^(?<heading>.{4,60}?)\\s[–—-]\\s(?<name>.{4,120}?)(?:,|\\s${matchAny("ofBody", "dateFillers")})?\\s$`, "iu");

/** "Indicative programme – Nets Council of 5 May 2031", and nothing behind it. */
export const readTitledMeeting = (text: string): { readonly name: string; readonly dates: PrintedDates } | undefined => {
  const [dates, ...others] = findDates(text.slice(0, LONGEST));
  if (!dates || others.length > 0 || !formatPrinted(dates.from) || text.length > dates.end + 1) return undefined;
  const { heading = "", name = "" } = TITLE.exec(text.slice(0, dates.start))?.groups ?? {};
  const isHeading = HEADINGS.agenda.test(heading) || HEADINGS.organization.test(heading);
  return isHeading && isName(name) && isOfBody(name) ? { name, dates } : undefined;
};
const LONGEST = 240;
