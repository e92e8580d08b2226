import { findWords, listWords, matchAny, matchAnyWord, isOpenEnded, PLENARY } from "../languages/expressions.ts";
import { normalizeText, type Line } from "../text/line.ts";
import { matchBodies } from "./match-bodies.ts";
import { findMentionedBody } from "./mentioned-bodies.ts";
import { findRange } from "./meeting-range.ts";
import { isName, readNumberedName } from "./printed-names.ts";
import { BODY_WORD, FLAT, readAfterOrdinal, readNameOnDatedLine, readRepeated, type Name } from "./run-on-names.ts";
import { findRussianActing, findRussianSessions } from "./russian-names.ts";
import { isSentence } from "./sentences.ts";
import { SESSION_NAME } from "./session-names.ts";

/** The body of a meeting as sentences name it, in documents whose masthead does not. */

const WORD = "\\p{Lu}[\\p{L}\\p{M}’'-]{1,30}";
const SMALL = listWords("connectives").join("|");
/** "The Committee and", "Committee -": what would go on. */
const OPEN_END = new RegExp(`(?:\\s(?:${SMALL}|[-–—]))+$`, "u");
/** "The Assembly and the Board" are two. */
const NEXT_NAME = `${matchAny("listAnd")}\\s(?:${SMALL})\\s`;
const NAME = `(?<body>${WORD}(?:\\s(?!${NEXT_NAME})(?:(?:${SMALL})\\s){0,2}${WORD}){0,8})`;
const VERB = matchAnyWord("willBe", "finiteVerbs", "bodyVerbs");

/** "The tenth session of the Nets Committee will open", "agenda of the tenth session of the Committee". */
const SESSIONS = new RegExp(SESSION_NAME.source, "giu");
const OPENS = new RegExp(`^\\s${matchAny("ofBody")}\\s(?<body>\\p{Lu}[^.,;:]{3,160}?)\\s${VERB}`, "u");
/** "340th session of the Nets Board", alone on a line. */
const WHOLE = new RegExp(`^\\s${matchAny("ofBody")}\\s(?<body>\\p{Lu}[^.,;:]{3,160})$`, "u");
const NAMED = new RegExp(`^\\s${matchAny("ofBody")}\\s${NAME}`, "u");
/** "The Nets Council will consider", "drawn up by the Bureau of the Assembly". */
const ACTING = new RegExp(`(?:^|\\s)(?:The|the|La|la|Le|le|El|el)\\s${NAME}(?=\\s${VERB})`, "gu");
const OF_BUREAU = new RegExp(`(?:Bureau|Mesa)\\s${matchAny("ofBody")}\\s${NAME}`, "gu");
const AGENDA = findWords("agendaWord");
/** "Report of the Working Group on Nets on its tenth session", alone on a line. */
const PAPER = new RegExp(
  `^${matchAny("paperOf")}\\s${matchAny("ofBody")}\\s(?<body>.{4,160}?)(?:\\s(?:on (?:its|the work)|sur (?:sa|ses|les travaux)|sobre (?:su|la labor))\\s.{1,80})?$`,
  "iu",
);

/** Characters before a session in which it is said to be that of the agenda. */
const REACH = 60;
/** Lines in which a document says whose it is, and characters of each. */
const [LINES, CHARACTERS] = [200, 2000];
/** Lines in which a paper says what it is: further below, reports of others are taken up. */
const ABOVE = 12;
/** Mentions of a body that acts. */
const FEWEST_ACTS = 2;
/** Mentions of its sessions, whatever is said of them. */
const FEWEST_SESSIONS = 3;

const isBody = (text: string): boolean => BODY_WORD.test(text) && isName(text);

const findActing = (line: Line): readonly Name[] =>
  [ACTING, OF_BUREAU].flatMap((pattern) => matchBodies(pattern, line, CHARACTERS)).filter(({ text }) => isBody(text));

