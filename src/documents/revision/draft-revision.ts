import type { DraftMeeting } from "../../meeting/draft.ts";
import type { MeetingRecord } from "../../meeting/record.ts";
import type { Corrections } from "../corrections.ts";
import { composeDraft, type Draft } from "../draft.ts";
import type { SourceDocument } from "../model/document.ts";
import type { Overrides } from "../overrides.ts";
import type { Gazetteer } from "../sections/gazetteer.ts";

/** An order of the day is of one day of its meeting. */
const isOneDayOf = (day: DraftMeeting, base: MeetingRecord): boolean =>
  day.opensOn === day.closesOn && base.opensOn !== base.closesOn && isWithin(day.opensOn ?? "", base);
const isWithin = (day: string, { opensOn, closesOn }: MeetingRecord): boolean => day >= opensOn && day <= closesOn;

/** A draft from a document that revises a record: its days are read within the record's dates where it prints none of the meeting. */
export const draftRevision = (
  base: MeetingRecord,
  source: SourceDocument,
  overrides: Overrides,
  gazetteer: Gazetteer,
  corrections?: Corrections,
): Draft => {
  const draft = composeDraft(source, overrides, gazetteer, corrections);
  const { opensOn, closesOn, timezone } = base;
  const isWhole = draft.paper.covers === "all" && draft.meeting.opensOn !== undefined && !isOneDayOf(draft.meeting, base);
  return isWhole ? draft : composeDraft(source, { opensOn, closesOn, timezone, ...overrides }, gazetteer, corrections);
};
