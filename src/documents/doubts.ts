import { numberDraftItems, type DraftItem, type DraftMeeting } from "../meeting/draft.ts";
import { findDates } from "./expressions/dates.ts";
import type { SourceDocument } from "./model/document.ts";
import { warn, type Warning, type WarningCode } from "./warnings.ts";

const MISSING: readonly (readonly [WarningCode, (meeting: DraftMeeting) => boolean])[] = [
  ["missing-symbol", ({ agenda }) => agenda.symbol === undefined],
  ["missing-body", ({ body }) => body.name === undefined],
  ["missing-body-id", ({ body }) => body.id === undefined],
  ["missing-meeting-id", ({ id }) => id === undefined],
  ["missing-title", ({ title }) => title === undefined],
  ["missing-dates", ({ opensOn, closesOn }) => opensOn === undefined || closesOn === undefined],
  ["missing-items", ({ agenda }) => agenda.items.length === 0],
  ["missing-slots", ({ slots }) => slots.length === 0],
];

/** What a whole record has, and this draft lacks. */
export const checkComplete = (meeting: DraftMeeting): readonly Warning[] =>
  MISSING.flatMap(([code, isMissing]) => (isMissing(meeting) ? [warn(code)] : []));

const HOURS = /\d[.:]\d{2}|\d\s?[ap]\.?\s?m\b/i;

/** What a document says beside its text: changes that nobody accepted, and hours or days in footnotes. */
export const checkMargins = ({ changes, footnotes }: SourceDocument): readonly Warning[] => [
  ...changes.map(({ line, removed, inserted }) => warn("tracked-change", `"${removed}" → "${inserted}"`, line)),
  ...footnotes.filter((text) => HOURS.test(text) || findDates(text).length > 0).map((text) => warn("footnote", text)),
];

/** "(a) (b)" within a title: marks of parts that stand apart from what they mark. */
const MARKS = /(?:(?:^|\s)\(?[\p{Ll}\p{Script=Arabic}]\)){2}/u;
/** Characters of a title within which another sentence is none of it. */
const LONG = 240;
const SENTENCE = /\p{Ll}{3}[.;]\s\p{Lu}|[。؛]/u;

/** What is doubtful in the titles of items, each with the line where its item stands. */
export const checkTitles = (items: readonly DraftItem[], lineOfItem: ReadonlyMap<string, number>): readonly Warning[] =>
  numberDraftItems(items).flatMap(({ number, item: { title } }) => {
    const line = lineOfItem.get(number);
    if (!title) return [warn("untitled-item", number, line)];
    const text = typeof title === "string" ? title : (Object.values(title)[0] ?? "");
    return MARKS.test(text) || (text.length > LONG && SENTENCE.test(text)) ? [warn("unparted-title", `${number}, ${text}`, line)] : [];
  });
