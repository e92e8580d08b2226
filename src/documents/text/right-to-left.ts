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

/** "البند 1-4" is item 1.4: several items have the word in the plural. */
const PARTED = /(?<=(?<!\p{L})(?:ال)?بند )(?<item>\d{1,2})\s?[-–]\s?(?<part>\d{1,2})(?![\d./-])/gu;
const joinParts = (text: string): string => text.replaceAll(PARTED, "$<item>.$<part>");

/** Lines of Arabic with their times the right way round, where a document sets none of them so, and with the parts of items as all languages have them. */
export const turnNumbers = (lines: readonly Line[]): readonly Line[] => {
  const isTurned = lines.some((line) => isArabic(line) && CERTAIN.test(line.text)) && !lines.some(({ text }) => UPRIGHT.test(text));
  const turn = (text: string): string => joinParts(isTurned ? turnText(text) : text);
  return isTurned || lines.some(({ text }) => joinParts(text) !== text)
    ? lines.map((line) => makeLine(line.number, line.cells.map(turn), line.isApart, line.spread.map(turn), line.indent))
    : lines;
};
