import { useEffect, useRef, useState } from "preact/hooks";
import { useConsole } from "../context.ts";
import { isStopped } from "./queue.ts";
import { QueuedRow, SentRow } from "./rows.tsx";
import { listLately } from "./undo.ts";

const SECOND = 1000;

/** The time by the device's clock, again each second as long as something hangs on it. */
const useNow = (isRunning: (now: number) => boolean): number => {
  const [, setNow] = useState(0);
  const now = Date.now();
  const runs = isRunning(now);
  useEffect(() => {
    if (!runs) return undefined;
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, [runs]);
  return now;
};

/** Where the button is gone that had the focus, it goes to where this can be undone, or to what may be done next. */
const useFocus = (isEmpty: boolean, change: string): ((section: HTMLElement | null) => void) => {
  const section = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    const next = isEmpty ? document.getElementById("now") : section.current;
    next?.focus({ preventScroll: true });
  }, [change]);
  return (element) => {
    section.current = element;
  };
};

/** What is on its way, in order, and what was sent just now and can still be undone. */
export const OutboxBar = ({ isOnline }: { readonly isOnline: boolean }) => {
  const context = useConsole();
  const { messages, queue, meeting, sent } = context;
  const now = useNow((time) => listLately(context, time).length > 0);
  const lately = listLately(context, now);
  const isEmpty = queue.length === 0 && lately.length === 0;
  const keepFocus = useFocus(isEmpty, [queue.length, lately.length, sent.length, meeting.version].join());
  if (isEmpty) return null;
  return (
    <section class="outbox" aria-label={messages.outbox.title} ref={keepFocus} tabIndex={-1}>
      {!isOnline && queue.length > 0 && <p class="caution">{messages.outbox.offline}</p>}
      <ol>
        {lately.map((one) => (
          <SentRow key={one.event.id} sent={one} />
        ))}
        {queue.map((queued, at) => (
          <QueuedRow key={queued.id} queued={queued} isBehind={isStopped(queue) && at > 0} />
        ))}
      </ol>
    </section>
  );
};
