import type { RefObject } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { interpolate } from "../../../meeting/interpolate.ts";
import { useConsole } from "../context.ts";
import { isStopped, type QueuedEvent, type Queue, type QueueState } from "./queue.ts";
import { describeProblem } from "../error-messages.ts";
import type { DraftBatch } from "../event/draft-event.ts";
import type { MeetingEventType } from "../messages/event-messages.ts";
import type { ConsoleMessages } from "../messages/messages.ts";

const SECOND = 1000;

/** The time, again each second while something counts down. */
const useNow = (isRunning: boolean): number => {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!isRunning) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
};

export const labelEvent = ({ event }: QueuedEvent, { events }: ConsoleMessages): string => {
  const names: Readonly<Record<string, string>> = events;
  return names[event.type] ?? event.type;
};

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

interface RowProps {
  readonly queued: QueuedEvent;
  /** Whether all wait until this one is settled. */
  readonly isInTheWay: boolean;
  /** Whether it waits for no line, but for the first. */
  readonly isBehind: boolean;
}

const QueuedEventRow = ({ queued, isInTheWay, isBehind }: RowProps) => {
  const context = useConsole();
  const { messages, address, outbox, startDraft } = context;
  const { outbox: say } = messages;
  const { id, state, problem } = queued;
  const title = labelEvent(queued, messages);
  const said: Readonly<Record<QueueState, string | undefined>> = {
    countdown: undefined,
    waiting: isBehind ? undefined : say.waiting,
    unanswered: say.waiting,
    sending: say.sending,
    paused: say.paused,
    refused: problem && describeProblem(problem, context),
  };
  const about = useId();
  return (
    <li>
      <div id={about}>
        <strong>{title}</strong> {said[state]}
      </div>
      {state === "refused" && (
        <button type="button" aria-describedby={about} onClick={() => startDraft(redraft(queued, title, address.meeting))}>
          {messages.steps.checkAgain}
        </button>
      )}
      {isInTheWay && (
        <button type="button" class="go" aria-describedby={about} onClick={() => outbox.resume(id)}>
          {say.retry}
        </button>
      )}
      {state !== "sending" && (
        <button type="button" class="quiet" aria-describedby={about} onClick={() => outbox.undo(id)}>
          {state === "countdown" ? say.undo : say.discard}
        </button>
      )}
    </li>
  );
};

/** Whoever sends something is led to where it can be undone, and from there, once nothing is left, to where it is told. */
const useFocus = (section: RefObject<HTMLElement | null>, queue: Queue): void => {
  const before = useRef(queue);
  useEffect(() => {
    const isNew = ({ id }: QueuedEvent): boolean => !before.current.some((queued) => queued.id === id);
    if (queue.some(isNew)) section.current?.focus();
    const isNowhere = document.activeElement === document.body;
    if (queue.length === 0 && before.current.length > 0 && isNowhere)
      (document.getElementById("sent-title") ?? document.getElementById("now"))?.focus();
    before.current = queue;
  }, [queue]);
};

/** What is on its way: it can be undone until it leaves, and waits in order while there is no line. */
export const OutboxBar = ({ isOnline }: { readonly isOnline: boolean }) => {
  const { messages, queue, outbox } = useConsole();
  const { outbox: say } = messages;
  const section = useRef<HTMLElement>(null);
  const isHeldUp = isStopped(queue);
  const counting = queue.filter(({ state }) => state === "countdown");
  const isCounting = counting.length > 0 && !isHeldUp;
  const now = useNow(isCounting);
  const due = Math.max(...counting.map((queued) => queued.due));
  const left = Math.max(0, Math.ceil((due - now) / SECOND));
  useEffect(() => {
    if (queue.length === 0) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    globalThis.addEventListener("beforeunload", warn);
    return () => globalThis.removeEventListener("beforeunload", warn);
  }, [queue.length === 0]);
  useFocus(section, queue);
  if (queue.length === 0) return null;
  return (
    <section class="outbox" aria-label={say.title} ref={section} tabIndex={-1}>
      {!isOnline && <p class="caution">{say.offline}</p>}
      <ol>
        {queue.map((queued, at) => (
          <QueuedEventRow key={queued.id} queued={queued} isInTheWay={isHeldUp && at === 0} isBehind={isHeldUp && at > 0} />
        ))}
      </ol>
      {isCounting && (
        <>
          <p class="countdown" role="timer" aria-live="off">
            {interpolate(say.sendsIn, { seconds: String(left) })}
          </p>
          <button type="button" class="go" onClick={outbox.flush}>
            {say.sendNow}
          </button>
        </>
      )}
    </section>
  );
};
