import type { Cell } from "../../model/document.ts";
import type { Piece } from "../../model/pieces.ts";
import { chainSteps, stepTo, type Step } from "../../model/steps.ts";
import { cleanText } from "../../text/typography.ts";
import type { OpenList } from "./list-marks.ts";

interface OpenRow {
  readonly line: number;
  readonly cells: readonly Cell[];
  /** Text outside of a cell belongs to the page. */
  readonly cell: Cell | undefined;
}

/** A table that is open, and its row. */
interface OpenTable {
  readonly row: OpenRow | undefined;
}

export interface TableState {
  readonly keepsBreaks: boolean;
  readonly text: string;
  readonly isStarted: boolean;
  readonly line: number;
  readonly isApart: boolean;
  /** How many elements are open whose text is not shown. */
  readonly ignored: number;
  /** Within the link that leads to a footnote; within the footnote itself: its element, and how many of that name are open. */
  readonly isMark: boolean;
  readonly footnote: { readonly name: string; readonly open: number } | undefined;
  /** What is raised: a footnote's mark, or the "er" of "1er". */
  readonly raised: string | undefined;
  readonly tables: readonly OpenTable[];
  readonly lists: readonly OpenList[];
}

export type HtmlStep = Step<TableState, Piece>;
/** Deeper ones only set the page. */
export const DEEPEST = 50;
const WIDEST = 60;
const readSpan = (value: string | undefined): number => Math.min(Math.max(Number.parseInt(value ?? "1", 10) || 1, 1), WIDEST);

const setRow = (state: TableState, row: OpenRow | undefined): TableState => ({ ...state, tables: [...state.tables.slice(0, -1), { row }] });

const RAISED_MARK = /^[\s\d*,]{0,6}$/;

export const lowerRaised = (state: TableState): TableState => ({
  ...state,
  text: state.raised !== undefined && !RAISED_MARK.test(state.raised) ? state.text + state.raised : state.text,
  raised: undefined,
});

/** Characters by which each list is set in. */
const LIST_INDENT = 4;

/** Ends a line of running text, or a paragraph within a cell. */
export const endLine = (before: TableState, apart: boolean): HtmlStep => {
  const { text, line, tables, isApart, ...state } = lowerRaised(before);
  const ended = { ...state, line, tables, text: "", isStarted: false };
  const row = tables.at(-1)?.row;
  const clean = cleanText(text);
  if (row?.cell) {
    const joined = [row.cell.text, clean].filter(Boolean).join("\n");
    return stepTo(setRow({ ...ended, isApart: isApart || apart }, { ...row, cell: { ...row.cell, text: joined } }));
  }
  if (clean === "") return stepTo({ ...ended, isApart: isApart || apart });
  const next = { ...ended, isApart: apart };
  if (state.footnote) return stepTo(next, { kind: "footnote", text: clean });
  const indent = state.lists.length * LIST_INDENT;
  if (!clean.includes(" | ")) return stepTo(next, { kind: "paragraph", line, text: clean, isApart, ...(indent > 0 && { indent }) });
  const cells = clean.split(" | ").map((piece) => ({ text: piece, columns: 1, rows: 1 }));
  return stepTo(next, { kind: "row", row: { line, cells, isApart } });
};

export const endCell = (state: TableState): HtmlStep =>
  chainSteps(endLine(state, false), (ended) => {
    const row = ended.tables.at(-1)?.row;
    if (!row?.cell) return stepTo(ended);
    return stepTo(setRow(ended, { ...row, cells: [...row.cells, row.cell].slice(0, WIDEST), cell: undefined }));
  });

export const endRow = (state: TableState): HtmlStep =>
  chainSteps(endCell(state), (ended) => {
    const row = ended.tables.at(-1)?.row;
    if (!row) return stepTo(ended);
    const { line, cells } = row;
    return stepTo({ ...setRow(ended, undefined), isApart: false }, { kind: "row", row: { line, cells, isApart: ended.isApart } });
  });

export const startRow = (state: TableState, line: number): HtmlStep =>
  chainSteps(endRow(state), (ended) => stepTo(ended.tables.length === 0 ? ended : setRow(ended, { line, cells: [], cell: undefined })));

export const startCell = (state: TableState, attributes: Readonly<Record<string, string>>, line: number): HtmlStep => {
  if (state.tables.length === 0) return endLine(state, true);
  const isInRow = state.tables.at(-1)?.row !== undefined;
  return chainSteps(isInRow ? endCell(state) : startRow(state, line), (ended) => {
    const row = ended.tables.at(-1)?.row ?? { line, cells: [] };
    const cell = { text: "", columns: readSpan(attributes["colspan"]), rows: readSpan(attributes["rowspan"]) };
    return stepTo(setRow(ended, { ...row, cell }));
  });
};

/** A table within a cell: the outer one only sets the page. */
export const startTable = (state: TableState): HtmlStep =>
  chainSteps(endRow(state), (ended) =>
    chainSteps(endLine(ended, true), (open) =>
      stepTo({ ...open, tables: [...open.tables, { row: undefined }].slice(-DEEPEST) }, { kind: "table-end" }),
    ),
  );

export const endTable = (state: TableState): HtmlStep =>
  chainSteps(endRow(state), (ended) => stepTo({ ...ended, tables: ended.tables.slice(0, -1), isApart: true }, { kind: "table-end" }));
