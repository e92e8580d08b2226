import { useId } from "preact/hooks";
import { useConsole } from "../context.ts";
import { describeProblem, describeWarning } from "../error-messages.ts";
import type { DraftBatch } from "../event/draft-event.ts";
import type { MeetingEventType } from "../messages/event-messages.ts";
import { describeSent, readWithdrawn } from "./describe-sent.ts";
import { isPosted, type QueuedEvent, type QueueState } from "./queue.ts";
import { canUndo, undoSent } from "./undo.ts";
import type { SentEvent } from "./use-outbox.ts";

/** A queued event's own words, to be looked at again and sent in its place. */
const redraft = ({ id, event }: QueuedEvent, title: string, here: string): DraftBatch => {
  const { body: _body, meeting, expectedVersion: _version, ...given } = event.data;
  return {
    title,
    events: [{ type: event.type as MeetingEventType, given }],
    happened: event.timestamp,
    replaces: id,
    ...(typeof meeting === "string" && meeting !== here && { meeting }),
  };
};

interface QueuedRowProps {
  readonly queued: QueuedEvent;
  /** Whether it waits for no line, but for the first. */
  readonly isBehind: boolean;
}

/** An event on its way. */
export const QueuedRow = ({ queued, isBehind }: QueuedRowProps) => {
  const context = useConsole();
  const { messages, address, meeting, outbox, queue, sent, startDraft } = context;
  const { outbox: say } = messages;
  const { id, state, problem } = queued;
  const title = describeSent(queued, [...sent.map(({ event }) => event), ...queue], meeting, messages);
  const isUndone = queue.some((other) => readWithdrawn(other) === id);
  const isUndoable = !isUndone && state !== "sending" && readWithdrawn(queued) === undefined;
  const said: Readonly<Record<QueueState, string | undefined>> = {
    waiting: isBehind ? undefined : say.waiting,
    unanswered: say.waiting,
    sending: say.sending,
    refused: problem && describeProblem(problem, context),
  };
  const about = useId();
  return (
    <li class="pending">
      <div id={about}>
        <strong>{title}</strong> {said[state]}
      </div>
      {state === "refused" && (
        <>
          <button type="button" aria-describedby={about} onClick={() => startDraft(redraft(queued, title, address.meeting))}>
            {messages.steps.checkAgain}
          </button>
          <button type="button" class="go" aria-describedby={about} onClick={() => outbox.resume(id)}>
            {say.retry}
          </button>
        </>
      )}
      {state === "refused" && (
        <button type="button" class="quiet" aria-describedby={about} onClick={() => outbox.discard(id)}>
          {say.discard}
        </button>
      )}
      {state !== "refused" && isUndoable && (
        <button
          type="button"
          class="quiet"
          aria-describedby={about}
          onClick={() => (isPosted(queued) ? undoSent(queued, context) : outbox.discard(id))}
        >
          {say.undo}
        </button>
      )}
    </li>
  );
};

/** What was sent just now, with what the service warns of, and the way back. */
export const SentRow = ({ sent: { event, answer } }: { readonly sent: SentEvent }) => {
  const context = useConsole();
  const { messages, meeting, sent } = context;
  const about = useId();
  const title = describeSent(
    event,
    sent.map((other) => other.event),
    meeting,
    messages,
  );
  return (
    <li>
      <div id={about}>
        <strong>{title}</strong> {messages.outbox.done}
        {answer.warnings.map((warning) => (
          <p class="caution">{describeWarning(warning, context)}</p>
        ))}
      </div>
      {canUndo(event) && (
        <button type="button" aria-describedby={about} onClick={() => undoSent(event, context)}>
          {messages.outbox.undo}
        </button>
      )}
    </li>
  );
};
