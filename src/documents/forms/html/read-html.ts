import { makeDocument, type SourceDocument } from "../../model/document.ts";
import { countPieces, groupPieces } from "../../model/pieces.ts";
import { chainSteps, runSteps, stepTo } from "../../model/steps.ts";
import { cleanText } from "../../text/typography.ts";
import { isFootnote, isFootnoteMark } from "./footnotes.ts";
import { formatMark, openList } from "./list-marks.ts";
import {
  DEEPEST,
  endCell,
  endLine,
  endRow,
  endTable,
  lowerRaised,
  startCell,
  startRow,
  startTable,
  type HtmlStep,
  type TableState,
} from "./table-state.ts";
import { tokenizeHtml, type HtmlToken } from "./tokens.ts";

const IGNORED = new Set(["head", "script", "style", "noscript", "template", "svg"]);
const BLOCKS = new Set(
  "address article aside blockquote body br caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html main nav p pre section title ul ol li".split(
    " ",
  ),
);
const PARAGRAPHS = new Set(["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "hr"]);

const startListed = (state: TableState): TableState => {
  const list = state.lists.at(-1);
  return list ? { ...state, text: formatMark(list), lists: [...state.lists.slice(0, -1), { ...list, next: list.next + 1 }] } : state;
};

const startList = (state: TableState, name: string, attributes: Readonly<Record<string, string>>): TableState => ({
  ...state,
  lists: [...state.lists, openList(name, attributes, state.lists.at(-1))].slice(-DEEPEST),
});

const openElement = (state: TableState, { name, attributes, line }: Extract<HtmlToken, { kind: "open" }>): HtmlStep => {
  if (IGNORED.has(name)) return stepTo({ ...state, ignored: state.ignored + 1 });
  if (isFootnoteMark(name, attributes)) return stepTo({ ...state, isMark: true });
  if (name === "table") return startTable(state);
  if (name === "tr") return startRow(state, line);
  if (name === "td" || name === "th") return startCell(state, attributes, line);
  if (name === "sup") return stepTo({ ...state, raised: "" });
  const ended = BLOCKS.has(name) ? endLine(state, PARAGRAPHS.has(name)) : stepTo(state);
  if (isFootnote(attributes)) return chainSteps(ended, (next) => stepTo({ ...next, footnote: { name, open: 1 } }));
  if (name === "ol" || name === "ul") return chainSteps(ended, (next) => stepTo(startList(next, name, attributes)));
  return name === "li" ? chainSteps(ended, (next) => stepTo(startListed(next))) : ended;
};

const closeFootnote = (state: TableState, name: string): TableState => {
  if (state.footnote?.name !== name) return state;
  const open = state.footnote.open - 1;
  return { ...state, footnote: open === 0 ? undefined : { name, open } };
};

const closeElement = (state: TableState, name: string): HtmlStep => {
  if (IGNORED.has(name)) return stepTo({ ...state, ignored: Math.max(state.ignored - 1, 0) });
  if (name === "a") return stepTo({ ...state, isMark: false });
  if (name === "td" || name === "th") return endCell(state);
  if (name === "tr") return endRow(state);
  if (name === "table") return endTable(state);
  if (name === "sup") return stepTo(lowerRaised(state));
  const ended = BLOCKS.has(name) ? endLine(state, PARAGRAPHS.has(name)) : stepTo(state);
  const isList = name === "ol" || name === "ul";
  return chainSteps(ended, (next) => stepTo(closeFootnote(isList ? { ...next, lists: next.lists.slice(0, -1) } : next, name)));
};

const addText = (state: TableState, text: string, line: number): TableState => {
  const isStart = !state.isStarted && text.trim() !== "";
  const started = isStart ? { ...state, isStarted: true, line } : state;
  return started.raised === undefined ? { ...started, text: started.text + text } : { ...started, raised: started.raised + text };
};

/** Line breaks of the source, where they count: each ends a line, and two set the next apart. */
const breakLine = (state: TableState): HtmlStep => endLine(state, cleanText(state.text) === "" && !state.isStarted);

const readToken = (state: TableState, token: HtmlToken): HtmlStep => {
  if (token.kind === "open") {
    const { footnote } = state;
    return openElement(footnote?.name === token.name ? { ...state, footnote: { ...footnote, open: footnote.open + 1 } } : state, token);
  }
  if (token.kind === "close") return closeElement(state, token.name);
  if (state.ignored > 0 || state.isMark) return stepTo(state);
  const keeps = state.keepsBreaks && state.tables.length === 0;
  const [first = "", ...others] = keeps ? token.text.split("\n") : [token.text];
  return others.reduce<HtmlStep>(
    (step, text, at) => chainSteps(chainSteps(step, breakLine), (next) => stepTo(addText(next, text, token.line + at + 1))),
    stepTo(addText(state, first, token.line)),
  );
};

const START: TableState = {
  keepsBreaks: false,
  text: "",
  isStarted: false,
  line: 1,
  isApart: false,
  ignored: 0,
  isMark: false,
  footnote: undefined,
  raised: undefined,
  tables: [],
  lists: [],
};

/**
 * Reads a web page: blocks as paragraphs, tables with their spans, numbered lists with their numbers. With `keepsBreaks`,
 * line breaks outside of tables count too: a text whose tables alone are marked.
 */
export const readHtml = (source: string, keepsBreaks = false): SourceDocument => {
  const { state, out } = runSteps({ ...START, keepsBreaks }, tokenizeHtml(source), readToken);
  const pieces = [...out, ...endLine(state, true).out];
  return makeDocument(groupPieces(keepsBreaks ? pieces : countPieces(pieces)), {
    footnotes: pieces.flatMap((piece) => (piece.kind === "footnote" ? [piece.text] : [])),
  });
};
