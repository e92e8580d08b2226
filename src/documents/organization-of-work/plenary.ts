import {
  BESIDE_SITTINGS,
  BREAK,
  findWords,
  matchAny,
  matchWhole,
  NOT_PLENARY,
  OPENING,
  OPENS,
  OTHER_ORGAN,
  PLENARY,
  PROCEDURE,
} from "../languages/expressions.ts";
import { removeBullet } from "../text/typography.ts";
import type { Entry } from "./entries.ts";

/**
 * Which hours are those of a plenary sitting, in every form of timetable: where the body is called to one, where it counts its sessions,
 * does what only it does, or takes up items; in a programme of its own wherever nothing else is said. Never the hours of
 * a break, a reception, a group or another organ that stands first.
 */

type Said = Pick<Entry, "items" | "labels" | "organ" | "isNumbered">;

const LONGEST_LABEL = 80;

/** "End of the sitting", which is none. */
export const SITTING_END = matchWhole("sittingEnd");

/** "Technical Commission (First Meeting): Nets": the organ alone. */
const isOfOrgan = (label: string): boolean => OTHER_ORGAN.test((label.split(":")[0] ?? "").replace(/\s?\([^()]{1,60}\)\s?$/u, "").trim());

const ORGAN_WORD = findWords("organWord");
const SITTING_WORD = findWords("sitting");
/** "Nets Group Plenary Rome": behind the name of a group stands the room in which it meets. */
const isRoom = (before: string, after: string): boolean =>
  ORGAN_WORD.test(before) && /^(?:\s\p{Lu}\p{Ll}+){1,3}$/u.test(after) && !SITTING_WORD.test(after);

/** Whether a label calls a plenary meeting, before anything that is none: "Round table (parallel with the plenary)" does not. */
export const callsPlenary = (label: string): boolean => {
  const [plenary, other] = [PLENARY.exec(label), label.search(NOT_PLENARY)];
  if (!plenary || isRoom(label.slice(0, plenary.index), label.slice(plenary.index + plenary[0].length))) return false;
  return other < 0 || plenary.index < other;
};

/** Whether a label is of what a body does at the beginning and at the end of its business, or is of its debate. */
const isProcedure = (label: string): boolean => PROCEDURE.test(removeBullet(label)) && !NOT_PLENARY.test(label) && !isOfOrgan(label);

/** The same beside sittings with items: there what is opened may be an exhibition. */
const isOfSession = (label: string): boolean =>
  isProcedure(label) && (!OPENS.test(removeBullet(label)) || OPENING.test(removeBullet(label)));

const NAMED = `(?:(?!${matchAny("organWord")}(?!\\p{L}))\\p{L}[\\p{L}-]{2,14}\\s){0,2}${matchAny("sitting")}(?:\\s(?:(?:de|of)\\s)?\\p{L}{4,12})?`;
const NUMBER = "(?:n[o°º]\\.?\\s?|№\\s?)?(?:\\d{1,2}|[IVX]{1,4})(?![\\p{L}\\p{N}])";
const ORDINAL = `${matchAny("sittingOrdinal")}\\s?${matchAny("numberedSitting")}(?=\\s?(?:[/:：–—-]|$))`;
/** "Session 2: Hooks", "Working session 3", "Séance de travail 1", "43rd meeting / Thematic discussion". */
const COUNTED = new RegExp(`^(?:${NAMED}\\s${NUMBER}|${ORDINAL})`, "iu");
const MEETING = new RegExp(`^${matchAny("sittingOrdinal")}\\s?${matchAny("numberedSitting")}(?!\\p{L})`, "iu");
/** Whether a text begins with the number of a meeting, of whichever organ: "Second meeting of Committee A". */
export const countsMeeting = (text: string): boolean => MEETING.test(text);

const ONLY_MEETING = new RegExp(
  `^(?:the )?${matchAny("sittingOrdinal")}\\s?(?:plenary\\s|official\\s)?${matchAny("numberedSitting")}(?:\\s\\(.{1,40}\\))?$`,
  "iu",
);
/** Whether a text is nothing but that: "The third meeting", "43rd meeting (closed)". */
export const isOnlyMeeting = (text: string): boolean => ONLY_MEETING.test(text);

const COUNTED_PLENARY = new RegExp(
  `(?<![\\p{L}\\p{N}])${matchAny("sittingOrdinal")}\\s?(?:${matchAny("plenary")}\\s)?${matchAny("numberedSitting")}`,
  "iu",
);
/** Whether a text counts plenary meetings: "1st plenary meetings of both bodies". */
export const countsPlenary = (text: string): boolean => COUNTED_PLENARY.test(text) && callsPlenary(text);

