import type { Language } from "../../meeting/text.ts";
import type { Line } from "../text/line.ts";
import { joinLines } from "../text/typography.ts";
import { BEGINS, COLUMN_HEADS, CORRECTIONS, INSTRUCTIONS, SHOULD_READ } from "./patterns.ts";

/** "For … read …", as a corrigendum prints it. */
export interface Correction {
  readonly find: string;
  readonly replace: string;
  /** What is said of where it stands: "Thursday, 28 January, morning", "Agenda item 5". */
  readonly where: string;
  readonly language: Language;
  /** The whole, to be quoted. */
  readonly printed: string;
  readonly line: number;
}

/** A line that asks for something and is no correction of words. */
interface Unread {
  readonly printed: string;
  readonly line: number;
}

export interface PrintedCorrections {
  readonly corrections: readonly Correction[];
  readonly unread: readonly Unread[];
}

const QUOTES = /^[\s«»“”„"‘’'‹›「」『』]+|[\s«»“”„"‘’'‹›「」『』;,]+$/gu;

/** The stop that ends the sentence is no part of what is read; that of "p.m." is. */
const unquote = (text: string): string => {
  const bare = text.trim().replaceAll(QUOTES, "");
  const ended = /(?:[ap]\.m\.|\b(?:мин|ч|h)\.)$/i.test(bare) ? bare : bare.replace(/[.。]$/u, "");
  return ended.replaceAll(QUOTES, "").trim();
};

/** Characters that a correction can fill; a longer paragraph is prose. */
const LONGEST = 4000;

const matchCorrection = (text: string): Omit<Correction, "line" | "printed"> | undefined => {
  if (text.length > LONGEST) return undefined;
  for (const [language, patterns] of CORRECTIONS) {
    for (const pattern of patterns) {
      const { where = "", find = "", replace = "" } = pattern.exec(text)?.groups ?? {};
      const correction = { where: where.trim(), find: unquote(find), replace: unquote(replace), language };
      if (correction.find && correction.replace) return correction;
    }
  }
  return undefined;
};

/** How many paragraphs one correction can fill. */
const PARTS = [1, 2, 3, 4];

interface Paragraph {
  readonly text: string;
  readonly line: number;
}

const startsUpper = (text: string): boolean => /^[\p{Lu}\p{Lo}\d]/u.test(text);

/** Lines of one sentence together; a correction that is whole ends it. */
const joinParagraphs = (lines: readonly Line[]): readonly Paragraph[] => {
  const paragraphs: Paragraph[] = [];
  for (const { text, isApart, number } of lines) {
    const last = paragraphs.at(-1);
    const goesOn = last && !isApart && !(startsUpper(text) && (matchCorrection(last.text) || matchCorrection(text)));
    if (goesOn) paragraphs[paragraphs.length - 1] = { ...last, text: joinLines(last.text, text) };
    else paragraphs.push({ text, line: number });
  }
  return paragraphs;
};

/** Rows under the two words that head the columns of a table. */
const readColumns = (lines: readonly Line[]): readonly Correction[] => {
  let language: Language | undefined;
  return lines.flatMap(({ cells, number }): readonly Correction[] => {
    const [first = "", second = "", ...others] = cells.filter(Boolean);
    if (second === "" || others.length > 0) return [];
    const head = COLUMN_HEADS.find(([, pairs]) => pairs.some(([find, read]) => find.test(first) && read.test(second)));
    if (head) [language] = head;
    if (head || language === undefined) return [];
    return [{ find: unquote(first), replace: unquote(second), where: "", language, printed: `${first} → ${second}`, line: number }];
  });
};

const isInstruction = (text: string): boolean =>
  INSTRUCTIONS.some(([, pattern]) => pattern.test(text)) || SHOULD_READ.some(([, pattern]) => text.search(pattern) >= 0);

/** The corrections of a corrigendum, each with what stands above it, and what else it asks for. */
export const readCorrections = (lines: readonly Line[]): PrintedCorrections => {
  const corrections: Correction[] = [...readColumns(lines)];
  const unread: Unread[] = [];
  const paragraphs = joinParagraphs(lines.filter(({ cells }) => cells.filter(Boolean).length === 1));
  let above: Paragraph[] = [];
  let isUsed = false;
  for (let at = 0; at < paragraphs.length; at += 1) {
    const paragraph = paragraphs[at];
    if (!paragraph) break;
    // "For", what is meant, "read" and what is right may each stand on a line of its own.
    const isBegun = BEGINS.some((words) => words.test(paragraph.text));
    const found = (isBegun ? PARTS : [1])
      .map((count) => paragraphs.slice(at, at + count))
      .map((some) => ({ some, correction: matchCorrection(some.map(({ text }) => text).join(" ")) }))
      .find(({ correction }) => correction !== undefined);
    if (found?.correction) {
      const { correction, some } = found;
      corrections.push({
        ...correction,
        where: [...above.map(({ text }) => text), correction.where].filter(Boolean).join(", "),
        printed: some.map(({ text }) => text).join(" "),
        line: paragraph.line,
      });
      isUsed = true;
      at += some.length - 1;
    } else if (isInstruction(paragraph.text)) unread.push({ printed: paragraph.text, line: paragraph.line });
    else {
      above = isUsed ? [paragraph] : [...above, paragraph];
      isUsed = false;
    }
  }
  // What stands above a correction says where that is; after the last it says something of its own.
  const left = corrections.length > 0 && !isUsed ? above : [];
  return { corrections, unread: [...unread, ...left.map(({ text, line }) => ({ printed: text, line }))] };
};
