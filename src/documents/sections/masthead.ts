import { dateFrom } from "../expressions/calendar-days.ts";
import { findDates } from "../expressions/dates.ts";
import { ORGANIZATION, symbolAlone } from "../text/page-furniture.ts";
import { HEADINGS, ORIGINAL } from "../expressions/languages.ts";
import { folded, type Line } from "../text/line.ts";
import type { PlaceAndDates } from "./place-and-dates.ts";
import { findSymbols } from "../expressions/symbols.ts";
import { withoutMarks } from "../text/typography.ts";

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

const DISTRIBUTION = /(?<!\p{L})(?:Distr(?:ibución|ibution)?\.?|Рассылка|Distribución)\s?:?\s?(?<distribution>\p{L}{4,20})/iu;
const LANGUAGE = new RegExp(`${ORIGINAL.source}\\s?(?<language>\\p{L}{4,12}(?:[/,]\\s?\\p{L}{4,12}){0,3})`, "iu");
const ISSUED = /^(?:date ?:|fecha ?:|дата ?:)?\s?/iu;
const FLAT = 300;

const fullDate = (text: string): string | undefined => {
  const [dates] = findDates(text);
  const { year, month, day } = dates?.from ?? {};
  return !dates?.to && year !== undefined && month !== undefined && day !== undefined ? dateFrom(year, month, day) : undefined;
};

/** The date of issue: after "Distr.", or a date alone on a line. */
const issuedOn = (lines: readonly Line[]): string | undefined => {
  for (const { text } of lines) {
    const distribution = DISTRIBUTION.exec(text);
    const date = distribution ? fullDate(text.slice(distribution.index, distribution.index + 80)) : undefined;
    if (date) return date;
    const bare = text.replace(ISSUED, "");
    const [dates] = bare.length < 40 ? findDates(bare) : [];
    if (dates?.start === 0 && bare.length - dates.end < 6 && dates.from.weekday === undefined) return fullDate(bare);
  }
  return undefined;
};

const symbolOf = (lines: readonly Line[]): string | undefined => {
  for (const { text, cells } of lines) {
    const alone = symbolAlone(text) ?? cells.map(symbolAlone).find((symbol) => symbol !== undefined);
    if (alone) return alone;
    const end = DISTRIBUTION.exec(text)?.index;
    const [first] = end === undefined ? [] : findSymbols(text.slice(Math.max(0, end - 200), end));
    if (first) return first.symbol;
  }
  return undefined;
};

const ORDINAL_WORD =
  "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\p{L}{3,10}teenth|\\p{L}{3,8}tieth|hundredth)|\\p{L}{2,30}(?:ième|ème)|première?|primer[ao]?|segund[ao]|tercer[ao]?|cuart[ao]|quint[ao]|sext[ao]|séptim[ao]|octav[ao]|noven[ao]|décim[ao]|\\p{L}{3,14}ésim[ao]|\\p{L}{2,20}(?:ая|ое|ья|ье)|\\d{1,3}\\s?-?(?:st|nd|rd|th|e|er|ème|ª|º|o|a|-?я|-?е)";
const ORDINAL = `(?:(?:resumed|special|extraordinary|regular)\\s)?(?:(?:one\\s)?hundred(?:\\sand)?[\\s-])?(?:(?:cent|сто|двести|\\p{L}{2,8}дцать|сорок|\\p{L}{4,6}десят|девяносто|\\p{L}{3,14}ésim[oa]|décim[oa])\\s){0,2}(?:\\p{L}{2,16}-){0,4}(?:${ORDINAL_WORD})`;
const KIND =
  "(?:(?:regular|special|annual|ordinary|extraordinary|plenary|intersessional)\\s)?(?:session|meeting|assembly|réunion|sessions|período de sesiones|periodo de sesiones|reunión|сессия|совещание)";
const SESSION_NAME = new RegExp(`(?<!\\p{L})(?<session>${ORDINAL}\\s${KIND})(?!\\p{L})`, "iu");
const OF_BODY =
  /^\s?(?:of|OF|de la|DE LA|du|DU|de l.|del|DEL)\s(?:the\s|THE\s)?(?<body>\p{Lu}[^.;:]{3,160}?)(?=\swill\s|\sse\s|\sto be\s|[.;:]|$)/u;
/** A line that ends so goes on in the next. */
const GOES_ON = /(?:\s(?:of|on|the|and|for|to|in|de|la|des|du|les|et|y|los|las|por|по|о|об|и)|,|-)$/iu;

interface Block {
  readonly text: string;
  readonly at: number;
}

/** The lines that name something: joined where one goes on in the next. */
const blocksOf = (lines: readonly Line[]): readonly Block[] => {
  const blocks: Block[] = [];
  for (const [at, { text, cells }] of lines.entries()) {
    const last = blocks.at(-1);
    const printed = withoutMarks(cells.length > 1 ? cells.filter((cell) => symbolAlone(cell) === undefined).join(" ") : text);
    if (last && (GOES_ON.test(last.text) || /^(?:of|on|the|for|and|to|de|du|des|del|la)\s/u.test(printed)))
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
  !/^(?:annotated|provisional|draft|restricted|unrestricted|limited|confidential|public|revised|tentative|note|item|point|tema|пункт|english|french|spanish|russian|arabic|chinese|français|anglais|español|inglés|русский|английский|annex|contents|updated|general)(?!\p{L})/iu.test(
    text,
  );

/** Names of bodies: what is left of the masthead when symbols, dates, headings and the session are taken away. */
const bodies = (
  lines: readonly Line[],
  place: PlaceAndDates | undefined,
): { readonly names: readonly Block[]; readonly session?: string } => {
  const at = place ? lines.indexOf(place.line) : lines.length;
  const blocks = blocksOf(lines.filter((line) => line.text.length < FLAT && line !== place?.line));
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
export const masthead = (lines: readonly Line[], place: PlaceAndDates | undefined): Masthead => {
  const { names, session } = bodies(lines, place);
  const original = lines.findIndex(({ text }) => LANGUAGE.test(text));
  const [above, below] = [names.filter(({ at }) => at <= original), names.filter(({ at }) => at > original)];
  const body = original < 0 ? names.at(-1) : (below.at(-1) ?? above.at(-1));
  const parent = names.findLast(({ at, text }) => body && at < body.at && text !== body.text);
  const symbol = symbolOf(lines);
  const issued = issuedOn(lines);
  const distribution = lines.map(({ text }) => DISTRIBUTION.exec(text)?.groups?.["distribution"]).find(Boolean);
  const language = lines.map(({ text }) => LANGUAGE.exec(text)?.groups?.["language"]).find(Boolean);
  return {
    ...(symbol && { symbol }),
    ...(body && { body: body.text }),
    ...(parent && folded(parent.text) !== folded(body?.text ?? "") && { parent: parent.text }),
    ...(session && { session }),
    ...(issued && { issuedOn: issued }),
    ...(distribution && { distribution }),
    ...(language && { originalLanguage: language }),
  };
};
