import type { PageLine } from "./page-lines.ts";

/** The lines of pages without what belongs to the page: what stands at its top or bottom again and again, and footnotes. */
export interface Pages {
  readonly pages: readonly (readonly PageLine[])[];
  readonly furniture: readonly string[];
  readonly footnotes: readonly string[];
}

const printLine = ({ segments }: PageLine): string => segments.map(({ text }) => text).join(" ");
const ignoreNumbers = (text: string): string => text.replaceAll(/\d+/g, "#");

/** Lines at the top and at the bottom in which pages repeat themselves. */
const EDGE = 3;
const listEdges = (lines: readonly PageLine[]): readonly PageLine[] => [...lines.slice(0, EDGE), ...lines.slice(-EDGE)];

/** Points by which what repeats may stand higher or lower on another page. */
const SAME_HEIGHT = 4;

/** Lines at the edges of pages that another page has at the same height: a heading may end two pages by chance. */
const findFurniture = (pages: readonly (readonly PageLine[])[]): ReadonlySet<PageLine> => {
  const edges = pages.flatMap((lines, page) => [...new Set(listEdges(lines))].map((line) => ({ line, page })));
  const alike = Map.groupBy(edges, ({ line }) => ignoreNumbers(printLine(line)));
  return new Set(
    [...alike.values()].flatMap((those) =>
      those.flatMap(({ line, page }) =>
        those.some((other) => other.page !== page && Math.abs(other.line.y - line.y) <= SAME_HEIGHT) ? [line] : [],
      ),
    ),
  );
};

/** Notes below a page are set smaller than the text. */
const SMALLER = 0.93;
const NOTE = /^(?:\d{1,3}|\*{1,3}|[†‡])\s?\S/u;

const findBodySize = (lines: readonly PageLine[]): number => {
  const sizes = lines.map(({ size }) => size).toSorted((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
};

/** Where the notes of a page begin: a mark, from which on all is set small. */
const findNotes = (lines: readonly PageLine[], bodySize: number): number => {
  const at = lines.findLastIndex(({ size }) => size >= SMALLER * bodySize) + 1;
  const first = lines.findIndex((line, index) => index >= at && NOTE.test(printLine(line)));
  return first < 0 ? lines.length : first;
};

export const splitPages = (pages: readonly (readonly PageLine[])[]): Pages => {
  const repeated = findFurniture(pages);
  const own = pages.map((lines) => lines.filter((line) => !repeated.has(line)));
  const bodySize = findBodySize(own.flat());
  const cut = own.map((lines) => findNotes(lines, bodySize));
  return {
    pages: own.map((lines, page) => lines.slice(0, cut[page])),
    furniture: [...new Set([...repeated].map(printLine))],
    footnotes: own.flatMap((lines, page) => lines.slice(cut[page]).map(printLine)),
  };
};
