import type { Line } from "../text/line.ts";
import type { Name } from "./run-on-names.ts";

/** What a pattern finds as its group `body` in the first characters of a line. */
export const matchBodies = (pattern: RegExp, { text, number }: Line, most: number): readonly Name[] =>
  [...text.slice(0, most).matchAll(pattern)].map(({ groups }) => ({ text: groups?.["body"] ?? "", at: number }));
