import { interpolate } from "../../../meeting/interpolate.ts";
import type { Meeting } from "../api.ts";
import { labelItem, labelSlotNumber } from "../labels.ts";
import type { ConsoleMessages } from "../messages/messages.ts";
import type { QueuedEvent } from "./queue.ts";

/** Which event one takes back. */
export const readWithdrawn = ({ event: { type, data } }: QueuedEvent): unknown => (type === "event.withdrawn" ? data["event"] : undefined);

/** `Take up the item: Item 4`. */
export const describeOrder = (
  type: string,
  { slot, item }: Readonly<Record<string, unknown>>,
  meeting: Pick<Meeting, "programme">,
  messages: ConsoleMessages,
): string => {
  const names: Readonly<Record<string, string>> = messages.events;
  const about = [
    ...(typeof item === "string" ? [labelItem(item, messages)] : []),
    ...(typeof slot === "string" ? [labelSlotNumber(slot, meeting.programme, messages)] : []),
  ];
  return [names[type] ?? type, ...(about.length > 0 ? [about.join(messages.own.punctuation.comma)] : [])].join(
    messages.own.punctuation.colon,
  );
};

/** An event by its order; an undoing by what it undoes, where that is known here. */
export const describeSent = (
  queued: QueuedEvent,
  known: readonly QueuedEvent[],
  meeting: Pick<Meeting, "programme">,
  messages: ConsoleMessages,
): string => {
  const { type, data } = queued.event;
  const undone = known.find(({ id }) => id === readWithdrawn(queued));
  if (undone) return interpolate(messages.outbox.undone, { event: describeSent(undone, [], meeting, messages) });
  return describeOrder(type, data, meeting, messages);
};
