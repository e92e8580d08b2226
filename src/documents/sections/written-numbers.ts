import { readItemHead } from "../expressions/item-heads.ts";
import { LIST_NUMBERS } from "../languages/number-words.ts";
import { makeLine, type Line } from "../text/line.ts";
import { isSentence } from "./sentences.ts";
import { readHeading } from "./sections.ts";

/** Agendas whose items words number: "一、", "أولاً:", "PRIMERO:", "1º". */

const NUMBER_OF: ReadonlyMap<string, number> = new Map(
  LIST_NUMBERS.flatMap((words) =>
    words.split(" ").flatMap((forms, at) => forms.split("/").map((form) => [form.replaceAll("_", " "), at + 1] as const)),
  ),
);
/** Words of Arabic may have their vowels marked. */
const allowMarks = (word: string): string =>
  /\p{Script=Arabic}/u.test(word) ? Array.from(word, (letter) => `${letter}\\p{M}?`).join("") : word;
const WORD = [...NUMBER_OF.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map(allowMarks)
  .join("|");
const LEAD = new RegExp(`^(?:(?<figure>\\d{1,2})[º°]\\s?[.:)–—-]{0,2}|(?<word>${WORD})\\s?[、,:：.–—-]{1,2})\\s?(?=\\S)`, "iu");
/** "（一）" below "一、": the mark of a part. */
const PART = new RegExp(`^[（(](?<word>${WORD})[）)]\\s?(?=\\S)`, "iu");

interface Lead {
  readonly at: number;
  readonly number: number;
  readonly rest: string;
}

const readLead = (line: Line, at: number): Lead | undefined => {
  const found = line.cells.length === 1 ? LEAD.exec(line.text) : undefined;
  const { figure, word = "" } = found?.groups ?? {};
  const number = figure === undefined ? NUMBER_OF.get(word.toLowerCase().replaceAll(/(?<=\p{Script=Arabic})\p{M}/gu, "")) : Number(figure);
  return found && number !== undefined ? { at, number, rest: line.text.slice(found[0].length) } : undefined;
};

/** Items of a list at least, and lines from its heading to its first. */
const [FEWEST, REACH] = [3, 4];

/** Items that follow each other from 1, below the heading of an agenda, with no figures between them and no sentences. */
const findItems = (lines: readonly Line[], heading: number): readonly Lead[] => {
  const items: Lead[] = [];
  for (let at = heading + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || (items.length === 0 && at > heading + REACH)) break;
    if (items.length > 0 && readHeading(line) !== undefined) break;
    const lead = readLead(line, at);
    if (lead?.number === items.length + 1) items.push(lead);
    else if ((readItemHead(line.text)?.items.length ?? 0) > 0) return [];
  }
  const areTitles = items.filter(({ rest }) => isSentence(rest)).length * 2 < items.length;
  return items.length >= FEWEST && areTitles ? items : [];
};

const writePart = (line: Line): Line => {
  const found = line.cells.length === 1 ? PART.exec(line.text) : undefined;
  const number = NUMBER_OF.get(found?.groups?.["word"] ?? "");
  if (!found || number === undefined) return line;
  const mark = String.fromCodePoint("a".charCodeAt(0) + number - 1);
  return makeLine(line.number, [`(${mark}) ${line.text.slice(found[0].length)}`], line.isApart, undefined, line.indent);
};

/** Lines with the numbers of such items in figures, and their parts with letters. */
export const writeListNumbers = (lines: readonly Line[]): readonly Line[] => {
  const heading = lines.findIndex((line) => readHeading(line) === "agenda");
  const items = heading < 0 ? [] : findItems(lines, heading);
  const [first] = items;
  if (!first) return lines;
  const leads = new Map(items.map((item) => [item.at, item]));
  return lines.map((line, at) => {
    const lead = leads.get(at);
    if (lead) return makeLine(line.number, [`${lead.number}. ${lead.rest}`], line.isApart, undefined, line.indent);
    return at > first.at ? writePart(line) : line;
  });
};
