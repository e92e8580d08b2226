import { listItemStatuses } from "../../machines/meeting/item-statuses.ts";
import { listNextEvents, findRefusalOfOthers } from "../../machines/meeting/next-events.ts";
import { printItemTitles, printJoined, printProgramme, printRecord } from "../../machines/meeting/printed.ts";
import { getAgendaStatus, getLifecycle, getMeetingStatus, getSlotStatus } from "../../machines/meeting/statuses.ts";
import type { EntryRevision } from "../calendar/ledger.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import type { MeetingJson } from "./schemas/meeting.ts";

const printRow = ({ entry, sequence, stamp }: EntryRevision) => ({
  sequence,
  lastModified: new Date(stamp * 1000).toISOString(),
  ...entry,
});

/** `/{body}/{meeting}.json`: the meeting, its state, its entries with their revisions, and what may happen next. */
export const buildMeetingJson = ({ state, rows, joint }: MeetingCalendar): MeetingJson => ({
  body: state.record.body.id,
  meeting: state.record.id,
  version: state.version,
  ...(joint && { joint: joint.changes }),
  state: getLifecycle(state.agenda),
  agenda: state.agenda,
  status: { agenda: getAgendaStatus(state.agenda), meeting: getMeetingStatus(state.agenda) },
  slots: Object.fromEntries(state.slots.map(({ slot, value }) => [slot.number, getSlotStatus(value)])),
  suspendedUntil: Object.fromEntries(
    state.slots.flatMap(({ slot, said: { suspended } }) => (suspended?.until === undefined ? [] : [[slot.number, suspended.until]])),
  ),
  items: Object.fromEntries(listItemStatuses(state).map(({ number, status }) => [number, status])),
  steps: state.milestones,
  next: listNextEvents(state),
  refusal: findRefusalOfOthers(state),
  record: printRecord(state),
  agendaItems: printItemTitles(state),
  programme: printProgramme(state),
  joined: printJoined(state),
  ...(state.notices && { notices: state.notices }),
  entries: rows.map(printRow),
  jointSittings: (joint?.led ?? []).map(({ row, status }) => ({ state: status, ...printRow(row) })),
});
