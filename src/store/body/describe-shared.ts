import { getSlotStatus } from "../../../machines/meeting/statuses.ts";
import { describePart, formatSlotUid, isPartner, listJoined, type LedSitting } from "../../calendar/joint.ts";
import { countRedactions } from "./log-reads.ts";
import { readMeetingRevision } from "./meeting-list.ts";
import type { ObjectCache } from "./object-cache.ts";
import { notePartner, readMeetingsWith, readPartners } from "./peers-table.ts";
import type { Asked, AskedSitting, Told, AskedMeeting, ListedSittings } from "./shared.ts";

/** A sitting as calendars were told it, for a body that it names. */
const describeLed = (cache: ObjectCache, reader: string, { lead, by }: AskedSitting): Told["led"] => {
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
export const describeShared = (sql: SqlStorage, cache: ObjectCache, reader: string, { sittings, meetings }: Asked, now: number): Told => {
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