const findOfSession = ({ text, number }: Line): readonly Name[] =>
  [...text.slice(0, CHARACTERS).matchAll(SESSIONS)].flatMap(({ 0: session, index }) => {
    const after = text.slice(index + session.length);
    const isOfAgenda = AGENDA.test(text.slice(Math.max(0, index - REACH), index));
    const whole = index === 0 ? WHOLE.exec(after) : undefined;
    const body = (whole ?? OPENS.exec(after) ?? (isOfAgenda ? NAMED.exec(after) : undefined))?.groups?.["body"] ?? "";
    return isBody(body) ? [{ text: body, at: number }] : [];
  });

/** "the President of the 41st session of the Nets Conference": of whose session much is said. */
const findMentionedSessions = ({ text, number }: Line): readonly Name[] =>
  [...text.slice(0, CHARACTERS).matchAll(SESSIONS)].flatMap(({ 0: session, index }) => {
    const body = NAMED.exec(text.slice(index + session.length))?.groups?.["body"] ?? "";
    return isBody(body) ? [{ text: body, at: number }] : [];
  });

/** "Report of the Bureau" may be that of any. */
const findOfPaper = ({ text, number }: Line): readonly Name[] => {
  const printed = PAPER.exec(text.slice(0, CHARACTERS))?.groups?.["body"] ?? "";
  const body = readNumberedName(printed) ?? printed;
  // What is reported to the plenary is of another organ, and of a line that goes on in the next nothing is known.
  return body.includes(" ") && isBody(body) && !PLENARY.test(body) && !isOpenEnded(text) ? [{ text: body, at: number }] : [];
};

const includesName = (longer: string, shorter: string): boolean => ` ${normalizeText(longer)} `.includes(` ${normalizeText(shorter)} `);

/** The one body that most mentions are of, by its longest name; a short name is that of a longer one that holds it. */
const chooseBody = (mentions: readonly Name[], fewest: number): Name | undefined => {
  const counted = mentions.map((name) => ({ name, count: mentions.filter(({ text }) => includesName(name.text, text)).length }));
  const best = counted.toSorted((a, b) => b.count - a.count)[0];
  return best && best.count >= fewest && best.count * 2 > mentions.length ? best.name : undefined;
};

/** "Conference on Nets – 106th session, Rome, 5-16 May 2031": name, session and days on one line. */
const findDated = (line: Line): readonly Name[] => {
  const isDated = line.text.length < FLAT && SESSION_NAME.test(line.text) && findRange(line) !== undefined && !isSentence(line.text);
  return isDated ? (readNameOnDatedLine(line)?.names ?? []).map(({ text }) => ({ text, at: line.number })) : [];
};

const findNamed = (source: readonly Line[]): Name | undefined => {
  const lines = source.slice(0, LINES);
  const ofSessions = lines.flatMap((line) => [...findOfSession(line), ...findRussianSessions(line, CHARACTERS)]);
  const acting = lines.flatMap((line) => [...findActing(line), ...findRussianActing(line, CHARACTERS)]);
  const named =
    chooseBody(lines.flatMap(findDated), 1) ??
    chooseBody(ofSessions, 1) ??
    chooseBody(lines.slice(0, ABOVE).flatMap(findOfPaper), 1) ??
    chooseBody(acting, FEWEST_ACTS) ??
    chooseBody(lines.flatMap(findMentionedSessions), FEWEST_SESSIONS) ??
    findMentionedBody(lines, CHARACTERS);
  if (named) return named;
  const ordinal = lines
    .map(({ text, number }) => ({ text: readAfterOrdinal(text.slice(0, FLAT)) ?? readRepeated(text.slice(0, CHARACTERS)), at: number }))
    .find(({ text }) => text);
  return ordinal?.text === undefined ? undefined : { text: ordinal.text, at: ordinal.at };
};

/** The body that sentences name, and the number of the line. */
export const findBodyInText = (lines: readonly Line[]): Name | undefined => {
  const name = findNamed(lines);
  return name && { ...name, text: name.text.replace(OPEN_END, "") };
};
