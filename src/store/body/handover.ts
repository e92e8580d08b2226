import { isDeepEqual } from "../../meeting/deep-equal.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { getSlotStatus } from "../../../machines/meeting/statuses.ts";
import { describePart, formatSlotUid, isPartner, listJoined, type JointPart, type LedSitting } from "../../calendar/joint.ts";
import type { LeadSitting } from "../../meeting/lead-sitting.ts";
import { countRedactions } from "./log-table.ts";
import { readListings } from "./listings-table.ts";
import { readMeetingRevision } from "./meeting-list.ts";
import type { ObjectCache } from "./object-cache.ts";
import { notePartner, readMeetingsWith, readPartners } from "./peers-table.ts";

/** A sitting that one of a body's meetings takes part in, for which the body asks the one that keeps it. */
interface AskedSitting {
  readonly lead: LeadSitting;
  readonly by: string;
}

/** A meeting of another body that this one lists under an id of its own, and which revision of it it has. */
interface AskedMeeting {
  readonly meeting: string;
  readonly by: string;
  readonly known?: string;
}

/** What a body asks another for. */
export interface Asked {
  readonly sittings: readonly AskedSitting[];
  readonly meetings: readonly AskedMeeting[];
}

/** A listed meeting at its revision; without its sittings, where the revision is the one that is known; with neither where there is no such meeting. */
interface ListedSittings {
  readonly by: string;
  readonly revision?: string;
  readonly sittings?: readonly LedSitting[];
}

/** What a body tells another: the sittings that it keeps, as it told calendars, and what it says of those that the other keeps. */
export interface SharedAnswer {
  readonly led: readonly (LedSitting & { readonly by: string })[];
  readonly parts: readonly (JointPart & { readonly of: string })[];
  readonly listed: readonly ListedSittings[];
}

/** The bodies that sittings name, each with those that do. */
const listNamed = (state: MeetingState | undefined): ReadonlyMap<string, readonly string[]> => {
  const named = (state?.slots ?? []).flatMap(({ slot }) =>
    (slot.with ?? []).map(({ body, meeting }) => ({ body, by: `${slot.number} ${meeting ?? ""}` })),
  );
  return new Map([...Map.groupBy(named, ({ body }) => body)].map(([body, all]) => [body, all.map(({ by }) => by)]));
};
const listLeads = (state: MeetingState | undefined): ReadonlySet<string> =>
  new Set(state ? listJoined(state).map(({ lead }) => lead.body) : []);

/** After an event: the bodies that its meeting has to do with, and had before, are to be told; what is new there is to be asked for. */
export const notePartners = (sql: SqlStorage, before: MeetingState | undefined, after: MeetingState, now: number): void => {
  const [namedBefore, named] = [listNamed(before), listNamed(after)];
  const leads = listLeads(after);
  const known = new Set([...namedBefore.keys(), ...listLeads(before)]);
  const isJoinedAnew = !isDeepEqual(before?.joined, after.joined);
  // Those, too, that list the meeting.
  for (const body of new Set([...known, ...named.keys(), ...leads, ...readPartners(sql, after.record.id)])) {
    const isNamedAnew = !isDeepEqual(namedBefore.get(body), named.get(body));
    const ask = isNamedAnew || (leads.has(body) && (isJoinedAnew || !known.has(body)));
    notePartner(sql, after.record.id, body, { ask, tell: true }, now);
  }
};

/** The sittings of a body in which meetings of this one take part, and the meetings that it lists. */
export const listAsked = (sql: SqlStorage, cache: ObjectCache, body: string): Asked => ({
  sittings: readMeetingsWith(sql, body).flatMap((by) => {
    const state = cache.loadMeeting(by)?.state;
    return (state ? listJoined(state) : []).filter(({ lead }) => lead.body === body).map(({ lead }) => ({ lead, by }));
  }),
  meetings: readListings(sql)
    .filter(({ of }) => of.body === body)
    .map(({ id, of, revision }) => ({ meeting: of.meeting, by: id, ...(revision !== undefined && { known: revision }) })),
});

/** A sitting as calendars were told it, for a body that it names. */
const describeLed = (cache: ObjectCache, reader: string, { lead, by }: AskedSitting): SharedAnswer["led"] => {
  const meeting = cache.loadMeeting(lead.meeting);
  const found = [...(meeting?.state.slots ?? []), ...(meeting?.state.removedSlots ?? [])].find(({ slot }) => slot.number === lead.slot);
  const row = meeting?.rows.find(({ entry }) => entry.uid === formatSlotUid(lead));
  return found && row && isPartner(found.slot.with, reader, by) ? [{ row, status: getSlotStatus(found.value), by }] : [];
};

/** All sittings of a meeting, those too that others keep. */
const describeListed = (sql: SqlStorage, cache: ObjectCache, { meeting, by, known }: AskedMeeting): ListedSittings => {
  const revision = readMeetingRevision(sql, meeting);
  if (revision === undefined || revision === known) return { by, ...(revision !== undefined && { revision }) };
  const calendar = cache.loadMeeting(meeting);
  const statuses = new Map(calendar?.state.slots.map(({ slot, value }) => [slot.number, getSlotStatus(value)]));
  const own = (calendar?.rows ?? []).flatMap((row): readonly LedSitting[] =>
    row.entry.slot === undefined ? [] : [{ row, status: statuses.get(row.entry.slot) ?? "cancelled" }],
  );
  return { by, revision, sittings: [...own, ...(calendar?.joint?.led ?? [])] };
};

/** Bodies that are told the changes of a meeting that they list, one that is not there yet too. */
const MAX_LISTERS = 50;

/** What there is to tell another body, which is told of changes of the meetings that it lists from now on. To be called in a transaction. */
export const describeShared = (
  sql: SqlStorage,
  cache: ObjectCache,
  reader: string,
  { sittings, meetings }: Asked,
  now: number,
): SharedAnswer => {
  for (const { meeting } of meetings) if (readPartners(sql, meeting).length < MAX_LISTERS) notePartner(sql, meeting, reader, {}, now);
  const redactions = countRedactions(sql);
  return {
    led: sittings.flatMap((sitting) => describeLed(cache, reader, sitting)),
    parts: readMeetingsWith(sql, reader).flatMap((id) => {
      const state = cache.loadMeeting(id)?.state;
      const joined = (state ? listJoined(state) : []).filter(({ lead }) => lead.body === reader);
      return state ? joined.map((sitting) => ({ ...describePart(state, sitting, redactions), of: sitting.lead.meeting })) : [];
    }),
    listed: meetings.map((meeting) => describeListed(sql, cache, meeting)),
  };
};
