import { matchAny, matchWhole, NOT_PLENARY, OPENING, OPENS, OTHER_ORGAN, PLENARY, PROCEDURE } from "../languages/expressions.ts";
import { removeBullet } from "../text/typography.ts";
import type { Entry } from "./entries.ts";

type Said = Pick<Entry, "items" | "labels" | "organ">;

const LONGEST_LABEL = 80;

const isOfOrgan = (label: string): boolean => OTHER_ORGAN.test((label.split(":")[0] ?? "").trim());

/** Whether a label calls a plenary meeting, before anything that is none: "Round table (parallel with the plenary)" does not. */
const callsPlenary = (label: string): boolean => {
  const [plenary, other] = [label.search(PLENARY), label.search(NOT_PLENARY)];
  return plenary >= 0 && (other < 0 || plenary < other);
};

/** Whether a label is of what a body does at the beginning and at the end of its business, or is of its debate. */
const isProcedure = (label: string): boolean => PROCEDURE.test(removeBullet(label)) && !NOT_PLENARY.test(label) && !isOfOrgan(label);

/** The same beside sittings with items: there what is opened may be an exhibition. */
const isOfSession = (label: string): boolean =>
  isProcedure(label) && (!OPENS.test(removeBullet(label)) || OPENING.test(removeBullet(label)));

/** Whether an entry is a plenary meeting of the body: it is called one, does what only the body does, or takes up items. */
export const isPlenary = ({ items, labels, organ }: Said): boolean => {
  if (organ !== undefined && !callsPlenary(organ)) return false;
  // Where items are named, what is said at length is about them.
  const label = labels.join(" / ").slice(0, items.length > 0 ? LONGEST_LABEL : undefined);
  return (
    callsPlenary(label) ||
    isOfSession(labels[0] ?? "") ||
    ((organ !== undefined || items.length > 0) && !NOT_PLENARY.test(label) && !isOfOrgan(label))
  );
};

/** A sitting of a programme: what its hour begins with is no lunch, and no other organ. */
export const isOfProgramme = ({ organ, labels: [label = organ ?? ""] }: Said): boolean =>
  (organ === undefined || callsPlenary(organ)) &&
  /\p{L}{3}/u.test(label) &&
  (callsPlenary(label) || (!NOT_PLENARY.test(label) && !isOfOrgan(label)));

const ORGAN = matchWhole("plenaryColumn", "otherColumn");
/** Characters of the name of an organ that heads its meetings. */
const LONGEST_NAME = 60;

/** Whether a line names the organ whose meetings follow: "Plenary", "Committee A". */
export const isOrganHeading = (text: string): boolean =>
  text.length <= LONGEST_NAME && /^[\p{Lu}\p{Lo}]/u.test(text) && !/[.:,;]$/.test(text) && (isOfOrgan(text) || ORGAN.test(text));

/** "Session 2: Hooks". */
const NUMBERED = new RegExp(`^${matchAny("sitting")}\\s(?:\\d{1,2}|[IVX]{1,4})(?![\\p{L}\\p{N}])`, "iu");
export const isNumberedSession = (label: string): boolean => NUMBERED.test(label);
/** Numbered sessions that make a programme. */
const FEWEST = 2;

/**
 * Whether a timetable without items is the body's own programme, and its hours those of sittings: one that opens the meeting, adopts
 * its agenda, elects or closes is, or one that counts its sessions. Others list what several organs do, or events beside a meeting.
 */
export const isProgramme = (entries: readonly Said[]): boolean =>
  entries.every(({ items }) => items.length === 0) &&
  (entries.some(({ labels }) => labels.some(isProcedure)) ||
    entries.filter(({ labels }) => labels.some(isNumberedSession)).length >= FEWEST);
