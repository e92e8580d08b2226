import { resolveInstant } from "../../meeting/local-time.ts";
import { numberItems } from "../../meeting/numbered-items.ts";
import type { MeetingRecord, Slot } from "../../meeting/record.ts";
import type { EventMessage } from "../../standard-webhooks/client.ts";

type Told = Pick<EventMessage, "type" | "data"> & { readonly at: number };

/** A sitting as it goes where all keeps to the programme: what it takes up, one item after the other in equal parts. */
const tellSlot = (record: MeetingRecord, slot: Slot, adopted: string | undefined): readonly Told[] => {
  const { number, start, end = start, items } = slot;
  const [from, to] = [resolveInstant(start, record.timezone) ?? 0, resolveInstant(end, record.timezone) ?? 0];
  const isContinued = (item: string): boolean =>
    record.slots.some(({ start: later, items: theirs }) => later > start && theirs.includes(item));
  const part = (to - from) / Math.max(1, items.length);
  return [
    { type: "slot.opened", data: { slot: number }, at: from },
    ...items.flatMap((item, at): readonly Told[] => [
      { type: "item.taken_up", data: { item }, at: from + at * part },
      ...(item === adopted ? [{ type: "agenda.adopted", data: {}, at: from + (at + 1) * part }] : []),
      { type: isContinued(item) ? "item.left_open" : "item.concluded", data: { item }, at: from + (at + 1) * part },
    ]),
    { type: "slot.adjourned", data: { slot: number }, at: to },
  ];
};

/** What has happened by now at a meeting that keeps to its programme. @param now milliseconds of the epoch */
export const listEventsSoFar = (record: MeetingRecord, now: number): readonly EventMessage[] => {
  const { body, id, slots, agenda } = record;
  const adopted = numberItems(agenda.items).find(({ item }) => item.role === "adoption")?.number;
  const told = slots.flatMap((slot) => tellSlot(record, slot, adopted));
  const [first] = told;
  const opening: readonly Told[] = first ? [{ type: "meeting.opened", data: {}, at: first.at }] : [];
  return [...opening, ...told]
    .filter(({ at }) => at <= now)
    .map(({ type, data, at }) => ({ type, timestamp: new Date(at).toISOString(), data: { body: body.id, meeting: id, ...data } }));
};
