import { describeItems } from "../../machines/meeting/printed-items.ts";
import type { JoinedSitting, LedTime, MeetingState } from "../../machines/meeting/state.ts";
import { getMeetingStatus, type SlotStatus } from "../../machines/meeting/statuses.ts";
import { isDeepEqual } from "../meeting/deep-equal.ts";
import { formatLocalTime, hasHour, resolveInstant } from "../meeting/local-time.ts";
import type { LeadSitting } from "../meeting/lead-sitting.ts";
import type { Partner, Programme } from "../meeting/record.ts";
import type { CalendarEntry, EntryItem, JointBody } from "./entry.ts";
import type { EntryRevision } from "./ledger.ts";
import { printEntryItems } from "./print-items.ts";
import { formatUid } from "./uid.ts";

/** What a body says of a sitting that this meeting keeps, as it told. */
export interface JointPart extends JointBody {
  readonly slot: string;
  /** How many redactions the body's log has: what one removed is gone from what was held, too. */
  readonly redactions: number;
}

/** A sitting that another body keeps, as it told calendars, and where it stands. */
export interface LedSitting {
  readonly row: EntryRevision;
  readonly status: SlotStatus;
}

/** What other bodies told of the sittings that they hold jointly with a meeting: outside of its log. */
export interface JointSittings {
  /** How often any body told something new. */
  readonly changes: number;
  /** Of sittings that the meeting keeps. */
  readonly parts: readonly JointPart[];
  /** Sittings that others keep, with the entries of those that it was in once. */
  readonly led: readonly LedSitting[];
}

/** What entries are written by. */
export type ToldJointly = Partial<Pick<JointSittings, "parts" | "led">>;

/** Sittings that other bodies keep, and in which a meeting takes part: as their own feeds have them. */
export const listLedRows = ({ joint }: { readonly joint?: JointSittings }): readonly EntryRevision[] =>
  (joint?.led ?? []).map(({ row }) => row);

/** The items that a meeting itself takes up in a sitting that another body keeps. */
export const listOwnItems = ({ joint }: CalendarEntry, { body, id }: Pick<Programme, "body" | "id">): readonly EntryItem[] =>
  (joint?.bodies ?? []).filter((other) => other.body.id === body.id && other.meeting === id).flatMap(({ items }) => items);

/** The UID of a sitting, whoever keeps it. */
export const formatSlotUid = ({ body, meeting, slot }: LeadSitting): string => formatUid(body, meeting, `slot-${slot}`);

const OFF: ReadonlySet<string> = new Set(["cancelled", "postponed", "withdrawn"]);

/** The sittings of other bodies in which a meeting takes part, unless it does not take place itself. */
export const listJoined = ({ joined = [], agenda }: MeetingState): readonly JoinedSitting[] =>
  OFF.has(getMeetingStatus(agenda)) ? [] : joined;

/** A local time by the clock of another place; a date as it is. */
const moveZone = (local: string, from: string, to: string): string => {
  const instant = from === to || !hasHour(local) ? undefined : resolveInstant(local, from);
  return instant === undefined ? local : formatLocalTime(instant, to);
};

const describeLedTime = (lead: LeadSitting, entry: CalendarEntry, timezone: string): LedTime => {
  const { start, end, status, isPutOff, awaitsLed } = entry;
  const move = (local: string): string => moveZone(local, entry.timezone, timezone);
  const off = status === "CANCELLED" ? "cancelled" : isPutOff && "postponed";
  return { lead, start: move(start), ...(end !== undefined && { end: move(end) }), ...(off && { off }), ...(awaitsLed && { awaitsLed }) };
};

/** A state with the times of the sittings of others that its own may follow. */
export const addLedTimes = (state: MeetingState, led: readonly LedSitting[] = []): MeetingState => {
  if (led.length === 0 || !state.slots.some(({ slot }) => slot.after && "lead" in slot.after)) return state;
  const entries = new Map(led.map(({ row: { entry } }) => [entry.uid, entry]));
  const ledTimes = listJoined(state).flatMap(({ lead }) => {
    const entry = entries.get(formatSlotUid(lead));
    return entry && entry.parted === undefined ? [describeLedTime(lead, entry, state.record.timezone)] : [];
  });
  return { ...state, ledTimes };
};

