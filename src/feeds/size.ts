import { measureCalendar, measureJson } from "../calendar/size.ts";
import type { BodyCalendar } from "../calendar/views.ts";
import type { FeedPart } from "./feed.ts";

/** Octets of the largest feed that is offered: Google drops one of more than a megabyte without a word. */
const MAX_FEED = 900_000;

/** What a calendar says beside its entries: its name, and zones whose every change is listed. */
const FRAME = 60_000;

/** Octets of entries that one feed may have. */
export const MAX_ENTRIES = MAX_FEED - FRAME;

/** Characters of a calendar as JSON from which on it may be too large as a feed: each is at most eight octets there. */
const SUSPICIOUS = MAX_ENTRIES / 8;

/** Whether the meetings of a body may be more than one calendar takes: told without rendering any. */
export const mayBeTooLarge = ({ meetings, listed }: BodyCalendar): boolean =>
  listed.reduce(
    (sum, row) => sum + measureJson(row),
    meetings.reduce((sum, meeting) => sum + measureCalendar(meeting), 0),
  ) > SUSPICIOUS;

const compareUrgency = (a: FeedPart, b: FeedPart): number =>
  Number(a.isOver) - Number(b.isOver) || Number(a.opensOn < b.opensOn) - Number(a.opensOn > b.opensOn);

/** The parts of a feed that fit into so many octets: those first that are not over, then those that began last. */
export const selectFitting = (parts: readonly FeedPart[], measure: (part: FeedPart) => number, max: number): ReadonlySet<FeedPart> => {
  const fitting = new Set<FeedPart>();
  let total = 0;
  for (const part of parts.toSorted(compareUrgency)) {
    const size = measure(part);
    if (total + size > max) continue;
    total += size;
    fitting.add(part);
  }
  return fitting;
};
