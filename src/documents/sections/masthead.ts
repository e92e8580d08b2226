import { formatDate } from "../expressions/calendar-days.ts";
import { findDates } from "../expressions/dates.ts";
import { ORGANIZATION, readLoneSymbol } from "../text/page-furniture.ts";
import { anyOf, anyWordOf, findWords, GOES_ON, HEADINGS, listWords } from "../languages/expressions.ts";
import { normalizeText, type Line } from "../text/line.ts";
import type { PlaceAndDates } from "./place-and-dates.ts";
import { findSymbols } from "../expressions/symbols.ts";
import { removeMarks } from "../text/typography.ts";

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

const DISTRIBUTION = new RegExp(`(?<!\\p{L})${anyOf("distribution")}\\s?:?\\s?(?<distribution>\\p{L}{4,20})`, "iu");
const LANGUAGE = new RegExp(`(?:${findWords("original").source})\\s?(?<language>\\p{L}{4,12}(?:[/,]\\s?\\p{L}{4,12}){0,3})`, "iu");
const ISSUED = new RegExp(`^(?:${anyOf("dateLabel")})?\\s?`, "iu");
const FLAT = 300;

const readFullDate = (text: string): string | undefined => {
  const [dates] = findDates(text);
  const { year, month, day } = dates?.from ?? {};
  return !dates?.to && year !== undefined && month !== undefined && day !== undefined ? formatDate(year, month, day) : undefined;
};

/** The date of issue: after "Distr.", or a date alone on a line. */
const findIssueDate = (lines: readonly Line[]): string | undefined => {
  for (const { text } of lines) {
    const distribution = DISTRIBUTION.exec(text);
    const date = distribution ? readFullDate(text.slice(distribution.index, distribution.index + 80)) : undefined;
    if (date) return date;
    const bare = text.replace(ISSUED, "");
    const [dates] = bare.length < 40 ? findDates(bare) : [];
    if (dates?.start === 0 && bare.length - dates.end < 6 && dates.from.weekday === undefined) return readFullDate(bare);
  }
  return undefined;
};

const findOwnSymbol = (lines: readonly Line[]): string | undefined => {
  for (const { text, cells } of lines) {
    const alone = readLoneSymbol(text) ?? cells.map(readLoneSymbol).find((symbol) => symbol !== undefined);
    if (alone) return alone;
    const end = DISTRIBUTION.exec(text)?.index;
    const [first] = end === undefined ? [] : findSymbols(text.slice(Math.max(0, end - 200), end));
    if (first) return first.symbol;
  }
  return undefined;
};

const ORDINAL_WORD = anyOf("sessionOrdinal");
const ORDINAL = `(?:(?:resumed|special|extraordinary|regular)\\s)?(?:(?:one\\s)?hundred(?:\\sand)?[\\s-])?(?:(?:cent|сто|двести|\\p{L}{2,8}дцать|сорок|\\p{L}{4,6}десят|девяносто|\\p{L}{3,14}ésim[oa]|décim[oa])\\s){0,2}(?:\\p{L}{2,16}-){0,4}(?:${ORDINAL_WORD})`;
const KIND = anyOf("sessionKind");
const SESSION_NAME = new RegExp(`(?<!\\p{L})(?<session>${ORDINAL}\\s${KIND})(?!\\p{L})`, "iu");
const OF_BODY = new RegExp(
  `^\\s?(?:${anyOf("ofBody")}|${anyOf("ofBody").toUpperCase()})\\s(?<body>\\p{Lu}[^.;:]{3,160}?)(?=\\s${anyOf("willBe")}\\s|[.;:]|$)`,
  "u",
);
const JOINS_NAME = new RegExp(`^(?:${listWords("joinsName").join("|")})\\s`, "u");
const NO_NAME = new RegExp(`^${anyWordOf("notName")}`, "iu");

interface Block {
  readonly text: string;
  readonly at: number;
}

/** The lines that name something: joined where one goes on in the next. */
const joinNames = (lines: readonly Line[]): readonly Block[] => {
  const blocks: Block[] = [];
  for (const [at, { text, cells }] of lines.entries()) {
    const last = blocks.at(-1);
    const printed = removeMarks(cells.length > 1 ? cells.filter((cell) => readLoneSymbol(cell) === undefined).join(" ") : text);
    if (last && (GOES_ON.test(last.text) || JOINS_NAME.test(printed)))
      blocks[blocks.length - 1] = { ...last, text: `${last.text} ${printed}` };
    else if (printed) blocks.push({ text: printed, at });
  }
  return blocks;
};

const isName = (text: string): boolean =>
  text.length > 3 &&
  text.length < 200 &&
  /^\p{Lu}/u.test(text) &&
  !/[.:|[\]]|\d{4}/.test(text.replaceAll(/\bNo\./g, "")) &&
  !DISTRIBUTION.test(text) &&
  !LANGUAGE.test(text) &&
  findSymbols(text).length === 0 &&
  findDates(text).length === 0 &&
  !Object.values(HEADINGS).some((heading) => heading.test(text)) &&
  !ORGANIZATION.test(text) &&
  !NO_NAME.test(text);

/** Names of bodies: what is left of the masthead when symbols, dates, headings and the session are taken away. */
const findBodies = (
  lines: readonly Line[],
  place: PlaceAndDates | undefined,
): { readonly names: readonly Block[]; readonly session?: string } => {
  const at = place ? lines.indexOf(place.line) : lines.length;
  const blocks = joinNames(lines.filter((line) => line.text.length < FLAT && line !== place?.line));
  const named = blocks.map((block) => ({ block, found: SESSION_NAME.exec(block.text) })).find(({ found }) => found);
  const session = (named?.found ?? SESSION_NAME.exec(place?.line.text.slice(0, FLAT) ?? ""))?.groups?.["session"];
  const after = named?.found ? named.block.text.slice(named.found.index + named.found[0].length) : "";
  const ofBody = OF_BODY.exec(after)?.groups?.["body"];
  if (ofBody && session) return { names: [{ text: ofBody.trim(), at: named?.block.at ?? 0 }], session };
  const names = blocks
    .map((block) => ({ ...block, text: block.text.replace(SESSION_NAME, "").replaceAll(/^[\s,–—-]{1,5}|[\s,–—-]{1,5}$/g, "") }))
    .filter((block) => block.at < at || at === 0)
    .filter(
      ({ text }) => isName(text) && !(place?.city && text.startsWith(place.city)) && !/^(?:plenary )?(?:session|meeting)/iu.test(text),
    );
  return { names, ...(session && { session }) };
};

/** Reads what stands before the agenda. Of two bodies, the first is the parent: it stands above the other. */
export const readMasthead = (lines: readonly Line[], place: PlaceAndDates | undefined): Masthead => {
  const { names, session } = findBodies(lines, place);
  const original = lines.findIndex(({ text }) => LANGUAGE.test(text));
  const [above, below] = [names.filter(({ at }) => at <= original), names.filter(({ at }) => at > original)];
  const body = original < 0 ? names.at(-1) : (below.at(-1) ?? above.at(-1));
  const parent = names.findLast(({ at, text }) => body && at < body.at && text !== body.text);
  const symbol = findOwnSymbol(lines);
  const issued = findIssueDate(lines);
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
