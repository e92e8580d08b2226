import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../../../api/schemas/answer.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import type { QueuedEvent } from "./queue.ts";

/** An event that was applied, with what the service answered, and when by the device's clock. */
export interface SentEvent {
  readonly event: QueuedEvent;
  readonly answer: Answer;
  readonly at: number;
}

/** The outbox of a body, and what left it since the page was opened. */
export const useOutbox = (
  body: string,
  onSent: (answer: Answer) => void,
): { readonly outbox: Outbox | undefined; readonly sent: readonly SentEvent[] } => {
  const [outbox, setOutbox] = useState<Outbox>();
  const [sent, setSent] = useState<readonly SentEvent[]>([]);
  const [, setCount] = useState(0);
  const report = useRef(onSent);
  report.current = onSent;
  useEffect(() => {
    let isGone = false;
    let made: Outbox | undefined;
    const events = {
      onChange: () => setCount((count) => count + 1),
      onSent: (event: QueuedEvent, answer: Answer) => {
        setSent((before) => [...before, { event, answer, at: Date.now() }]);
        report.current(answer);
      },
    };
    const open = async (): Promise<void> => {
      made = await createOutbox(body, events);
      if (isGone) made.stop();
      else setOutbox(made);
    };
    void open();
    return () => {
      isGone = true;
      made?.stop();
    };
  }, [body]);
  return { outbox, sent };
};
