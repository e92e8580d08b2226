import { OF_MEETING } from "../../../../machines/meeting/refusals.ts";
import type { Slot } from "../../../meeting/record.ts";
import { fill } from "../../../meeting/fill.ts";
import { slotName } from "../naming.ts";
import type { Proposal } from "../event/draft-event.ts";
import type { Meeting } from "../api.ts";
import type { ConsoleWords, MeetingEventType } from "../words/words.ts";

/** What a busy secretary needs first. */
export interface QuickAction {
  readonly label: string;
  readonly proposal: Proposal;
  /** Why it is not possible now. */
  readonly why?: string | undefined;
}

const HELD = new Set(["open", "suspended", "adjourned"]);

/** The sittings to come, the next one first: those after the last that was held. */
const sittingsToCome = ({ programme, slots }: Meeting): readonly Slot[] => {
  const inOrder = programme.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const last = inOrder.findLastIndex(({ number }) => HELD.has(slots[number] ?? ""));
  return inOrder.filter(({ number }, at) => at > last && slots[number] === "scheduled");
};

export const openSlots = ({ programme, slots }: Meeting): readonly Slot[] => programme.filter(({ number }) => slots[number] === "open");

const simple = (label: string, ...types: readonly MeetingEventType[]): Pick<QuickAction, "label" | "proposal"> => ({
  label,
  proposal: { title: label, parts: types.map((type) => ({ type })) },
});

/** The buttons, in the order of a meeting. */
export const quickActions = (meeting: Meeting, words: ConsoleWords): readonly QuickAction[] => {
  const { quick, refusals } = words;
  const { next, status } = meeting;
  const possible = new Set<string>(next.map(({ type }) => type));
  const ofMeeting = refusals[OF_MEETING[status.meeting]];
  const why = (type: MeetingEventType, reason: string): string | undefined => (possible.has(type) ? undefined : reason);
  const [upcoming] = sittingsToCome(meeting);
  const [present] = openSlots(meeting);
  const takesSittings = possible.has("slot.added");
  const noSlot = takesSittings ? quick.noSlotLeft : ofMeeting;
  const ofSlot = (
    label: string,
    type: MeetingEventType,
    slot: Slot | undefined,
    missing: string,
    preset: Readonly<Record<string, string>> = {},
  ): QuickAction => ({
    label,
    proposal: { title: label, parts: [{ type, preset: { ...(slot && { slot: slot.number }), ...preset } }] },
    why: slot && possible.has(type) ? undefined : missing,
  });
  const settled = (sentence: string, type: MeetingEventType, slot: Slot | undefined, missing: string): QuickAction => {
    const label = slot ? fill(sentence, { slot: slotName(slot, words) }) : words.events[type];
    return { label, proposal: { title: label, parts: [{ type, given: { slot: slot?.number } }] }, why: slot ? undefined : missing };
  };
  const holder = [present, upcoming].find((slot) => slot && slot.items.length > 0);
  const movable = next.find(({ type }) => type === "item.moved")?.items;
  const item = holder?.items.find((number) => movable?.includes(number));
  const later = sittingsToCome(meeting).find(({ number, items }) => number !== holder?.number && !items.includes(item ?? ""));
  const adopted = why("agenda.adopted", refusals["already-adopted"]);
  const opened = why("meeting.opened", ofMeeting);
  return [
    { ...simple(quick.opened, "meeting.opened"), why: opened },
    { ...simple(quick.adopted, "agenda.adopted"), why: adopted },
    { ...simple(quick.both, "meeting.opened", "agenda.adopted"), why: opened ?? adopted },
    settled(quick.openSlot, "slot.opened", upcoming, noSlot),
    settled(quick.adjournSlot, "slot.adjourned", present, takesSittings ? quick.noSlotOpen : ofMeeting),
    {
      label: quick.moveItem,
      proposal: {
        title: quick.moveItem,
        parts: [
          {
            type: "item.moved",
            preset: { ...(item !== undefined && { item }), ...(holder && { from: holder.number }), ...(later && { to: later.number }) },
          },
        ],
      },
      why: takesSittings ? (movable && sittingsToCome(meeting).length > 0 ? undefined : quick.noItemToMove) : ofMeeting,
    },
    ofSlot(quick.cancelSlot, "slot.cancelled", upcoming, noSlot),
    ofSlot(quick.resumesAt, "slot.rescheduled", upcoming, noSlot),
    { ...simple(quick.reportAdopted, "report.adopted"), why: why("report.adopted", refusals["report-before-adoption"]) },
    { ...simple(quick.closed, "meeting.closed"), why: why("meeting.closed", ofMeeting) },
  ];
};
