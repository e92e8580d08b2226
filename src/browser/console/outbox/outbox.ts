import { createStore, del, entries, set } from "idb-keyval";
import type { Answer } from "../../../api/schemas/answer.ts";
import {
  addToQueue,
  transitionQueue,
  isTransient,
  removeFromQueue,
  findLeaving,
  type QueuedEvent,
  type Queue,
  type NewEvent,
} from "./queue.ts";
import type { Send } from "../send.ts";

/** How soon a line that is lost is tried again, in milliseconds. */
const RETRY_AFTER = 5_000;

export interface Outbox {
  readonly readQueue: () => Queue;
  /** Whether the browser keeps them for when the page is opened again. */
  readonly isKept: () => boolean;
  /** Puts events last, or in the place of a former one. */
  readonly enqueue: (fresh: readonly NewEvent[], replaces?: string) => void;
  /** Takes one out that can't have arrived. */
  readonly discard: (id: string) => void;
  /** Lets one leave that was refused. */
  readonly resume: (id: string) => void;
  /** From now on events are signed by this. */
  readonly signWith: (send: Send | undefined) => void;
  readonly stop: () => void;
}

interface OutboxEvents {
  readonly onChange: () => void;
  readonly onSent: (queued: QueuedEvent, answer: Answer) => void;
}

const store = createStore("plenary-outbox", "letters");

/** What was left when the page was last closed; undefined where the browser keeps nothing. */
const readKeptQueue = async (body: string): Promise<Queue | undefined> => {
  try {
    const left = (await entries<string, QueuedEvent>(store)).map(([, queued]) => queued).filter((queued) => queued.body === body);
    return transitionQueue(
      left.toSorted((a, b) => a.order - b.order),
      "reopened",
    );
  } catch {
    return undefined;
  }
};

/** Keeps what differs between the events as they were and as they are; tells whether the browser did. */
const keepChanges = async (before: Queue, after: Queue): Promise<boolean> => {
  const changed = after.filter((queued) => !before.includes(queued));
  const gone = before.filter(({ id }) => !after.some((queued) => queued.id === id));
  try {
    await Promise.all([...changed.map((queued) => set(queued.id, queued, store)), ...gone.map(({ id }) => del(id, store))]);
    return true;
  } catch {
    return false;
  }
};

/** Events leave at once and in order; what is refused holds up the rest. */
export const createOutbox = async (body: string, { onChange, onSent }: OutboxEvents): Promise<Outbox> => {
  const left = await readKeptQueue(body);
  let queue = left ?? [];
  let isKept = left !== undefined;
  let send: Send | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;

  const keep = async (next: Queue): Promise<void> => {
    if ((await keepChanges(queue, next)) || !isKept) return;
    isKept = false;
    onChange();
  };
  const update = (next: Queue): void => {
    void keep(next);
    queue = next;
    onChange();
  };
  const schedule = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void sendNext(), delay);
  };
  const updateAndSend = (next: Queue): void => {
    update(next);
    schedule(0);
  };
  const post = async (head: QueuedEvent, by: Send): Promise<void> => {
    update(transitionQueue(queue, "posted", head.id));
    const result = await by(head.id, () => head.event);
    if (result.ok) {
      updateAndSend(queue.filter(({ id }) => id !== head.id));
      onSent(head, result.value);
    } else if (result.error === "unreachable" || isTransient(result.error)) {
      update(transitionQueue(queue, "unanswered", head.id));
      schedule(RETRY_AFTER);
    } else update(transitionQueue(queue, "refused", head.id, result.error));
  };
  const sendNext = async (): Promise<void> => {
    const head = findLeaving(queue);
    if (!head || !send || isSending) return;
    isSending = true;
    await post(head, send);
    isSending = false;
  };
  const retry = (): void => schedule(0);
  globalThis.addEventListener("online", retry);

  return {
    readQueue: () => queue,
    isKept: () => isKept,
    enqueue: (fresh, replaces) => updateAndSend(addToQueue(queue, fresh, body, replaces)),
    discard: (id) => updateAndSend(removeFromQueue(queue, id)),
    resume: (id) => updateAndSend(transitionQueue(queue, "resumed", id)),
    signWith: (by) => {
      send = by;
      schedule(0);
    },
    stop: () => {
      clearTimeout(timer);
      globalThis.removeEventListener("online", retry);
    },
  };
};
