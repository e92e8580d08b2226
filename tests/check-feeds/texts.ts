import fc from "fast-check";

/** Words of the scripts that delegates read, and of those that break naive software. */
const WORDS = {
  latin: ["Organizational", "matters", "trafficking", "in", "persons", "l’élimination", "coöperation", "Straße"],
  arabic: ["الأعمال", "التنظيمية", "الاتّجار", "بالأشخاص", "لا"],
  chinese: ["组织事项", "贩运人口问题工作组", "通过报告", "𠮷野家"],
  cyrillic: ["Организационные", "вопросы", "ёмкость", "Київ"],
  emoji: ["👩‍👩‍👧‍👦", "🏳️‍🌈", "🇺🇳", "👍🏽", "🗓️"],
  combining: ["e\u0301galite\u0301", "n\u0303a\u0308o\u0302\u0323", "हिन्दी", "z\u0351\u036b\u0343\u0334a\u0321\u031b\u034c", "각"],
};

/** What calendars escape, what looks like it, and what must not be taken for lines of a calendar. */
const SNAGS = {
  escapes: ['"', "“", "'", ";", ",", ":", "\\", "\\\\", "\\n", "\\N", "\\;", "\\,", "^n", "^'", "%0D%0A", "&amp;", "<b>", "=0A"],
  lines: ["\n", "\r", "\r\n", "\n\n", "\t", "\r\n ", "\nEND:VEVENT\n", "\r\nBEGIN:VALARM\r\n", "https://undocs.org/A?b=1;c,d"],
  unseen: ["\u00A0", "\u00AD", "\u200E", "\u200F", "\u2028", "\u2029", "\uFEFF"],
};

/** As much of a text as fits, without half a character at its end. */
const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");

const word = fc.constantFrom(...Object.values(WORDS).flat());
const snag = fc.constantFrom(...Object.values(SNAGS).flat());
const piece = fc.oneof({ weight: 6, arbitrary: word }, { weight: 2, arbitrary: snag }, { weight: 1, arbitrary: fc.constant("") });
const gap = fc.constantFrom(" ", " ", " ", "", "; ");

/** Begins and ends with a word: what stands at the edge is a question of trimming, not of calendars. */
export const hardText = (maxLength: number, maxPieces: number): fc.Arbitrary<string> =>
  fc
    .tuple(word, fc.array(fc.tuple(gap, piece), { maxLength: maxPieces }), gap, word)
    .map(([first, middle, space, last]) => ({ head: `${first}${middle.map((pair) => pair.join("")).join("")}`, tail: `${space}${last}` }))
    .map(({ head, tail }) => `${cut(head, maxLength - tail.length)}${tail}`);

/** Of a given length, whatever falls on the edge of a fold. */
export const longText = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(gap, piece), { minLength: 40, maxLength: 60 })
    .map((pairs) => pairs.map((pair) => pair.join("")).join(""))
    .map((text) => `${cut(text.repeat(Math.ceil(length / text.length)), length - 1)}.`);

/** No space to cut at, and characters of two code units at odd places. */
export const unspacedText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom("", "a", "ab"), fc.constantFrom("𠮷", "🏳️‍🌈", "👩‍👩‍👧‍👦", "e\u0301"), fc.integer({ min: 25, max: 80 }))
  .map(([head, character, times]) => `${head}${character.repeat(times)}`);
