import { formatDate } from "../expressions/calendar-days.ts";
import { tokenize, type TokenKind } from "../expressions/date-tokens.ts";
import { findDates } from "../expressions/dates.ts";
import { readLoneSymbol } from "../text/page-furniture.ts";
import { findWords, matchAny, matchWhole } from "../languages/expressions.ts";
import { normalizeText, type Line } from "../text/line.ts";
import { detectLanguage, nameLanguage } from "../languages/small-words.ts";
import { findBodies, includesWords } from "./body-names.ts";
import { DISTRIBUTION, LANGUAGE } from "./distribution.ts";
import { BODY_WORD, ORGAN, type Name } from "./run-on-names.ts";
import type { PlaceAndDates } from "./parse-place.ts";
import { findSymbols } from "../expressions/symbols.ts";

/** What stands above the agenda, apart from place and dates. */
export interface Masthead {
  readonly symbol?: string;
  readonly body?: string;
  readonly parent?: string;
  readonly session?: string;
  readonly issuedOn?: string;
  readonly distribution?: string;
  readonly originalLanguage?: string;
}

const ISSUED = new RegExp(`^(?:${matchAny("dateLabel")})?\\s?`, "iu");

const readFullDate = (text: string): string | undefined => {
  const [dates] = findDates(text);
  const { year, month, day } = dates?.from ?? {};
  return !dates?.to && year !== undefined && month !== undefined && day !== undefined ? formatDate(year, month, day) : undefined;
};

/** A place behind a date: then it is that of the meeting. */
const NAMED = /[\p{Lu}\p{Lo}]/u;

/** The date of issue: after "Distr.", or a date alone on a line. */
const findIssueDate = (lines: readonly Line[]): string | undefined => {
  for (const { text } of lines) {
    const distribution = DISTRIBUTION.exec(text);
    const date = distribution ? readFullDate(text.slice(distribution.index, distribution.index + 80)) : undefined;
    if (date) return date;
    const bare = text.replace(ISSUED, "");
    const [dates] = bare.length < 40 ? findDates(bare) : [];
    if (dates?.start === 0 && !NAMED.test(bare.slice(dates.end)) && bare.length - dates.end < 6 && dates.from.weekday === undefined)
      return readFullDate(bare);
  }
  return undefined;
};

const DATE_KINDS = new Set<TokenKind>(["month", "year", "number", "comma", "filler"]);
const isOnlyDate = (text: string): boolean => {
  const tokens = tokenize(text);
  return tokens.some(({ kind }) => kind === "year") && tokens.every(({ kind }) => DATE_KINDS.has(kind));
};

/** Letters of a name that is set in capitals. */
const LOUD = /^[\p{Lu}\P{L}]{8,}$/u;

/** The symbol on a line with the name of the body, the date of issue, or the language of the original. */
const readSymbolBeside = (text: string): string | undefined => {
  const [found, ...others] = findSymbols(text.slice(0, LONGEST_BESIDE));
  if (!found || others.length > 0) return undefined;
  const [before, after] = [text.slice(0, found.start).trim(), text.slice(found.end).replace(/^[\s*]+/, "")];
  const isNamed = after === "" && LOUD.test(before) && BODY_WORD.test(before);
  const isIssued = before === "" && isOnlyDate(after);
  return isNamed || isIssued || LANGUAGE.test(after) ? found.symbol : undefined;
};
const LONGEST_BESIDE = 200;

/** Cells of a row in which a symbol stands beside other words of a masthead. */
const MOST_CELLS = 3;
/** Lines up to the first table that holds longer rows: the symbols in it are those of other papers. */
const dropTables = (lines: readonly Line[]): readonly Line[] => {
  const long = lines.findIndex(({ cells }) => cells.filter(Boolean).length > MOST_CELLS);
  return long < 0 ? lines : lines.filter(({ cells }, at) => at < long || cells.length !== lines[long]?.cells.length);
};

