import type { AgendaStep, Lifecycle } from "../../machines/agenda.ts";

/** Plenary's own words; every other word comes from the meeting's documents. */
export const ENGLISH = {
  provisionalShort: "prov.",
  continuedShort: "cont.",
  continued: "continued",
  item: "Item",
  cancelled: "CANCELLED",
  changed: "CHANGED",
  movedFrom: "moved from",
  movedTo: "to",
  documents: "Documents",
  programme: "Programme and changes",
  source: "Source",
  provisional: "Provisional: the agenda is not adopted yet.",
  caution: "Calendars may lag a day. Official documents prevail.",
  publishedBy: "Published by",
  unofficial: "Unofficial demonstration.",
  asOrallyRevised: "as orally revised",
  lifecycle: {
    provisional: "Provisional agenda",
    adopted: "Agenda adopted",
    "in session": "In session",
    "report adopted": "Report adopted",
  } satisfies Record<Lifecycle, string>,
  steps: {
    "meeting.opened": "Meeting opened",
    "agenda.adopted": "Agenda adopted",
    "report.adopted": "Report adopted",
    "meeting.closed": "Meeting closed",
  } satisfies Record<AgendaStep, string>,
} as const;
