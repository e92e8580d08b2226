import { numberDraftItems, type DraftMeeting } from "../meeting/draft.ts";
import { LIMITS } from "../meeting/limits.ts";
import { findOwnHead } from "./sections/annexed-head.ts";
import { buildAgenda, sortItems } from "./sections/agenda.ts";
import { collectAnnotations } from "./sections/annotations.ts";
import { correctItems, correctSlots, NO_CORRECTIONS, type Corrections } from "./corrections.ts";
import { checkOnlyDay, findZone, frameMeeting, narrowToOwnDay } from "./frame.ts";
import { mergeDocuments } from "./sections/documents-list.ts";
import { checkComplete, checkMargins, checkTitles } from "./doubts.ts";
import { checkDates } from "./sections/date-doubts.ts";
import { findWords } from "./languages/expressions.ts";
import type { SourceDocument } from "./model/document.ts";
import { composeRecord } from "./compose-record.ts";
import { flattenBlocks } from "./model/lines.ts";
import { findBodyInText } from "./sections/bodies-in-text.ts";
import { readMasthead } from "./sections/masthead.ts";
import { joinSittings } from "./organization-of-work/join-sittings.ts";
import { checkSlots, dropItems, numberSlots, planSittings } from "./organization-of-work/entries.ts";
import { giveHoursOfParts } from "./organization-of-work/hours-of-parts.ts";
import { findStatedSittings } from "./organization-of-work/listed-days.ts";
import { isProgramme } from "./organization-of-work/plenary.ts";
import { readTimetable } from "./organization-of-work/timetable.ts";
import { completePlace } from "./sections/complete-place.ts";
import { findPlaceAndDates } from "./sections/place-and-dates.ts";
import { NO_PLACES, type Gazetteer } from "./sections/gazetteer.ts";
import { stateSlots } from "./stated-slots.ts";
import { splitIntoSections } from "./sections/split.ts";
import type { Overrides } from "./overrides.ts";
import { splitDayHeadings } from "./revision/day-heading.ts";
import { readPaper, type Paper } from "./revision/paper.ts";
import { applyRules } from "./rules/apply-rules.ts";
import { learnRules } from "./rules/learn-rules.ts";
import { addRules, type LineRule } from "./rules/line-rule.ts";
import { explainLines } from "./account/explain-lines.ts";
import { warnOfSilentLines } from "./account/silent-lines.ts";
import type { Origins } from "./account/origins.ts";
import { truncate } from "./text/typography.ts";
import { warn, type Warning } from "./warnings.ts";

/** What an import understood, and what it doubts. */
export interface Draft {
  readonly meeting: DraftMeeting;
  readonly warnings: readonly Warning[];
  /** By which it is laid over a record that there is. */
  readonly paper: Paper;
  /** Where in the document it stands. */
  readonly origins: Origins;
  /** What was said of lines, now and before: kept for the next document. */
  readonly rules: readonly LineRule[];
}

const SIX_LANGUAGES = findWords("sixLanguages");
const MOST_WARNINGS = 500;

