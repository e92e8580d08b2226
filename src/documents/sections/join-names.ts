import { findDates } from "../expressions/dates.ts";
import { findSymbols } from "../expressions/symbols.ts";
import { HEADINGS, isOpenEnded, listWords, matchWhole } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import { readLoneSymbol } from "../text/page-furniture.ts";
import { removeMarks } from "../text/typography.ts";
import { DISTRIBUTION, LANGUAGE, LANGUAGE_BEFORE } from "./distribution.ts";
import { BODY_WORD, NO_NAME, ORGAN, type Name } from "./run-on-names.ts";
import { beginsInGenitive } from "./russian-names.ts";
import { ORDINAL, SESSION_NAME, isSessionParted } from "./session-names.ts";

/** The lines of a masthead that name something: joined where a name goes on in the next. */

const JOINERS = listWords("joinsName");
/** Small words in capitals begin sentences too: they join where the whole line is set so. */
const JOINS_NAME = new RegExp(
  `^(?:(?:${JOINERS.join("|")})\\s|(?:${JOINERS.map((word) => word.toUpperCase()).join("|")})\\s\\P{Ll}*$)`,
  "u",
);
/** "(CNH)": the name once more, in short. */
const SHORT_NAME = /^\([\p{Lu}\d][\p{Lu}\d/-]{1,14}\)$/u;
const ANNEX = matchWhole("annexHeading");
/** What only draws Arabic letters wide is no letter. */
const dropStretches = (text: string): string => text.replaceAll("ـ", "");

interface Printed extends Name {
  readonly isApart: boolean;
}

/** Columns that a masthead is set in: more are those of a table, whose cells name no body. */
const MOST_COLUMNS = 2;

/** Cells in the order of reading: rows of two columns that follow each other are read column by column. */
const readColumns = (lines: readonly Line[]): readonly Printed[] => {
  const printed: Printed[] = [];
  for (let from = 0; from < lines.length;) {
    const width = lines[from]?.cells.length ?? 0;
    let end = from + 1;
    while (lines[end]?.cells.length === width && lines[end - 1]?.cells.length !== 1) end += 1;
    for (let column = 0; column < width; column += 1) {
      for (const [row, { cells, isApart }] of lines.slice(from, end).entries()) {
        const cell = cells[column] ?? "";
        const isNamed = cell !== "" && cells.filter(Boolean).length <= MOST_COLUMNS && (width === 1 || readLoneSymbol(cell) === undefined);
        if (isNamed) printed.push({ text: cell, at: from + row, isApart });
      }
    }
    from = end;
  }
  return printed;
};

const isLoud = (text: string): boolean => !/\p{Ll}/u.test(text);
const BEGINS_WITH_ORDINAL = new RegExp(`^${ORDINAL}(?!\\p{L})`, "iu");

/** Whether a line may be a part of a name that is set over several. */
const isPart = (text: string): boolean =>
  !/[.:;|\d]/.test(text) &&
  !BEGINS_WITH_ORDINAL.test(text) &&
  !NO_NAME.test(text) &&
  !DISTRIBUTION.test(text) &&
  !LANGUAGE.test(text) &&
  findSymbols(text).length === 0 &&
  findDates(text).length === 0 &&
  !Object.values(HEADINGS).some((heading) => heading.test(text));

const BARE_ORGAN = matchWhole("organWord");
/** "MARINE NETS PROTECTION / COMMITTEE": what the body is stands alone on its line. */
const goesOnWithOrgan = (before: string, text: string): boolean =>
  BARE_ORGAN.test(text) && before.includes(" ") && !BODY_WORD.test(before) && isPart(before) && isLoud(before) === isLoud(text);

/** Characters of a line at least that is so full that a name goes on in the next; and lines that a name fills. */
const [FULL, MOST_LINES] = [24, 5];

/** How many of the lines that follow a name go on with it: all up to the session, each of which had no place on the line before it. */
const countWrapped = (lines: readonly Printed[], at: number): number => {
  const first = lines[at]?.text ?? "";
  if (first.length < FULL || !ORGAN.test(first) || !isPart(first)) return 0;
  const rest = lines.slice(at + 1, at + 1 + MOST_LINES);
  const session = rest.findIndex(({ text }) => SESSION_NAME.test(text));
  const wrapped = rest.slice(0, Math.max(session, 0));
  const width = Math.max(first.length, ...wrapped.map(({ text }) => text.length));
  const isWrapped = wrapped.every(({ text, isApart }, index) => {
    const before = lines[at + index]?.text ?? "";
    const isFull = before.length + 1 + (text.split(" ", 1)[0]?.length ?? 0) > width;
    return !isApart && isFull && isPart(text) && isLoud(text) === isLoud(first) && (isOpenEnded(before) || !BODY_WORD.test(text));
  });
  return isWrapped ? wrapped.length : 0;
};

const tidyCell = (cell: string): string => dropStretches(removeMarks(cell)).replace(LANGUAGE_BEFORE, "");

/** The lines that name something: joined where one goes on in the next. */
export const joinNames = (lines: readonly Line[]): readonly Name[] => {
  const blocks: Name[] = [];
  const printed = readColumns(lines)
    .map((cell) => ({ ...cell, text: tidyCell(cell.text) }))
    .filter(({ text }) => text !== "" && !ANNEX.test(text));
  let wrapped = 0;
  for (const [index, { text, at, isApart }] of printed.entries()) {
    const last = blocks.at(-1);
    const isJoined =
      wrapped > 0 ||
      isOpenEnded(last?.text ?? "") ||
      isSessionParted(last?.text ?? "", text) ||
      JOINS_NAME.test(text) ||
      SHORT_NAME.test(text) ||
      (!isApart && last !== undefined && (goesOnWithOrgan(last.text, text) || (BODY_WORD.test(last.text) && beginsInGenitive(text))));
    wrapped = wrapped > 0 ? wrapped - 1 : countWrapped(printed, index);
    if (last && isJoined) blocks[blocks.length - 1] = { ...last, text: `${last.text} ${text}` };
    else blocks.push({ text, at });
  }
  return blocks;
};
