import { ARABIC_WORDS } from "../languages/ar.ts";
import { CHINESE_WORDS } from "../languages/zh.ts";
import type { Line } from "../text/line.ts";
import { matchBodies } from "./match-bodies.ts";
import type { Name } from "./run-on-names.ts";

/** Bodies in texts of Chinese and Arabic, whose capitals don't tell names: those that are mentioned again and again. */

/** What a mention begins behind in Chinese: a mark, or a small word. */
const BEFORE_HAN = "(?<=^|\\P{Script=Han}|[的在于由对与或及给向为从至]|和(?!平))";
const HAN = new RegExp(
  `${BEFORE_HAN}(?:${CHINESE_WORDS.ordinalBefore})?(?<body>(?:(?![在于由对从至向给为是])\\p{Script=Han}){0,20}?(?:委员会|理事会|大会|缔约[方国]会议|论坛|执行局))(?!议事)`,
  "gu",
);
/** "全体委员会", "甲委员会", "其他委员会": of a session, or of anyone. */
const NO_HAN_NAME = /^(?:第.{1,3}|[甲乙丙丁]|全体|各|该|本|其[他它]|两个|.*(?:通过|决定|审议|召开|出席|提交|根据|参加))/u;

const [DEFINITE, CONSTRUCT] = ["ال\\p{L}{2,20}", "\\p{L}{2,20}"];
/** An organ with what it is of: "جمعية الشباك العالمية", "المجلس التنفيذي", "مؤتمر الأطراف". */
const ARABIC = new RegExp(
  `(?<=^|[\\s(«"“])(?:[وبلف])?(?<body>(?:${ARABIC_WORDS.organWord})(?:\\s(?!${ARABIC_WORDS.ordinalBehind}(?!\\p{L}))${DEFINITE}){1,3})(?!\\p{L})`,
  "gu",
);
/** "جمعيات": a word goes on; "لجنة الصياغة": of a session. */
const NO_ARABIC_NAME = new RegExp(`^(?:${ARABIC_WORDS.notName}|المكتب)|^${CONSTRUCT}ات\\s`, "u");

const findMentioned = (pattern: RegExp, excluded: RegExp, line: Line, most: number): readonly Name[] =>
  matchBodies(pattern, line, most).filter(({ text }) => text.length > 3 && !excluded.test(text));

const FEWEST = 3;

/** The name that is mentioned three times, and more often than all others together. */
const chooseMentioned = (mentions: readonly Name[]): Name | undefined => {
  const counts = [...new Set(mentions.map(({ text }) => text))].map((text) => ({
    text,
    // A longer name mentions the shorter that it ends or begins with.
    count: mentions.filter((other) => other.text.endsWith(text) || other.text.startsWith(`${text} `)).length,
  }));
  const best = counts.toSorted((a, b) => b.count - a.count || b.text.length - a.text.length)[0];
  return best && best.count >= FEWEST && best.count * 2 > mentions.length ? mentions.find(({ text }) => text === best.text) : undefined;
};

export const findMentionedBody = (lines: readonly Line[], most: number): Name | undefined =>
  chooseMentioned(lines.flatMap((line) => findMentioned(HAN, NO_HAN_NAME, line, most))) ??
  chooseMentioned(lines.flatMap((line) => findMentioned(ARABIC, NO_ARABIC_NAME, line, most)));
