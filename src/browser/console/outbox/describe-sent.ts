import { interpolate } from "../../../meeting/interpolate.ts";
import type { MeetingRecord } from "../../../meeting/record.ts";
import { chooseText } from "../../../meeting/text.ts";
import type { Meeting } from "../api.ts";
import { labelItem, labelSlotNumber } from "../labels.ts";
import type { ConsoleMessages } from "../messages/messages.ts";
import type { QueuedEvent } from "./queue.ts";

/** Which event one takes back. */
export const readWithdrawn = ({ event: { type, data } }: QueuedEvent): unknown => (type === "event.withdrawn" ? data["event"] : undefined);

const isTitled = (record: unknown): record is Pick<MeetingRecord, "title"> =>
  typeof record === "object" && record !== null && "title" in record;

/** `Take up the item: Item 4`. */
export const describeOrder = (
  type: string,
  { slot, item, record }: Readonly<Record<string, unknown>>,
  meeting: Pick<Meeting, "programme">,
  messages: ConsoleMessages,
): string => {
  const names: Readonly<Record<string, string>> = messages.events;
  const about = [
    // Another meeting is told by its title.
    ...(type === "meeting.announced" && isTitled(record) ? [chooseText(record.title, messages.own.language)] : []),
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
