import { isDeepEqual } from "../../meeting/deep-equal.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { listJoined } from "../../calendar/joint.ts";
import { readListings } from "./listings-table.ts";
import type { ObjectCache } from "./object-cache.ts";
import { notePartner, readMeetingsWith, readPartners } from "./peers-table.ts";
import type { Asked } from "./shared.ts";

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
