import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../../../api/schemas/answer.ts";
import type { SentEvent } from "./message.tsx";
import { createOutbox, type Outbox } from "./outbox.ts";
import type { QueuedEvent } from "./queue.ts";

/** Everything that hangs on what was just sent is told in one place. */
export const useOutbox = (body: string, onSent: (sent: SentEvent) => void): Outbox | undefined => {
  const [outbox, setOutbox] = useState<Outbox>();
  const [, setCount] = useState(0);
  const report = useRef(onSent);
  report.current = onSent;
  useEffect(() => {
    let isGone = false;
    let made: Outbox | undefined;
    const events = {
      onChange: () => setCount((count) => count + 1),
      onSent: (event: QueuedEvent, answer: Answer) => report.current({ event, answer }),
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
  return outbox;
};
