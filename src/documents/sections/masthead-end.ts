import { readItemHead } from "../expressions/item-heads.ts";
import { readLeadingTimes } from "../expressions/times.ts";
import { PROCEDURE } from "../languages/expressions.ts";
import { isContentsHeading } from "../text/contents.ts";
import type { Line } from "../text/line.ts";
import { removeBullet } from "../text/typography.ts";
import { findUnnumberedItems } from "./unnumbered-items.ts";
import { findRange } from "./meeting-range.ts";
import { isSentence } from "./sentences.ts";

/** Where the masthead of a document ends that has no agenda list. */

/** Lines that a masthead has before a table of contents ends it. */
const FEWEST_ABOVE = 3;

/** Without an agenda list the masthead ends where contents, hours or items are named, or where items without numbers begin the business. */
export const findMastheadEnd = (lines: readonly Line[]): number => {
  const opening = findUnnumberedItems(lines).find(({ text }) => PROCEDURE.test(removeBullet(text)));
  const end = lines.findIndex((line, at) => {
    const { text } = line;
    const head = readItemHead(text);
    return (
      line === opening ||
      (at >= FEWEST_ABOVE && isContentsHeading(line)) ||
      (readLeadingTimes(text)?.ranges.some((range) => range.end !== undefined) ?? false) ||
      (head?.form === "marked" && head.items[0]?.key === "1")
    );
  });
  return end < 0 ? lines.length : end;
};

/** Lines of a masthead that stands below the day of a programme. */
const HEAD_BELOW = 8;

/** Where a masthead ends that stands below the day on which a daily programme begins: behind the days of the meeting, before any hour. */
export const findHeadBelow = (lines: readonly Line[]): number => {
  const below = lines.slice(1, HEAD_BELOW);
  const hours = below.findIndex(({ text }) => readLeadingTimes(text) !== undefined);
  const head = hours < 0 ? below : below.slice(0, hours);
  const range = head.findIndex((line) => findRange(line) !== undefined && !isSentence(line.text));
  return range < 0 ? 0 : range + 2;
};