/** Whether a session is one of those that the body counts: neither beside others, nor of another organ. */
export const isCounted = (label: string): boolean =>
  COUNTED.test(label) && !NOT_PLENARY.test(label.split(/[:/：]/)[0] ?? "") && !isOfOrgan(label);

/** "10.00 / Tenth meeting / Seventh meeting": what two organs do at one hour, each with a column of its own. */
const areOfSeveral = (labels: Said["labels"]): boolean => labels.filter(countsMeeting).length > 1 && !labels.some(callsPlenary);

/** Whether an entry is a plenary meeting of the body: it is called or counted as one, does what only the body does, or takes up items. */
export const isPlenary = ({ items, labels, organ, isNumbered }: Said): boolean => {
  if (items.length === 0 && labels.length === 1 && SITTING_END.test(labels[0] ?? "")) return false;
  if ((organ !== undefined && !callsPlenary(organ)) || areOfSeveral(labels)) return false;
  // Where items are named, what is said at length is about them.
  const label = labels.join(" / ").slice(0, items.length > 0 ? LONGEST_LABEL : undefined);
  const [first = ""] = labels;
  return (
    callsPlenary(label) ||
    isOfSession(first) ||
    isCounted(first) ||
    ((organ !== undefined || items.length > 0 || isNumbered === true) &&
      !(items.length > 0 ? BESIDE_SITTINGS : NOT_PLENARY).test(label) &&
      !isOfOrgan(label))
  );
};

/** A sitting of a programme: what its hour begins with is no lunch, and no other organ. */
export const isOfProgramme = ({ organ, labels, labels: [label = organ ?? ""] }: Said): boolean =>
  (organ === undefined || callsPlenary(organ)) &&
  !areOfSeveral(labels) &&
  /\p{L}{3}/u.test(label) &&
  !SITTING_END.test(label) &&
  (callsPlenary(label) || (!NOT_PLENARY.test(label) && !isOfOrgan(label)));

const ORGAN = matchWhole("plenaryColumn", "otherColumn");
/** Characters of a heading that begins with the name of an organ, and of one that has it within. */
const [LONGEST_NAME, LONGEST_MENTION] = [250, 60];

/** Whether a line names the organ whose meetings follow: "Plenary", "Committee A". */
export const isOrganHeading = (text: string): boolean =>
  text.length <= (OTHER_ORGAN.exec(text)?.index === 0 ? LONGEST_NAME : LONGEST_MENTION) &&
  /^[\p{Lu}\p{Lo}]/u.test(text) &&
  !/[.:,;]$/.test(text) &&
  (isOfOrgan(text) || ORGAN.test(text));

/** Counted sessions that make a programme, breaks that do, and what stands between them. */
const FEWEST = 2;

const isBreak = ({ labels: [label = ""] }: Said): boolean => BREAK.test(label) && !callsPlenary(label);

/** "Coffee | Coffee": columns of several days, read as one. */
const isRepeated = ({ labels }: Said): boolean => labels.length > 1 && labels[0] === labels[1];

/** Whether a row may be of an organ by its name: "Group of African States". */
const mayBeOfOrgan = ({ labels: [label = ""] }: Said): boolean => ORGAN_WORD.test(label.split(":")[0] ?? "");

/** Whether all that is not for coffee or lunch is for all who go there together, and nothing is of others. */
const isOfOneRoom = (entries: readonly Said[]): boolean => {
  const others = entries.filter((entry) => entry.labels.length > 0 && !isBreak(entry));
  return (
    entries.filter(isBreak).length >= FEWEST &&
    others.length >= FEWEST &&
    others.every(isOfProgramme) &&
    !entries.some(isRepeated) &&
    !others.some(mayBeOfOrgan)
  );
};

/**
 * Whether a timetable without items is the body's own programme, and its hours those of sittings: one that opens the meeting, adopts
 * its agenda, elects or closes is, one that counts its sessions, or one that has nothing but breaks beside them. Others list what several
 * organs do, or events beside a meeting.
 */
export const isProgramme = (entries: readonly Said[]): boolean =>
  entries.every(({ items }) => items.length === 0) &&
  (entries.some(({ labels }) => labels.some(isProcedure)) ||
    entries.filter(({ labels }) => labels.some(isCounted)).length >= FEWEST ||
    isOfOneRoom(entries));
