import type { Slot } from "../../../meeting/record.ts";
import { compareSlots } from "../../../meeting/slot-order.ts";
import { interpolate } from "../../../meeting/interpolate.ts";
import { labelSlot } from "../labels.ts";
import type { DraftBatch } from "../event/draft-event.ts";
import type { Meeting } from "../api.ts";
import type { MeetingEventType } from "../messages/event-messages.ts";
import type { ConsoleMessages } from "../messages/messages.ts";

/** What a busy secretary needs first. */
export interface QuickAction {
  readonly label: string;
  readonly draft: DraftBatch;
  /** Why it is not possible now. */
  readonly reason?: string | undefined;
}

const HELD = new Set(["open", "suspended", "adjourned"]);

/** The sittings to come, the next one first: those after the last that was held. */
const listSittingsToCome = ({ programme, slots }: Meeting): readonly Slot[] => {
  const inOrder = programme.toSorted(compareSlots);
  const last = inOrder.findLastIndex(({ number }) => HELD.has(slots[number] ?? ""));
  return inOrder.filter(({ number }, at) => at > last && slots[number] === "scheduled");
};

export const listOpenSlots = ({ programme, slots }: Meeting): readonly Slot[] => programme.filter(({ number }) => slots[number] === "open");

/** The buttons, in the order of a meeting. */
export const listQuickActions = (meeting: Meeting, messages: ConsoleMessages): readonly QuickAction[] => {
  const { quick, refusals } = messages;
  const { next, refusal } = meeting;
  const possible = new Set<string>(next.map(({ type }) => type));
  const ofMeeting = refusals[refusal];
  const explain = (type: MeetingEventType, reason: string): string | undefined => (possible.has(type) ? undefined : reason);
  const [upcoming] = listSittingsToCome(meeting);
  const [present] = listOpenSlots(meeting);
  const takesSittings = possible.has("slot.added");
  const noSlot = takesSittings ? quick.noSlotLeft : ofMeeting;
  const draftForSlot = (
    label: string,
    type: MeetingEventType,
    slot: Slot | undefined,
    missing: string,
    preset: Readonly<Record<string, string>> = {},
  ): QuickAction => ({
    label,
    draft: { title: label, events: [{ type, preset: { ...(slot && { slot: slot.number }), ...preset } }] },
    reason: slot && possible.has(type) ? undefined : missing,
  });
  const draftSettled = (sentence: string, type: MeetingEventType, slot: Slot | undefined, missing: string): QuickAction => {
    const label = slot ? interpolate(sentence, { slot: labelSlot(slot, messages) }) : messages.events[type];
    return { label, draft: { title: label, events: [{ type, given: { slot: slot?.number } }] }, reason: slot ? undefined : missing };
  };
  const holder = [present, upcoming].find((slot) => slot && slot.items.length > 0);
  const movable = next.find(({ type }) => type === "item.moved")?.items;
  const item = holder?.items.find((number) => movable?.includes(number));
  const later = listSittingsToCome(meeting).find(({ number, items }) => number !== holder?.number && !items.includes(item ?? ""));
  const adopted = explain("agenda.adopted", refusals["already-adopted"]);
  const opened = explain("meeting.opened", ofMeeting);
  const draftSimply = (type: MeetingEventType): Pick<QuickAction, "label" | "draft"> => {
    const label = messages.events[type];
    return { label, draft: { title: label, events: [{ type }] } };
  };
  return [
    { ...draftSimply("meeting.opened"), reason: opened },
    { ...draftSimply("agenda.adopted"), reason: adopted },
    draftSettled(quick.openSlot, "slot.opened", upcoming, noSlot),
    draftSettled(quick.adjournSlot, "slot.adjourned", present, takesSittings ? quick.noSlotOpen : ofMeeting),
    {
      label: quick.moveItem,
      draft: {
        title: quick.moveItem,
        events: [
          {
            type: "item.moved",
            preset: { ...(item !== undefined && { item }), ...(holder && { from: holder.number }), ...(later && { to: later.number }) },
          },
        ],
      },
      reason: takesSittings ? (movable && listSittingsToCome(meeting).length > 0 ? undefined : quick.noItemToMove) : ofMeeting,
    },
    draftForSlot(quick.cancelSlot, "slot.cancelled", upcoming, noSlot),
    draftForSlot(quick.resumesAt, "slot.rescheduled", upcoming, noSlot),
    { ...draftSimply("report.adopted"), reason: explain("report.adopted", refusals["report-before-adoption"]) },
    { ...draftSimply("meeting.closed"), reason: explain("meeting.closed", ofMeeting) },
  ];
};
