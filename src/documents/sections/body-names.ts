import { matchAny, MONTH_OF } from "../languages/expressions.ts";
import { readHeading } from "./sections.ts";
import { normalizeText, type Line } from "../text/line.ts";
import { joinNames } from "./join-names.ts";
import { findOfBody, joinWrapped, MEETING_BODY } from "./of-body.ts";
import type { PlaceAndDates } from "./parse-place.ts";
import { dropHeadingBehind, isName, isOfBody, readNumberedName } from "./printed-names.ts";
import {
  FLAT,
  findRun,
  ORGAN,
  readAfterOrdinal,
  readBeforeSession,
  readNameOnDatedLine,
  readLoudName,
  readTrailingName,
  type Name,
} from "./run-on-names.ts";
import { readTitledMeeting } from "./titled-meeting.ts";
import { OF_SESSION, restoreSpaces, SESSION_NAME } from "./session-names.ts";

export const includesWords = (text: string, words: string): boolean =>
  ` ${normalizeText(text)} `.includes(` ${normalizeText(words)} `) && normalizeText(text) !== normalizeText(words);

/** Letters of a name that is set in capitals. */
const LOUD = /^[\p{Lu}\P{L}]{8,}$/u;
/** "COUNCIL 2031", "COUNCIL – MARCH 2031": the year is that of its session. */
const YEAR_BEHIND = new RegExp(`(?:\\s[–—-]\\s(?:${[...MONTH_OF.keys()].join("|")}))?\\s(?:19|20)\\d{2}$`, "iu");
const OF_BEFORE = new RegExp(`^\\s?${matchAny("ofBody")}(?:\\s|(?<=[’']))`, "iu");
/** "Reissued for technical reasons": how a footnote begins. */
const ISSUED_BEHIND = new RegExp(`\\s?${matchAny("issuedBy")}\\s.*$`, "u");
/** A text without the session that it names; of "Items for the tenth session of the Council" the body alone. */
const dropSession = (text: string): string => {
  const found = SESSION_NAME.exec(text);
  if (!found) return text;
  const after = text.slice(found.index + found[0].length);
  return OF_BEFORE.test(after) ? after.replace(OF_BEFORE, "").replace(ISSUED_BEHIND, "") : `${text.slice(0, found.index)}${after}`;
};
/** Characters of a line in which its session is named. */
const LONGEST_LINE = 1200;

/** "Northern Nets Organization" for "NNO": its initials. */
const spellsOut = (name: string, short: string): boolean =>
  /^\p{Lu}{3,10}$/u.test(short) &&
  name
    .split(/[\s-]/)
    .map((word) => word.charAt(0))
    .filter((letter) => /\p{Lu}/u.test(letter))
    .join("") === short;

/** "Committee on Nets", "Nets Committee", "Congrès des filets": what the body is begins or ends its name, and nothing is said of it. */
const WHOLE = new RegExp(
  `^(?:${matchAny("organWord")}\\s(?:${matchAny("ofBody")}|on|for|sur|pour|sobre|para|по)\\s|(?:\\p{Lu}[\\p{L}’'-]+\\s){1,4}(?=\\p{Lu})${matchAny("organWord")}$)`,
  "iu",
);
const isWhole = (text: string): boolean => WHOLE.test(text);

interface Bodies {
  readonly names: readonly Name[];
  readonly session?: string;
}

const readOfSession = (text: string): string | undefined => {
  const { kind = "", body } = OF_SESSION.exec(text)?.groups ?? {};
  // "Meeting of the Bureau" says less without its first word.
  return MEETING_BODY.test(text) || isOfBody(kind) || body?.includes(" ") !== true ? undefined : body;
};

