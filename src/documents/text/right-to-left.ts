import { makeLine, type Line } from "./line.ts";

/** Times of Arabic whose numbers a file gives as they stand on the page, from the right: "00‚9" for 9.00, "30:14" for 14.30. */

/** Nothing of a clock but the minutes can stand first here. */
const TURNED = /(?<![\d:.,‚٫])(?<minute>00|15|30|45)(?<mark>[:.,‚٫])(?<hour>[7-9]|0[7-9]|1\d|2[0-3])(?![\d:.,‚٫])/gu;
/** Minutes that are the hour of no sitting. */
const CERTAIN = /(?<![\d:.,‚٫])(?:00|30|45)[:.,‚٫](?:[7-9]|0[7-9]|1\d|2[0-3])(?![\d:.,‚٫])/u;
/** A time that is set as it is read: an hour of a working day, and its minutes. */
const UPRIGHT = /(?<![\d:.,‚٫])(?:[7-9]|0[7-9]|1[0-46-9]|2[0-3])[:.,‚٫](?:00|30|45)(?!\d)/u;

const turnText = (text: string): string => text.replaceAll(TURNED, "$<hour>:$<minute>");

const isArabic = ({ text }: Line): boolean => /\p{Script=Arabic}{3}/u.test(text);

/** Lines with their times the right way round, where a document of Arabic sets none of them so. */
export const turnTimes = (lines: readonly Line[]): readonly Line[] => {
  const isTurned = lines.some((line) => isArabic(line) && CERTAIN.test(line.text)) && !lines.some(({ text }) => UPRIGHT.test(text));
  return isTurned
    ? lines.map((line) => makeLine(line.number, line.cells.map(turnText), line.isApart, line.spread.map(turnText), line.indent))
    : lines;
};
