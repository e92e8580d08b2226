import { createWebhookId } from "../../../standard-webhooks/client.ts";
import type { ConsoleContext } from "../context.ts";
import { hasSheet } from "../event/sheets.ts";
import { readWithdrawn } from "./describe-sent.ts";
import type { QueuedEvent } from "./queue.ts";
import type { SentEvent } from "./use-outbox.ts";

/** How long what was sent is shown, and can be undone by a tap, in milliseconds. */
const UNDO_FOR = 30_000;

/** What was sent lately; of what was undone only the undoing. */
export const listLately = ({ sent, queue }: Pick<ConsoleContext, "sent" | "queue">, now: number): readonly SentEvent[] => {
  const undone = new Set([...sent.map(({ event }) => event), ...queue].map(readWithdrawn));
  return sent.filter(({ event, at }) => now - at < UNDO_FOR && !undone.has(event.id));
};

export const canUndo = ({ event: { type } }: QueuedEvent): boolean => !hasSheet(type);

/** Withdraws what was sent. */
export const undoSent = ({ id, event }: QueuedEvent, { outbox, clock }: Pick<ConsoleContext, "outbox" | "clock">): void => {
  const { body, meeting } = event.data;
  const timestamp = new Date(clock.now()).toISOString();
  outbox.enqueue([{ id: createWebhookId(), event: { type: "event.withdrawn", timestamp, data: { body, meeting, event: id } } }]);
};