/** Names of bodies: what is left of the masthead when symbols, dates, headings and the session are taken away. */
const findNames = (lines: readonly Line[], place: PlaceAndDates | undefined): Bodies => {
  const placed = place ? lines.indexOf(place.line) : -1;
  const at = placed < 0 ? lines.length : placed;
  const blocks = joinNames(lines.filter((line) => line.text.length < FLAT && line !== place?.line)).map((block) => ({
    ...block,
    text: restoreSpaces(block.text),
  }));
  const named = blocks.map((block) => ({ block, found: SESSION_NAME.exec(block.text) })).find(({ found }) => found);
  const numbered = blocks.find(({ text }) => readNumberedName(text));
  const run = named || numbered ? undefined : findRun(lines);
  const session = (named?.found ?? run?.found)?.groups?.["session"];
  const trailing = run && readTrailingName(run.text.slice(0, run.found.index));
  if (trailing && session) return { names: [{ text: trailing, at: 0 }], session };
  const texts = [
    ...blocks.map(({ text }) => text),
    ...joinWrapped(lines, place),
    ...lines.map(({ text }) => restoreSpaces(text.slice(0, LONGEST_LINE))),
  ];
  const ofBody = session === undefined ? undefined : findOfBody(texts, session, place?.city);
  const ofDay = session === undefined && place ? readBeforeSession(place.line.text) : undefined;
  if (ofDay) return { names: [{ text: ofDay, at: 0 }] };
  const titled = session === undefined && place ? readTitledMeeting(place.line.text)?.name : undefined;
  if (titled !== undefined) return { names: [{ text: titled, at }] };
  const loud = session === undefined && place ? readLoudName(place.line.text) : undefined;
  const printed = blocks
    .filter(({ text }) => !/[,،，]$/.test(text))
    .map((block) => ({
      ...block,
      text: dropSession(dropHeadingBehind(block.text))
        .replace(YEAR_BEHIND, "")
        .replaceAll(/^[\s,،，:：/–—-]{1,5}|[\s,،，:：/–—-]{1,5}$/g, ""),
    }))
    .map((block) => ({ ...block, text: readNumberedName(block.text) ?? readOfSession(block.text) ?? block.text }))
    .filter(
      ({ text }) =>
        isName(text) &&
        isOfBody(text) &&
        !(place?.city && text.startsWith(place.city)) &&
        (MEETING_BODY.test(text) || !/^(?:plenary )?(?:session|meeting)/iu.test(text)),
    );
  const above = printed.filter((block) => block.at < at || at === 0);
  // Where two columns are read as one, or the place stands above all else, the name may stand below.
  const isHeadedByPlace = named !== undefined && named.block.at >= at;
  const below = printed.filter((block) =>
    above.length > 0
      ? MEETING_BODY.test(block.text) && !above.some(({ text }) => ORGAN.test(text))
      : LOUD.test(block.text) || isWhole(block.text) || (isHeadedByPlace && block.at <= named.block.at),
  );
  const beside = loud === undefined ? [] : [{ text: loud, at }];
  const names = [...above, ...below.filter((block) => !above.includes(block)), ...beside];
  const dated = (names.length === 0 || at === 0) && !ofBody && place ? readNameOnDatedLine(place.line) : undefined;
  if (dated) return dated;
  if (names.length === 0 && session === undefined) {
    const text = blocks.map((block) => readAfterOrdinal(block.text)).find(Boolean);
    return { names: text === undefined ? [] : [{ text, at: 0 }] };
  }
  const title = session ?? numbered?.text;
  if (!ofBody || !session) return { names, ...(title && { session: title }) };
  // "55th Nets Council / 68th Session of the Regional Committee": two that meet together, of which the first is named first.
  const joint = numbered && named && named.block.at === numbered.at + 1 ? readNumberedName(numbered.text) : undefined;
  if (joint !== undefined && numbered) return { names: [{ text: joint, at: numbered.at }], session: numbered.text };
  // "The sixth session of the Committee" is that of the committee that stands above it with its whole name.
  const whole = names.findLast(({ text }) => includesWords(text, ofBody) || spellsOut(text, ofBody));
  return { names: [whole ?? { text: ofBody.trim(), at: named?.block.at ?? 0 }], session };
};

const heads = (line: Line): boolean => ["agenda", "annotations", "organization"].includes(readHeading(line) ?? "");

/** The bodies that a masthead names: those above the heading of its agenda, unless the session is named below it. */
export const findBodies = (lines: readonly Line[], place: PlaceAndDates | undefined): Bodies => {
  const anywhere = findNames(lines, place);
  const above = findNames(lines.slice(0, Math.max(lines.findIndex(heads), 0)), place);
  const hasOrgan = ({ names }: Bodies): boolean => names.some(({ text }) => ORGAN.test(text));
  const isEnough = hasOrgan(above) || !hasOrgan(anywhere);
  return above.names.length > 0 && above.session === anywhere.session && isEnough ? above : anywhere;
};
