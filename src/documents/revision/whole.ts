import type { MeetingRecord } from "../../meeting/record.ts";
import { carryDocuments, carryItems, carryMeeting, carrySlots, invertWas, renumberPrinted } from "./carry-over.ts";
import type { LaidOver, Laying } from "./laying.ts";
import { matchDraftItems, type Was } from "./match-items.ts";
import { matchSlots } from "./match-slots.ts";
import type { DraftSlot } from "../../meeting/draft.ts";

/** A slot with the numbers that its items had in the base. */
const restoreNumbers = (slot: DraftSlot, was: Was): DraftSlot => ({
  ...slot,
  items: slot.items.map((item) => was.get(item) ?? `new ${item}`),
});

/** The slots of a document by the numbers of those of the base, whatever numbers their items have now. */
export const matchDraftSlots = ({ base, draft }: Laying, was: Was, areFixed = false): ReturnType<typeof matchSlots> => {
  const { slots } = draft.meeting;
  const matched = matchSlots(
    { documented: base.record.slots, programme: base.programme, numbers: base.numbers, areFixed },
    slots.map((slot) => restoreNumbers(slot, was)),
  );
  return { ...matched, slots: slots.map((slot, at) => ({ ...slot, number: matched.slots[at]?.number ?? slot.number })) };
};

/** A document that states all: a Rev., or a corrigendum that is the whole text. */
export const reviseWhole = (laying: Laying, covers: "all" | "corrections"): LaidOver => {
  const { base, draft, language, said } = laying;
  const { agenda, documents } = draft.meeting;
  const items = matchDraftItems(base.record.agenda.items, agenda.items, language, said);
  const now = invertWas(items.was);
  const slots = matchDraftSlots(laying, items.was);
  const { items: _items, ...masthead } = agenda;
  const record: MeetingRecord = {
    ...carryMeeting(laying),
    agenda: { ...base.record.agenda, ...masthead, items: carryItems(laying, agenda.items, items.was) },
    documents: carryDocuments(laying, documents, now),
    // An agenda without an organization of work leaves the one that there is.
    slots: slots.slots.length > 0 ? carrySlots(laying, slots.slots) : base.record.slots.map((slot) => renumberPrinted(slot, now)),
    ...(covers === "corrections" && { covers }),
  };
  return { record, warnings: [...items.warnings, ...slots.warnings] };
};
