/**
 * What an import can doubt: the one closed table. Each sentence says what is missing or unclear, and what to do.
 * `%` stands for the case.
 */
const WARNINGS = {
  "missing-symbol": "The document does not print its own symbol. Supply it with --set symbol=...",
  "missing-body": "The document does not name the body that meets. Supply it with --set body.name=...",
  "body-in-text": "No masthead names the body that meets; sentences do: %. Check it, or say it with --set body.name=...",
  "missing-body-id": "A body's id is not in any document. Supply it with --set body.id=... (lower-case letters, digits, hyphens)",
  "missing-meeting-id": "A meeting's id is not in any document. Supply it with --set id=... (such as the year)",
  "missing-title": "The document gives the meeting no title. Supply it with --set title=...",
  "missing-dates": "The document does not say from when to when the meeting is. Supply --set opensOn=YYYY-MM-DD --set closesOn=YYYY-MM-DD",
  "missing-city": "The document does not say where the meeting is. Supply --set city=... and --set timezone=...",
  "missing-zone": "No time zone is known for this meeting. Supply it with --set timezone=Area/City",
  "unknown-city": "% is in no list of cities: its time zone is open. Supply it with --set timezone=Area/City",
  "ambiguous-city": "%: the time zone is open. Supply it with --set timezone=Area/City",
  "missing-items": "No agenda items were found.",
  "missing-slots": "No plenary slots were found: the document has no organization of work that could be read.",
  "unnumbered-item":
    '"%" stands among the items without a number, and is left out. Number the items by their order with --set numbering=order',
  "numbered-by-order": "% items without numbers were numbered by their order, as asked.",
  "untitled-item": "Item % is named without its title.",
  "unparted-title":
    'The title of an item holds marks of parts, or runs on into sentences: %. Check it, and say it with --item "NUMBER = Title".',
  "unknown-item": "Item % is not in the agenda list.",
  "repeated-item": "Item % stands twice in the agenda list; the first is kept.",
  "undated-time": "% stands under no day that is known. Supply --set year=... or --set opensOn=... if the days lack it",
  "unknown-date": '"%" names no date of the meeting that is certain. Supply --set year=... or --set opensOn=...',
  "year-beside": 'The days print no year: that of "%" is taken. Check it.',
  "year-inferred": "The days print no year: % is the only year named in the document in which the weekdays are right. Check it.",
  "wrong-weekday": "%. The date is kept: check it.",
  "other-year": "The days of the meeting are printed with another year too: %. Check which is right.",
  "outside-dates": "% is outside the meeting's dates.",
  "days-only": "% is planned for days without times: no slot was made.",
  "no-time": "% has no time: no slot was made.",
  "no-end": "The sitting of % is printed without an end.",
  "unclear-time": '"%" may be before or after noon: no slot was made. Say so in the record.',
  "bare-time": '"%" is printed without a.m. or p.m.: the first hours after 8 that it can mean were taken. Check them.',
  "two-ranges": "Two times are printed for the same items: each became a slot with all of them. Check which items belong to which.",
  "no-items": "The plenary sitting of % names no items.",
  "left-out-text": "Left out, as neither an item nor a title: %",
  "not-plenary": "Left out, as no plenary meeting: %",
  "left-out-column": "Left out, as its column is no day of the meeting: %",
  "passed-over": "Passed over, as neither an agenda nor a timetable: a table of % rows.",
  "restarted-numbers":
    "The numbers of items begin anew in this timetable (% stands for several): no slot was given items. Number them through in the record.",
  "own-numbers": "The items of this sitting are numbered apart from the agenda, and it was given none of them: %",
  "tracked-change": "A tracked change that nobody accepted was read as accepted: %. Check it.",
  footnote: "Left out, as it stands in a footnote: %",
  "overlapping-slots": "% overlap.",
  "parallel-column": "Left out, as a meeting in parallel with the plenary: %",
  "numbers-generated": "The numbers of this list are made by its word processor, not printed: check that they are those of the agenda.",
  "unclear-revision":
    "The sitting of % could be any of several known slots and got a new number. Give it the right one in the record before it is sent.",
  "partial-document":
    "This document covers a part of a programme only: lay it over the record of its meeting (--set body.id=... --set id=...).",
  "unclear-item": "Which item of the record this is, only likeness says: %. Say it with --was NUMBER=NUMBER, or NUMBER=new.",
  "replaced-item": "Item % is taken to be new, as nothing before is like it. If it is the same item, say so with --was NUMBER=NUMBER.",
  "number-taken": "Left out, as another item has its number: item %",
  "no-sittings": "This document is of some days, and no sitting could be read in it: nothing is taken from it.",
  "no-corrections": "This corrigendum holds nothing that could be read as a correction.",
  "unplaced-correction": "Nothing in the record is what this corrects. Change the record yourself: %",
  "unclear-correction": "Several things in the record may be meant. Change the right one yourself: %",
  "already-corrected": "The record says so already: %",
  "other-languages": "Left out, as it speaks for one language and this is of all: %",
  "language-differs": "Only titles are taken of a version in another language, and this sitting is at another time than in the record: %",
  "unread-correction":
    '"%" is no correction that can be read. Give a day and hours with items ("13 March 10:00-13:00 = 1, 2"), or an item with its title ("3 = Title").',
  "unused-rule": "What was said of a line of an earlier document is not applied, as this one lacks the line: %",
  "unclear-rule": "What was said of a line of an earlier document is not applied, as several lines of this one are like it: %",
  "unbound-correction":
    'No line of the document says what "%" corrects, so the next revision will be read without it. Say it of a line, with --line NUMBER=...',
  "unknown-line": 'The document has no line of this number, or this is nothing that a line can mean: "%".',
  "unknown-setting": '--set "%" is not known.',
  "too-long": "% was cut: it is longer than a record may hold.",
} as const satisfies Record<string, string>;

export type WarningCode = keyof typeof WARNINGS;
/** Of what is said on the command line. */
export type CommandWarning = Extract<WarningCode, "unknown-setting" | "unbound-correction" | "unknown-line" | "unused-rule">;

/** A doubt about what was understood. `line` counts from 1 in the source; what is missing has none. */
export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
  readonly line?: number;
}

/** The case that a warning is about, as its sentence has it. */
export const readAbout = ({ code, message }: Warning): string => {
  const [head = "", tail = ""] = WARNINGS[code].split("%");
  return message.slice(head.length, message.length - tail.length);
};

export const warn = (code: WarningCode, about: string = "", line?: number): Warning => ({
  code,
  message: WARNINGS[code].replace("%", () => (about.length > 160 ? `${about.slice(0, 159)}…` : about)),
  ...(line !== undefined && { line }),
});
