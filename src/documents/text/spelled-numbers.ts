import { matchAny } from "../languages/expressions.ts";
import { NUMBER_WORDS } from "../languages/number-words.ts";
import { makeLine, type Line } from "./line.ts";

/** Items whose numbers are spelled: "AGENDA ITEM SEVEN", "items two and three", "البند السابع". */

const NUMBER_OF: ReadonlyMap<string, string> = new Map(
  NUMBER_WORDS.flatMap((words) =>
    words.split(" ").flatMap((forms, at) => forms.split("/").map((form) => [form.replaceAll("_", " "), String(at + 1)] as const)),
  ),
);
const NUMBER = `(?:${[...NUMBER_OF.keys()].toSorted((a, b) => b.length - a.length).join("|")})(?![\\p{L}\\p{M}-])`;
const ONE = new RegExp(NUMBER, "giu");
const NAMED = new RegExp(
  `(?<=^|[(（]|\\d\\s?|[-–—:：]\\s?)${matchAny("itemWord")}(?:\\s|(?<=\\p{Script=Han}))${NUMBER}(?:\\s?,?\\s${matchAny("itemAnd")}?\\s?${NUMBER}){0,6}(?=\\s?(?:$|[.:：,،;–—)）(-])|\\s[^.;]{0,14}${matchAny("agendaWord")})`,
  "giu",
);

const writeNumbers = (text: string): string =>
  text.replaceAll(NAMED, (named) => named.replaceAll(ONE, (number) => NUMBER_OF.get(number.toLowerCase()) ?? number));

/** Lines with the numbers of items in figures. */
export const writeItemNumbers = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line) => {
    const cells = line.cells.map(writeNumbers);
    const isSame = cells.every((cell, at) => cell === line.cells[at]);
    return isSame ? line : makeLine(line.number, cells, line.isApart, line.spread.map(writeNumbers), line.indent);
  });
