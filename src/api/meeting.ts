import { agendaStatusOf, lifecycleOf, meetingStatusOf } from "../../machines/agenda.ts";
import { itemStatusOf } from "../../machines/item.ts";
import { possibleEvents } from "../../machines/meeting/next-events.ts";
import { slotStatusOf } from "../../machines/slot.ts";
import type { MeetingCalendar } from "../calendar/views.ts";

/** `/{body}/{meeting}.json`: the meeting, its state, its entries with their revisions, and what may happen next. */
export const meetingJson = ({ state, rows }: MeetingCalendar) => ({
  body: state.record.body.id,
  meeting: state.record.id,
  version: state.version,
  state: lifecycleOf(state.agenda),
  agenda: state.agenda,
  status: { agenda: agendaStatusOf(state.agenda), meeting: meetingStatusOf(state.agenda) },
  slots: Object.fromEntries(state.slots.map(({ slot, value }) => [slot.number, slotStatusOf(value)])),
  items: Object.fromEntries(state.items.map(({ number, value }) => [number, itemStatusOf(value)])),
  steps: state.steps,
  next: possibleEvents(state),
  record: state.record,
  /** The sittings as they are now; the record has them as announced or last revised. */
  programme: state.slots.map(({ slot }) => slot),
  entries: rows.map(({ entry, sequence, stamp }) => ({ sequence, lastModified: new Date(stamp * 1000).toISOString(), ...entry })),
});
