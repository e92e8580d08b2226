import type { Line } from "../text/line.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { readPlaceAndDates } from "./place-and-dates.ts";
import { readHeading } from "./sections.ts";

/**
 * The lines that say whose agenda it is: the masthead, or what stands in an annex with place and days of its own. The
 * paper to which that is annexed may be of another body, which meets elsewhere.
 */
export const findOwnHead = (masthead: readonly Line[], gazetteer: Gazetteer): readonly Line[] => {
  const annexed = masthead.slice(masthead.findLastIndex((line) => readHeading(line) === "annex") + 1);
  return annexed.length < masthead.length && readPlaceAndDates(annexed, gazetteer)?.opensOn !== undefined ? annexed : masthead;
};
