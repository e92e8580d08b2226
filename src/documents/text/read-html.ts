import { Parser } from "htmlparser2";
import { lineOf, type Line } from "./line.ts";
import { cleanText } from "./typography.ts";

const IGNORED = new Set(["head", "script", "style", "noscript", "template", "svg"]);
const BLOCKS = new Set(
  "address article aside blockquote body br caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html main nav p pre section title ul ol li".split(
    " ",
  ),
);
const PARAGRAPHS = new Set(["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "hr"]);

interface Row {
  readonly line: number;
  readonly cells: string[];
}
interface Table {
  /** For each column, the rows that a cell above still covers. */
  covered: number[];
  row: Row | undefined;
}
interface List {
  readonly isNumbered: boolean;
  /** How many numbered lists it stands in, itself included. */
  readonly depth: number;
  readonly type: string;
  next: number;
}

const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];
/** How Word and browsers number the levels of a list where nothing else is said: 1. (a) (i). */
const LEVELS = ["1", "a", "i"];

const markOf = ({ type, next }: List): string => {
  if (type === "a" || type === "A") return `(${String.fromCodePoint(96 + Math.min(next, 26))}) `;
  return type === "i" || type === "I" ? `(${ROMAN[next - 1] ?? next}) ` : `${next}. `;
};

const FOOTNOTE = /^[\s\d*,]{0,6}$/;

const spanOf = (value: string | undefined): number => Math.min(Math.max(Number.parseInt(value ?? "1", 10) || 1, 1), 60);

/** Counts the lines of the source up to an offset; offsets must not decrease. */
const lineCounter = (source: string): ((offset: number) => number) => {
  let [at, line] = [0, 1];
  return (offset) => {
    for (; at < offset; at += 1) if (source.codePointAt(at) === 10) line += 1;
    return line;
  };
};

/**
 * The lines of an HTML document: blocks as paragraphs, table rows as cells (spans filled up with empty ones), numbered
 * lists with their numbers. With `keepsBreaks`, line breaks outside of tables count too: a text whose tables alone are marked.
 */
export const linesOfHtml = (source: string, keepsBreaks = false): readonly Line[] => {
  const lines: Line[] = [];
  const tables: Table[] = [];
  const lists: List[] = [];
  const lineAt = lineCounter(source);
  let [text, ignored, started, line, isApart] = ["", 0, false, 1, true];
  /** What is raised: a footnote's mark, or the "er" of "1er". */
  let mark: string | undefined;

  const lower = (): void => {
    if (mark !== undefined && !FOOTNOTE.test(mark)) text += mark;
    mark = undefined;
  };

  /** Ends a line of running text, or a paragraph within a cell. */
  const flush = (apart: boolean): void => {
    lower();
    const row = tables.at(-1)?.row;
    const clean = cleanText(text);
    if (row && row.cells.length > 0) {
      const cell = row.cells.length - 1;
      if (clean) row.cells[cell] = row.cells[cell] ? `${row.cells[cell]}\n${clean}` : clean;
    } else if (clean) {
      lines.push(lineOf(line, clean.includes(" | ") ? clean.split(" | ") : [clean], isApart));
      isApart = false;
    }
    isApart ||= apart;
    [text, started] = ["", false];
  };

  const openRow = (at: number): void => {
    const table = tables.at(-1);
    if (table) table.row = { line: lineAt(at), cells: [] };
  };
  const closeRow = (): void => {
    flush(false);
    const table = tables.at(-1);
    const row = table?.row;
    if (!table || !row) return;
    const [only, ...others] = row.cells.filter(Boolean);
    const isColumn = only !== undefined && others.length === 0 && only.includes("\n");
    if (isColumn) for (const part of only.split("\n")) lines.push(lineOf(row.line, [part], true));
    else if (only !== undefined) lines.push(lineOf(row.line, row.cells, isApart));
    isApart = false;
    table.row = undefined;
  };
  const openCell = (attributes: Readonly<Record<string, string>>, at: number): void => {
    const table = tables.at(-1);
    if (!table) return;
    if (!table.row) openRow(at);
    const cells = table.row?.cells ?? [];
    flush(false);
    while ((table.covered[cells.length] ?? 0) > 0) {
      table.covered[cells.length] = (table.covered[cells.length] ?? 1) - 1;
      cells.push("");
    }
    const [columns, rows] = [spanOf(attributes["colspan"]), spanOf(attributes["rowspan"])];
    for (let column = cells.length; column < cells.length + columns; column += 1) table.covered[column] = rows - 1;
    cells.push("");
    pending = columns - 1;
  };
  let pending = 0;
  const closeCell = (): void => {
    flush(false);
    tables.at(-1)?.row?.cells.push(...Array.from({ length: pending }, () => ""));
    pending = 0;
  };

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const at = parser.startIndex;
        if (IGNORED.has(name)) ignored += 1;
        else if (name === "table") {
          // A table within a cell: the outer one only sets the page.
          if (tables.at(-1)?.row) closeRow();
          flush(true);
          tables.push({ covered: [], row: undefined });
        } else if (name === "tr") openRow(at);
        else if (name === "td" || name === "th") openCell(attributes, at);
        else if (name === "sup") mark = "";
        else if (BLOCKS.has(name)) flush(PARAGRAPHS.has(name));
        if (name === "ol" || name === "ul") {
          const depth = lists.at(-1)?.depth ?? 0;
          const start = Number.parseInt(attributes["start"] ?? "1", 10) || 1;
          lists.push({
            isNumbered: name === "ol",
            depth: depth + (name === "ol" ? 1 : 0),
            type: attributes["type"] ?? LEVELS[depth] ?? "1",
            next: start,
          });
        }
        const list = lists.at(-1);
        if (name === "li" && list) {
          text = list.isNumbered ? markOf(list) : "- ";
          list.next += 1;
        }
      },
      onclosetag: (name) => {
        if (IGNORED.has(name)) ignored -= 1;
        else if (name === "td" || name === "th") closeCell();
        else if (name === "tr") closeRow();
        else if (name === "table") {
          closeRow();
          tables.pop();
          isApart = true;
        } else if (name === "sup") lower();
        else if (BLOCKS.has(name)) flush(PARAGRAPHS.has(name));
        if (name === "ol" || name === "ul") lists.pop();
      },
      ontext: (data) => {
        if (ignored > 0) return;
        const keeps = keepsBreaks && tables.length === 0;
        for (const [at, part] of (keeps ? data.split("\n") : [data]).entries()) {
          if (at > 0) {
            isApart ||= cleanText(text) === "" && !started;
            flush(false);
          }
          if (!started && part.trim()) [started, line] = [true, lineAt(parser.startIndex) + at];
          if (mark === undefined) text += part;
          else mark += part;
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(source);
  parser.end();
  flush(true);
  return lines;
};
