import type { Happening } from "./happening.ts";
import type { Difference } from "./differences.ts";
import { getId } from "./identities.ts";
import { warnOfPartners, warnOfUnjoined } from "./joint-warnings.ts";
import { warnOfKnownDocuments, warnOfSameDeadline, warnOfSameFields, warnOfSameTitles } from "./same-fields.ts";
import { findSlotsIn, warnOfOtherDates, warnOfProgramme, warnOfTime } from "./programme-warnings.ts";
import { warnOfRevision } from "./revision-warnings.ts";
import type { MeetingState } from "./state.ts";
import { getAgendaStatus, getItemStatus, getMeetingStatus, type MeetingStatus } from "./statuses.ts";
import { createWarning, warnWhen, type Warning } from "./warnings.ts";
import {
  warnOfEnd,
  warnOfExtension,
  warnOfHeld,
  warnOfOpening,
  warnOfResumption,
  warnOfReinstatement,
  warnOfAdjournment,
  warnOfCancellation,
  listOfDay,
} from "./sitting-warnings.ts";
import { findRole, findNumber, warnOfHour, warnOfDeferral, warnOfItem } from "./item-warnings.ts";

const warnOfClosure = (before: MeetingState): readonly Warning[] => [
  ...warnWhen(getMeetingStatus(before.agenda) === "announced", "closed-before-opening"),
  ...findSlotsIn(before, "open", "suspended").map(({ number }) => createWarning("sitting-open-at-closure", { slot: number })),
];

const PRELIMINARY: ReadonlySet<string | undefined> = new Set(["in part", "ad referendum"]);

const warnOfReport = (before: MeetingState): readonly Warning[] => [
  ...warnWhen(
    getAgendaStatus(before.agenda) === "reportAdopted" &&
      !PRELIMINARY.has(before.milestones.findLast(({ type }) => type === "report.adopted")?.manner),
    "report-adopted-again",
  ),
  ...before.items
    .filter(({ id, value }) => getItemStatus(value) === "underConsideration" && findRole(before, id) !== "report")
    .map(({ id }) => createWarning("report-with-item-open", { item: findNumber(before, id) })),
];

const OFF: ReadonlySet<MeetingStatus> = new Set(["closed", "cancelled", "postponed"]);

const CALLED_OFF: ReadonlySet<MeetingStatus> = new Set(["cancelled", "postponed"]);

const HAPPENED: ReadonlySet<string> = new Set([
  "meeting.opened",
  "slot.opened",
  "slot.suspended",
  "slot.resumed",
  "slot.adjourned",
  "item.taken_up",
  "item.left_open",
  "item.concluded",
  "item.deferred",
]);

/** Of an event of one kind alone. */
const warnOfKind = (before: MeetingState, happening: Happening, after: MeetingState): readonly Warning[] => {
  const { event, identities } = happening;
  switch (event.type) {
    case "meeting.closed":
      return warnOfClosure(before);
    case "meeting.cancelled":
      return warnWhen(["opened", "suspended"].includes(getMeetingStatus(before.agenda)), "cancelled-after-opening");
    case "meeting.rescheduled":
    case "meeting.resumed":
    case "meeting.reinstated":
      return [
        ...warnWhen(event.type === "meeting.reinstated" && !CALLED_OFF.has(getMeetingStatus(before.agenda)), "not-called-off"),
        // Of sittings that it states it is warned as of a revision.
        ...(event.data.slots ? [] : warnOfOtherDates(before, after)),
      ];
    case "documents.issued":
      return warnOfKnownDocuments(event, before);
    case "deadline.changed":
      return warnOfSameDeadline(event, before);
    case "report.adopted":
      return warnOfReport(before);
    case "report.issued":
      return warnWhen(getAgendaStatus(before.agenda) === "reportAwaited", "issued-before-adoption");
    case "slot.added":
      return warnOfTime(event.data.slot, after);
    case "slot.rescheduled":
      return [...warnOfEnd(event.data.slot, happening, before), ...warnOfTime(event.data.slot, after)];
    case "slot.extended":
      return [...warnOfExtension(event, before), ...warnOfTime(event.data.slot, after)];
    case "slot.postponed":
    case "slot.delayed":
    case "slot.relocated":
      return warnOfEnd(event.data.slot, happening, before);
    case "slot.changed":
      return [...warnOfEnd(event.data.slot, happening, before), ...warnOfSameFields(event, before)];
    case "slot.opened":
      return [...warnOfHeld(event.data.slot, before), ...warnOfOpening(before)];
    case "slot.resumed":
      return warnOfResumption(event, before);
    case "slot.reinstated":
      return warnOfReinstatement(event.data.slot, before, after);
    case "slot.adjourned":
      return [...warnOfHeld(event.data.slot, before), ...warnOfAdjournment(event, before)];
    case "slot.cancelled":
      return [...warnOfEnd(event.data.slot, happening, before), ...warnOfCancellation([event.data.slot], after)];
    case "day.cancelled":
      return warnOfCancellation(listOfDay(before, after), after);
    case "day.reinstated":
      return listOfDay(before, after).flatMap((number) => warnOfReinstatement(number, before, after));
    case "slot.joined":
      return [createWarning("joint-kept-elsewhere", { body: event.data.lead.body })];
    case "item.scheduled":
      return warnOfHour(event, getId(identities, event.data.item), after);
    case "item.changed":
      return warnOfSameTitles(event, getId(identities, event.data.item), before);
    case "item.deferred":
      return warnOfDeferral(getId(identities, event.data.item), after);
    case "item.taken_up":
      return warnOfItem(getId(identities, event.data.item), before);
    default:
      return [];
  }
};

/** What is unusual in an event that was possible, from the states before and after it. */
export const findWarnings = (
  before: MeetingState | undefined,
  happening: Happening,
  after: MeetingState,
  differences: readonly Difference[],
): readonly Warning[] => {
  if (!before) return [...warnOfProgramme(after), ...warnOfPartners(before, after), ...warnOfUnjoined(before, after)];
  const isOff = OFF.has(getMeetingStatus(before.agenda)) && HAPPENED.has(happening.event.type);
  return [
    ...warnWhen(isOff, "not-under-way"),
    ...warnOfRevision(before, happening.event, after, differences),
    ...warnOfKind(before, happening, after),
    ...warnOfPartners(before, after),
    ...warnOfUnjoined(before, after),
  ];
};
