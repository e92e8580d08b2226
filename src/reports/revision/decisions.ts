import type { Difference } from "../../../machines/meeting/differences.ts";
import { interpolate } from "../../meeting/interpolate.ts";
import { formatLocalTime, getDate } from "../../meeting/local-time.ts";
import { capitalize } from "../prose.ts";
import type { Teller } from "./naming.ts";

/** What a person may decide of one difference, and by which words. */
interface Decision {
  readonly path: string;
  readonly keep: string;
  readonly take: string;
}

/** A sentence, and what is to be decided of it. */
export interface RevisionLine {
  readonly text: string;
  readonly decision?: Decision;
}

const MOST = 60;
const shorten = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text);

const formatWhen = (timestamp: string, { messages, revision, setting }: Teller): string => {
  const { dates, punctuation } = messages;
  const local = formatLocalTime(Date.parse(timestamp), setting.timezone);
  const time = dates.time(local);
  return getDate(local) === setting.today
    ? interpolate(revision.decision.today, { time })
    : [dates.day(local), time].join(punctuation.comma);
};

/** The three values of a conflict as people read them. */
export interface ConflictWords {
  readonly subject: string;
  readonly reported: string;
  readonly document: string;
  readonly before: string;
  /** Whether the document takes a whole sitting out. */
  readonly isWhole: boolean;
}

/** What was reported and what the document says, both of which may be right: for a person to decide. */
export const describeConflict = ({ path, reported: said }: Difference, words: ConflictWords, teller: Teller): RevisionLine => {
  const { decision } = teller.revision;
  const { subject, reported, document, before, isWhole } = words;
  const params = { subject, reported, document, before };
  const text =
    said?.timestamp === undefined
      ? interpolate(decision.open, params)
      : interpolate(decision.reported, { ...params, when: formatWhen(said.timestamp, teller) });
  return {
    text: capitalize(text),
    decision: {
      path,
      keep: isWhole ? decision.keepSlot : interpolate(decision.keep, { value: shorten(reported) }),
      take: isWhole ? decision.takeOut : interpolate(decision.take, { value: shorten(document) }),
    },
  };
};