/** The one symbol that stands above the language of the original, whatever runs on with it. */
const readSymbolAbove = (lines: readonly Line[]): string | undefined => {
  const language = lines.findIndex(({ text }) => LANGUAGE.test(text));
  const [only, ...others] = new Set(
    lines.slice(0, Math.max(language, 0)).flatMap(({ text }) => findSymbols(text.slice(0, LONGEST_BESIDE)).map(({ symbol }) => symbol)),
  );
  return others.length === 0 ? only : undefined;
};

const findOwnSymbol = (lines: readonly Line[]): string | undefined => {
  for (const { text, cells } of lines) {
    const alone = readLoneSymbol(text) ?? cells.map(readLoneSymbol).find((symbol) => symbol !== undefined);
    if (alone) return alone;
    const end = DISTRIBUTION.exec(text)?.index;
    if (end === undefined) continue;
    const [before] = findSymbols(text.slice(Math.max(0, end - 200), end));
    const [after] = findSymbols(text.slice(end, end + 60));
    const found = before ?? after;
    if (found) return found.symbol;
  }
  return lines.map(({ text }) => readSymbolBeside(text)).find((symbol) => symbol !== undefined) ?? readSymbolAbove(lines);
};

const BARE_MEETING = matchWhole("meetingBody");
const SUBSIDIARY = findWords("subsidiaryOrgan");
const rankName = ({ text }: Name): number => (!ORGAN.test(text) ? 0 : BARE_MEETING.test(text) ? 1 : SUBSIDIARY.test(text) ? 3 : 2);
/** An organization may stand below its organ, a committee below its working group, and "Meeting of experts" below the organ whose it is: it is the organ that meets. */
const putOrgansLast = (names: readonly Name[]): readonly Name[] => names.toSorted((a, b) => rankName(a) - rankName(b));

/** Lines that tell the language of a document, and characters of each. */
const [TELLING, LONGEST_TELLING] = [100, 400];
const readStart = (all: readonly Line[]): string =>
  all
    .slice(0, TELLING)
    .map(({ text }) => text.slice(0, LONGEST_TELLING))
    .join(" ");

/** Of names in two languages, those in the language of the document; where it is in both, in that of the first. */
const keepLanguage = (names: readonly Name[], all: readonly Line[]): readonly Name[] => {
  const organs = names.filter(({ text }) => ORGAN.test(text));
  const language = detectLanguage(readStart(all)) ?? organs.map(({ text }) => nameLanguage(text)).find(Boolean);
  const isOther = ({ text }: Name): boolean => (nameLanguage(text) ?? language) !== language;
  return organs.every(isOther) ? names : names.filter((name) => !isOther(name));
};

/** Reads what stands before the agenda, and of it the lines that name the body. Of two bodies, the first is the parent: it stands above the other. */
export const readMasthead = (
  lines: readonly Line[],
  own: readonly Line[],
  place: PlaceAndDates | undefined,
  all: readonly Line[] = lines,
): Masthead => {
  const { names: printed, session } = findBodies(own, place);
  const names = putOrgansLast(keepLanguage(printed, all));
  const last = names.at(-1);
  // "Nets Parliament / Sixth Parliament": the last is the first, in short.
  const body = names.findLast(({ text }) => last && includesWords(text, last.text)) ?? last;
  const parent = names.findLast((other) => other !== body && other !== last && other.text !== body?.text);
  const symbol = findOwnSymbol(dropTables(lines));
  const issued = findIssueDate(lines.filter(({ number }) => number !== place?.line.number));
  const distribution = lines.map(({ text }) => DISTRIBUTION.exec(text)?.groups?.["distribution"]).find(Boolean);
  const language = lines.map(({ text }) => LANGUAGE.exec(text)?.groups?.["language"]).find(Boolean);
  return {
    ...(symbol && { symbol }),
    ...(body && { body: body.text }),
    ...(parent && normalizeText(parent.text) !== normalizeText(body?.text ?? "") && { parent: parent.text }),
    ...(session && { session }),
    ...(issued && { issuedOn: issued }),
    ...(distribution && { distribution }),
    ...(language && { originalLanguage: language }),
  };
};
