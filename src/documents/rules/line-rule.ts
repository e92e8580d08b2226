import { normalizeText, type Line } from "../text/line.ts";
import { isDayHeading } from "../sections/sections.ts";

/** What a person said that a line of a document means: found again by its printed words, in the next document too. */
export interface LineRule {
  readonly printed: string;
  /** The day above the line, as printed: under another day it is another line. */
  readonly under?: string;
  readonly meaning: Meaning;
  /** Whether the line says this and nothing else; otherwise it is read, and what was read is corrected. */
  readonly isWhole: boolean;
}

/** What lines can mean: "slot 13 March 10:00-13:00 = 1, 2", "item 3 = Title", "drop 13 March 10:00", "nothing". */
const MEANINGS = ["slot", "item", "drop", "nothing"] as const;
export interface Meaning {
  readonly kind: (typeof MEANINGS)[number];
  readonly text: string;
}

export const parseMeaning = (said: string): Meaning | undefined => {
  const [word = "", ...rest] = said.trim().split(/\s+/);
  const kind = MEANINGS.find((known) => known === word);
  const text = rest.join(" ");
  return kind !== undefined && (text === "") === (kind === "nothing") ? { kind, text } : undefined;
};

export const formatMeaning = ({ kind, text }: Meaning): string => (text === "" ? kind : `${kind} ${text}`);

/** The day under which each line stands, as printed. */
const listDaysAbove = (lines: readonly Line[]): readonly (string | undefined)[] => {
  let day: string | undefined;
  return lines.map(({ cells }) => {
    const above = day;
    day = cells.find((cell) => isDayHeading(cell)) ?? day;
    return above;
  });
};

/** The rule that a line has this meaning. */
export const makeRule = (lines: readonly Line[], number: number, meaning: Meaning, isWhole: boolean): LineRule | undefined => {
  const at = lines.findIndex((line) => line.number === number);
  const line = lines[at];
  const under = listDaysAbove(lines)[at];
  return line && { printed: line.text, ...(under !== undefined && { under }), meaning, isWhole };
};

const sayPlace = (printed: string, under: string | undefined): string => `${normalizeText(under ?? "")}\n${normalizeText(printed)}`;

/** Where in a document the line of a rule stands, by index. */
export const findLines = (lines: readonly Line[], { printed, under }: LineRule): readonly number[] => {
  const days = listDaysAbove(lines);
  const place = sayPlace(printed, under);
  return lines.flatMap(({ text }, at) => (sayPlace(text, days[at]) === place ? [at] : []));
};

/** What of a line a rule is about: the whole line; else an item, or the sitting that begins at an hour. */
const sayTarget = ({ meaning: { kind, text }, isWhole }: LineRule): string => {
  const [head = ""] = text.split("=", 1);
  return isWhole ? "line" : kind === "item" ? `item ${head.trim()}` : (head.split(/\s?[-–—]\s?(?=\d)/, 1)[0]?.trim() ?? "");
};

/** Rules with others after them, which say anew what those of the same line said of the same thing. */
export const addRules = (known: readonly LineRule[], added: readonly LineRule[]): readonly LineRule[] => {
  const sayAll = (rule: LineRule): string => `${sayPlace(rule.printed, rule.under)}\n${sayTarget(rule)}`;
  const places = new Set(added.map(sayAll));
  return [...known.filter((rule) => !places.has(sayAll(rule))), ...added];
};
