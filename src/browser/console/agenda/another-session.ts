import type { Draft } from "../../../documents/draft.ts";
import type { DraftMeeting } from "../../../meeting/draft.ts";
import type { MeetingRecord } from "../../../meeting/record.ts";

/** What versions of one document have in common: `CTOC/COP/WG.4/2010/1` of its Rev.1 too. */
const readStem = (symbol: string): string => symbol.replace(/[/.\s(-]*(?:Rev|Add|Corr)\.?\s?\d.*$/i, "").toUpperCase();

const isBeside = ({ opensOn, closesOn = opensOn }: DraftMeeting, known: MeetingRecord): boolean =>
  opensOn !== undefined && closesOn !== undefined && (opensOn > known.closesOn || closesOn < known.opensOn);

/**
 * Whether a document is of another session of the body: as its id says, where one is given; else by its dates, none of which is the known
 * meeting's, unless it is a version of that one's document. A paper that covers a part speaks of the known meeting.
 */
export const isAnotherSession = ({ meeting, paper }: Draft, id: string | undefined, known: MeetingRecord): boolean => {
  if (paper.isPartial) return false;
  if (id !== undefined) return id !== known.id;
  const { symbol } = meeting.agenda;
  const isVersion = symbol !== undefined && known.agenda.symbol !== undefined && readStem(symbol) === readStem(known.agenda.symbol);
  return isBeside(meeting, known) && !isVersion;
};

/** What no document says, a meeting's id: its year, or year and month where the known one has that. */
export const proposeId = ({ opensOn }: DraftMeeting, known: MeetingRecord | undefined): string | undefined =>
  [opensOn?.slice(0, 4), opensOn?.slice(0, 7), opensOn].find((id) => id !== known?.id);
