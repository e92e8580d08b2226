import type { DraftMeeting } from "../meeting/draft.ts";
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
