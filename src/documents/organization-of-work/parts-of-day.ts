import { cleanTitle, readItemHead } from "../expressions/item-heads.ts";
import { readOnlyItems } from "../expressions/item-numbers.ts";
import { readLeadingTimes } from "../expressions/times.ts";
import { AFTERNOON, matchAnyWord, matchWhole, MORNING } from "../languages/expressions.ts";
import { AFTER_PART } from "../sections/sections.ts";
import { callsPlenary, countsMeeting } from "./plenary.ts";
import type { Agenda, Found } from "./segment-readers.ts";

/** "Morning", and what shows that it heads what follows. */

const SITTING_WORD = new RegExp(`^\\s?${matchAnyWord("sitting")}`, "iu");

/** "Afternoon 2nd meeting", "Afternoon: plenary": what is held in that part of the day. */
const beginsSitting = (text: string): boolean => countsMeeting(text) || (text.length <= LONGEST_SITTING && callsPlenary(text));
const LONGEST_SITTING = 40;
const startsPart = (text: string): boolean => MORNING.test(text) || AFTERNOON.test(text);

const ROOM = matchWhole("room");

/** Whether a text is of a part of the day, where nothing marks that: hours, items, a sitting. */
const isOfPart = (text: string, agenda: Agenda): boolean =>
  (readLeadingTimes(text) ?? readOnlyItems(text)) !== undefined ||
  agenda.isTitle(cleanTitle(text)) ||
  readItemHead(text)?.form === "marked" ||
  startsPart(text) ||
  ROOM.test(text) ||
  beginsSitting(text);

/** "(morning)" */
const IN_BRACKETS = /^\(([^()]{3,40})\)$/u;

export const readPart = (printed: string, afterDay: boolean, agenda: Agenda): Found | undefined => {
  const inBrackets = IN_BRACKETS.exec(printed)?.[1];
  const text = inBrackets ?? printed;
  const [morning, afternoon] = [MORNING.exec(text), AFTERNOON.exec(text)];
  const found = morning ?? afternoon;
  if (!found) return undefined;
  const sitting = SITTING_WORD.exec(text.slice(found[0].length))?.[0].length ?? 0;
  const length = found[0].length + sitting;
  const rest = text.slice(length).replace(AFTER_PART, "");
  const isHeading = rest === "" || afterDay || sitting > 0 || /^\s?[:：]/.test(text.slice(length));
  if (!isHeading && !isOfPart(rest, agenda)) return undefined;
  const part = morning ? "morning" : "afternoon";
  const read = inBrackets === undefined ? length : readLeadingTimes(rest) ? length + 1 : printed.length;
  return { segment: { kind: "part", part, printed: found[0] }, length: read };
};