/** What a meeting says of a sitting in which it takes part: items that left the agenda are not taken up. */
export const describePart = (state: MeetingState, { lead, items, said }: JoinedSitting, redactions: number): JointPart => {
  const present = new Set(state.items.map(({ id }) => id));
  const words = describeItems(
    state,
    items.filter((item) => present.has(item)),
  );
  return {
    slot: lead.slot,
    redactions,
    body: state.record.body,
    meeting: state.record.id,
    since: said.timestamp,
    items: printEntryItems(words),
    documents: words.documents,
  };
};

const isNamed = ({ body, meeting }: Partner, part: JointPart): boolean =>
  part.body.id === body && (meeting === undefined || part.meeting === meeting);

/** Whether a sitting names a meeting of a body: without that its word counts for nothing. */
export const isPartner = (partners: readonly Partner[] | undefined, body: string, meeting: string): boolean =>
  (partners ?? []).some((partner) => partner.body === body && (partner.meeting ?? meeting) === meeting);

/** What a partner says of a sitting, once it has confirmed it. */
const findPart = (partner: Partner, slot: string, parts: readonly JointPart[]): JointBody | undefined => {
  const found = parts.find((part) => part.slot === slot && isNamed(partner, part));
  if (!found) return undefined;
  const { slot: _slot, redactions: _redactions, ...body } = found;
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
  parts: readonly JointPart[] = [],
): readonly CalendarEntry[] => {
  if (parts.length === 0) return entries;
  const partners = new Map([...slots, ...removedSlots].map(({ slot }) => [slot.number, slot.with]));
  return entries.map((entry) => {
    const named = entry.slot === undefined ? undefined : partners.get(entry.slot);
    return named ? joinEntry(entry, named, parts) : entry;
  });
};

/** What stays of a sitting in which the meeting takes no part any more: a UID once served never leaves. */
const leaveSitting = ({ row }: LedSitting, name: string, arrival: number): LedSitting => ({
  row: {
    entry: { ...row.entry, status: "CANCELLED", changes: [], parted: name },
    sequence: row.sequence + 1,
    stamp: Math.floor(arrival / 1000),
    position: row.position,
  },
  status: "cancelled",
});

/** Sittings as they stay once a body has nothing to do with them any more. */
export const leaveAll = (led: readonly LedSitting[], name: string, arrival: number): readonly LedSitting[] =>
  led.filter(({ row }) => row.entry.parted === undefined).map((sitting) => leaveSitting(sitting, name, arrival));

/** The sittings of others that a meeting no longer takes part in, and still shows as if it did: as they stay. */
export const leaveSittings = (led: readonly LedSitting[], state: MeetingState, arrival: number): readonly LedSitting[] => {
  const joined = new Set(listJoined(state).map(({ lead }) => formatSlotUid(lead)));
  const left = led.filter(({ row }) => !joined.has(row.entry.uid));
  return leaveAll(left, state.record.body.name, arrival);
};

/**
 * What changes of the sittings that one other body keeps, once it has told them: they are as it told calendars, to the octet.
 * @param known those of that body which calendars were given so far
 * @param told by it
 * @param name of the body whose calendars they are in
 * @param arrival milliseconds of the epoch
 */
export const reviseLed = (
  known: readonly LedSitting[],
  told: readonly LedSitting[],
  name: string,
  arrival: number,
): readonly LedSitting[] => {
  const given = new Map(known.map((sitting) => [sitting.row.entry.uid, sitting]));
  const present = new Set(told.map(({ row }) => row.entry.uid));
  const gone = known.filter(({ row }) => !present.has(row.entry.uid));
  return [...told.filter((sitting) => !isDeepEqual(given.get(sitting.row.entry.uid), sitting)), ...leaveAll(gone, name, arrival)];
};
