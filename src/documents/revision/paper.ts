import { getDate } from "../../meeting/local-time.ts";
import type { DraftMeeting } from "../../meeting/draft.ts";
import type { Covers } from "../../meeting/record.ts";
import type { Language } from "../../meeting/text.ts";
import type { Line } from "../text/line.ts";
import { dropFurniture } from "../text/page-furniture.ts";
import { readCorrections, type PrintedCorrections } from "./corrections.ts";
import { detectWritten, HEADS, ONLY } from "./patterns.ts";

/** What a document says of itself, beside what it says of the meeting: by which it is laid over another. */
export interface Paper extends PrintedCorrections {
  readonly covers: Covers;
  /** Whether it says itself that it covers a part. */
  readonly isPartial: boolean;
  /** Of a document of some days: the days for which it prints sittings. */
  readonly days: readonly string[];
  /** Whether it is an organization of work of all days of the meeting. */
  readonly statesAllDays: boolean;
  /** Undefined where its words do not tell. */
  readonly language: Language | undefined;
  /** The one language for which it says that it speaks. */
  readonly only: Language | undefined;
  /** Whether it is a corrigendum of single words, and not the text anew. */
  readonly isOfWords: boolean;
}

const SUFFIXES: readonly (readonly [RegExp, Covers])[] = [
  [/[/.\s(-]Corr(?:\.|\b)/i, "corrections"],
  // An addendum that is revised states what it added, and nothing leaves by it.
  [/[/.\s(-]Add\.?\s?\d.*Rev/i, "corrections"],
  [/[/.\s(-]Add(?:\.|\b)/i, "additions"],
  [/[/.\s(-]Rev(?:\.|\b)/i, "all"],
];

const findBySymbol = (symbol: string | undefined): Covers | undefined => SUFFIXES.find(([suffix]) => suffix.test(symbol ?? ""))?.[1];

const LONGEST_HEADING = 120;
const KINDS = ["corrections", "additions", "days", "all"] as const satisfies readonly Covers[];

/** What a document calls itself above its text, and on which line. */
const findByHeading = (masthead: readonly Line[]): { readonly covers: Covers; readonly line: number } | undefined => {
  for (const { text, cells, number } of masthead) {
    const covers = KINDS.find((kind) => [text, ...cells].some((cell) => cell.length <= LONGEST_HEADING && HEADS[kind].test(cell)));
    if (covers) return { covers, line: number };
  }
  return undefined;
};

const listDays = ({ slots }: Pick<DraftMeeting, "slots">): readonly string[] => [...new Set(slots.map(({ start }) => getDate(start)))];

/** Reads what kind of paper a document is: by its symbol, then by what it calls itself, then by what it prints. */
export const readPaper = (
  lines: readonly Line[],
  masthead: readonly Line[],
  { agenda, slots }: DraftMeeting,
  listsAgenda: boolean,
): Paper => {
  const heading = findByHeading(masthead);
  const named = findBySymbol(agenda.symbol) ?? heading?.covers;
  const isWhole = listsAgenda || slots.length === 0;
  const covers = named === "all" || named === undefined ? (isWhole ? "all" : "days") : named;
  const isCorrigendum = covers === "corrections";
  const from = heading?.covers === "corrections" ? heading.line : 0;
  // The whole text anew may say anything in its sentences.
  const isAnew = listsAgenda && slots.length > 0;
  const printed = isCorrigendum && !isAnew ? readCorrections(dropFurniture(lines.filter(({ number }) => number > from))) : undefined;
  const { corrections, unread } = printed ?? { corrections: [], unread: [] };
  const isCorrected = corrections.length + unread.length > 0;
  return {
    covers,
    isPartial: named !== undefined && named !== "all",
    days: listDays({ slots }),
    statesAllDays: named === "all" && !isWhole,
    language: corrections[0]?.language ?? detectWritten(lines.map(({ text }) => text).join("\n")),
    only: isCorrigendum ? ONLY.find(([, words]) => masthead.some(({ text }) => text.search(words) >= 0))?.[0] : undefined,
    isOfWords: isCorrigendum && (isCorrected || (agenda.items.length === 0 && slots.length === 0)),
    corrections,
    unread,
  };
};
