import { isDeepEqual } from "../../meeting/deep-equal.ts";
import type { MeetingRecord } from "../../meeting/record.ts";
import { warn } from "../warnings.ts";
import { applyCorrections } from "./apply-corrections.ts";
import type { LaidOver, Laying } from "./laying.ts";

const listChanged = <Value>(before: readonly Value[], after: readonly Value[]): Value[] =>
  after.filter((value) => !before.some((other) => isDeepEqual(other, value)));

/** What of a record a corrigendum changed. */
const keepChanged = (before: MeetingRecord, after: MeetingRecord): MeetingRecord => {
  const symbols = new Set((before.documents ?? []).map(({ symbol }) => symbol));
  // A document under another symbol takes the place of one: only a record of all can say so.
  if ((after.documents ?? []).some(({ symbol }) => !symbols.has(symbol))) return after;
  return {
    ...after,
    agenda: { ...after.agenda, items: listChanged(before.agenda.items, after.agenda.items) },
    documents: listChanged(before.documents ?? [], after.documents ?? []),
    slots: listChanged(before.slots, after.slots),
    covers: "corrections",
  };
};

/** A corrigendum of a page: what it names in the base, as it is to be read. */
export const correctRecord = ({ base, draft, own }: Laying): LaidOver => {
  const { corrections, unread, only } = draft.paper;
  const isOfSeveral = Object.keys(typeof base.record.title === "string" ? {} : base.record.title).length > 1;
  const corrected = applyCorrections(base.record, corrections, { own, only: isOfSeveral || only !== own ? only : undefined });
  const { items: _items, ...masthead } = draft.meeting.agenda;
  const kept = keepChanged(base.record, corrected.record);
  return {
    record: { ...kept, agenda: { ...masthead, ...(kept.covers ? {} : base.record.agenda), items: kept.agenda.items } },
    warnings: [
      ...(corrections.length + unread.length === 0 ? [warn("no-corrections")] : []),
      ...corrected.warnings,
      ...unread.map(({ printed, line }) => warn("unplaced-correction", printed, line)),
    ],
  };
};