/** A draft Meeting record from a document: what it says, what was supplied, and nothing else. */
export const composeDraft = (
  source: SourceDocument,
  overrides: Overrides = {},
  gazetteer: Gazetteer = NO_PLACES,
  corrections: Corrections = NO_CORRECTIONS,
): Draft => {
  const printedLines = flattenBlocks(source.blocks);
  const applied = applyRules(printedLines, corrections.rules);
  const said = [...applied.said, ...corrections.said];
  const lines = splitDayHeadings(applied.lines);
  const sections = splitIntoSections(lines, overrides);
  const own = findOwnHead(sections.masthead, gazetteer);
  const headed = checkOnlyDay(narrowToOwnDay(findPlaceAndDates(own, sections.lines, gazetteer), sections.lines), sections);
  const printed = readMasthead(sections.masthead, own, headed, sections.lines);
  const inText = printed.body === undefined ? findBodyInText(sections.lines.slice(sections.masthead.length - own.length)) : undefined;
  const head = inText ? { ...printed, body: inText.text } : printed;
  const place = completePlace(headed, sections, head, gazetteer);
  const { frame, warnings: years } = frameMeeting(sections, place, overrides);
  const table = readTimetable(sections.timetable, sections.listed, frame, sections.masthead);
  const dated = joinSittings(giveHoursOfParts(table.entries, sections.lines));
  const stated = dated.some(({ ranges }) => ranges.length > 0) ? [] : findStatedSittings(sections, frame);
  const entries = [...stated, ...dated];
  // Numbers that begin anew at each sitting name nothing that could be followed.
  const isInProgramme = isProgramme(table.isRestarted ? entries.map((entry) => ({ ...entry, items: [] })) : entries);
  const planned = entries.map((entry) => planSittings(entry, isInProgramme, overrides["body.name"] ?? head.body));
  const sittings = table.isRestarted ? planned.map(dropItems) : planned;
  const hasList = sections.listed.size > 0;
  const correctedItems = correctItems(hasList ? [...sections.listed.values()] : table.isRestarted ? [] : sortItems(table.items), said);
  const listed = correctedItems.value;
  const annotations = new Map([...collectAnnotations(sections.notes)].map(([key, text]) => [key, truncate(text, LIMITS.annotation.max)]));
  const items = buildAgenda(
    listed.map((item) => ({ ...item, title: truncate(item.title, LIMITS.title.max) })),
    annotations,
  );
  const known = new Set(numberDraftItems(items).map(({ number }) => number));
  const correctedSlots = correctSlots(
    sittings.flatMap((sitting) => sitting.slots),
    sittings.flatMap((sitting) => sitting.leftOut),
    said,
    frame,
  );
  const numbered = numberSlots(stateSlots(correctedSlots.value, corrections.stated ?? []));
  const slots = numbered.map(({ lines: _lines, ...slot }) => slot);
  const learned = learnRules(printedLines, corrections.said, new Map([...correctedItems.bound, ...correctedSlots.bound]));
  const zone = findZone(place, overrides, gazetteer);
  const isSixfold = sections.lines.some(({ text }) => SIX_LANGUAGES.test(text));
  const documents = mergeDocuments([...sections.documents, ...table.documents], known);
  const meeting = composeRecord({ source, overrides, head, place, zone: zone.zone, isSixfold, items, documents, slots });
  const lineOfItem = new Map(listed.map(({ key, line }) => [key, line]));
  const doubts = [
    ...checkComplete(meeting),
    ...zone.warnings,
    ...years,
    ...correctedItems.warnings,
    ...correctedSlots.warnings,
    ...learned.warnings,
    ...checkMargins(source),
    ...checkDates(sections.masthead, place),
    ...(inText && overrides["body.name"] === undefined ? [warn("body-in-text", inText.text, inText.at)] : []),
    ...sections.warnings.filter(({ line }) => line === undefined || stated.every(({ lines: told }) => !told.includes(line))),
    ...checkTitles(items, lineOfItem),
    ...[...new Set(slots.flatMap((slot) => slot.items))].flatMap((key) => (known.has(key) ? [] : [warn("unknown-item", key)])),
    ...(table.isRestarted ? [warn("restarted-numbers", "1")] : []),
    ...table.warnings,
    ...sittings.flatMap((sitting) => sitting.warnings),
    ...checkSlots(slots, meeting.opensOn, meeting.closesOn),
  ];
  const paper = readPaper(lines, sections.masthead, meeting, hasList);
  const draft: Draft = {
    meeting,
    paper,
    origins: {
      masthead: sections.masthead,
      items: listed.filter(({ line }) => line > 0),
      notes: sections.notes,
      slots: numbered,
      leftOut: sittings.filter((sitting) => sitting.slots.length === 0),
      days: table.days,
    },
    rules: addRules(corrections.rules, learned.rules),
    warnings: [...doubts, ...(paper.covers === "all" ? applied.warnings : [])],
  };
  const silent = warnOfSilentLines(explainLines(source, draft));
  return {
    ...draft,
    warnings: [...silent, ...draft.warnings].slice(0, MOST_WARNINGS).toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
};
