import type { MeetingState } from "../../machines/meeting/state.ts";
import type { SlotStatus } from "../../machines/meeting/statuses.ts";
import type { Partner } from "../meeting/record.ts";
import type { CalendarEntry, JointBody } from "./entry.ts";
import type { EntryRevision } from "./ledger.ts";

/** What a body says of a sitting that this meeting keeps, as it told. */
export interface JointPart extends JointBody {
  readonly slot: string;
}

/** A sitting that another body keeps, as it told calendars, and where it stands. */
interface LedSitting {
  readonly row: EntryRevision;
  readonly status: SlotStatus;
}

/** What other bodies told of the sittings that they hold jointly with a meeting: outside of its log. */
export interface JointSittings {
  /** Of sittings that the meeting keeps. */
  readonly parts: readonly JointPart[];
  /** Sittings that others keep, with the entries of those that it was in once. */
  readonly led: readonly LedSitting[];
}

const isNamed = ({ body, meeting }: Partner, part: JointPart): boolean =>
  part.body.id === body && (meeting === undefined || part.meeting === meeting);

/** What a partner says of a sitting, once it has confirmed it. */
const findPart = (partner: Partner, slot: string, parts: readonly JointPart[]): JointBody | undefined => {
  const found = parts.find((part) => part.slot === slot && isNamed(partner, part));
  if (!found) return undefined;
  const { slot: _slot, ...body } = found;
  return body;
};

const joinEntry = (entry: CalendarEntry, partners: readonly Partner[], parts: readonly JointPart[]): CalendarEntry => {
  const { joint: _joint, ...own } = entry;
  const bodies = partners.map((partner) => findPart(partner, entry.slot ?? "", parts)).filter((body) => body !== undefined);
  return { ...own, joint: { bodies, ...(bodies.length < partners.length && { toConfirm: true as const }) } };
};

/** A meeting's entries with the bodies that confirmed that they take part: nobody else is named. */
export const joinEntries = (
  entries: readonly CalendarEntry[],
  { slots, removedSlots }: MeetingState,
  parts: readonly JointPart[],
): readonly CalendarEntry[] => {
  if (parts.length === 0) return entries;
  const partners = new Map([...slots, ...removedSlots].map(({ slot }) => [slot.number, slot.with]));
  return entries.map((entry) => {
    const named = entry.slot === undefined ? undefined : partners.get(entry.slot);
    return named ? joinEntry(entry, named, parts) : entry;
  });
};
