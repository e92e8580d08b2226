import { readLeadingItems } from "../expressions/item-numbers.ts";
import { findWords } from "../languages/expressions.ts";
import { makeLine, type Line } from "../text/line.ts";

/** Lists of items that the end of a line parts: "Items 2 (a), 2 (b) and 2" above "(c)". */

const REFERENCE = findWords("itemWord", "itemReference");
/** Longer ones are prose. */
const LONGEST = 200;

const isWholeList = (text: string): boolean => {
  const list = readLeadingItems(text);
  return list !== undefined && /^[\s.]*$/.test(text.slice(list.length));
};

/** Whether two lines are one list of items, of which the first alone is not yet all. */
const isOneList = (above: string, below: string): boolean => {
  const at = above.length + below.length > LONGEST || !/^[\d([a-z]/.test(below) ? -1 : above.search(REFERENCE);
  return at >= 0 && isWholeList(`${above.slice(at)} ${below}`);
};

export const joinWrappedItems = (lines: readonly Line[]): readonly Line[] => {
  const joined: Line[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    const isGoingOn = above?.cells.length === 1 && line.cells.length === 1 && !line.isApart && isOneList(above.text, line.text);
    if (above && isGoingOn)
      joined[joined.length - 1] = makeLine(above.number, [`${above.text} ${line.text}`], above.isApart, undefined, above.indent);
    else joined.push(line);
  }
  return joined;
};
