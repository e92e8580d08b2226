import { createWebhookId } from "../../../standard-webhooks/client.ts";
import type { ConsoleContext } from "../context.ts";
import { computeBase } from "../outbox/queue.ts";
import type { DraftBatch } from "./draft-event.ts";
import { buildEvents, type FilledDraft, type Sendable } from "./dry-run.ts";
import { UNDECIDED } from "./weighing.ts";

/** Puts the events into the outbox, each for the version of the meeting that was seen, where the door was asked about it. */
export const enqueueDraft = (filled: FilledDraft, context: ConsoleContext, dryRun?: Sendable): void => {
  const { draft } = filled;
  const { address, meeting, clock, outbox, queue } = context;
  const events = buildEvents(filled, context, clock.now()).map((event) => ({ id: createWebhookId(), event }));
  const isOurs = ({ event }: (typeof events)[number]): boolean => event.data["meeting"] === address.meeting;
  const answered = dryRun?.kind === "checked" ? events.filter((_, at) => !dryRun.untried.includes(at)) : [];
  const fresh = events.map((one, at) => {
    const { id, event } = one;
    const checked = dryRun?.kind === "checked" ? dryRun.answers[answered.indexOf(one)] : undefined;
    const own = events
      .slice(0, at)
      .filter(isOurs)
      .map((earlier) => earlier.id);
    if (!dryRun) return { id, event, sentAt: computeBase(queue, address.meeting, meeting.version).version + at };
    // No version of another meeting was seen.
    if (!isOurs(one)) return { id, event, ...(checked && { checked }) };
    const { version, after } = dryRun.base;
    return {
      id,
      event: { ...event, data: { ...event.data, expectedVersion: version + own.length } },
      ...(checked && { checked }),
      after: [...after, ...own],
    };
  });
  outbox.enqueue(fresh, draft.replaces);
};

/** Sends what needs no form: as it is now, whatever a colleague sent meanwhile. */
export const enqueueAtOnce = (draft: DraftBatch, context: ConsoleContext): void =>
  enqueueDraft({ draft, form: new FormData(), weighing: UNDECIDED }, context);
