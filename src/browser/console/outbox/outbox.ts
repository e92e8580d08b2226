import { createStore, del, entries, set } from "idb-keyval";
import type { Answer } from "../../../api/event-answer.ts";
import { added, afterwards, isPassing, undone, waitOf, type Letter, type Letters, type NewLetter } from "./queue.ts";
import type { Send } from "../send.ts";

/** How long an event can be taken back, in milliseconds. */
const UNDO_FOR = 30_000;
/** How soon a line that is lost is tried again, in milliseconds. */
const RETRY_AFTER = 5_000;

export interface Outbox {
  readonly letters: () => Letters;
  /** Whether the browser keeps them for when the page is opened again. */
  readonly isKept: () => boolean;
  /** Puts letters last, or in the place of a former one. */
  readonly add: (letters: readonly NewLetter[], former?: string) => void;
  readonly undo: (id: string) => void;
  /** Lets what can still be undone leave. */
  readonly sendNow: () => void;
  /** Lets one leave that was held or refused. */
  readonly release: (id: string) => void;
  /** From now on letters are signed by this. */
  readonly signWith: (send: Send | undefined) => void;
  readonly stop: () => void;
}

interface OutboxEvents {
  readonly onChange: () => void;
  readonly onSent: (letter: Letter, answer: Answer) => void;
}

const store = createStore("plenary-outbox", "letters");

/** What was left when the page was last closed; undefined where the browser keeps nothing. */
const lettersLeft = async (body: string): Promise<Letters | undefined> => {
  try {
    const left = (await entries<string, Letter>(store)).map(([, letter]) => letter).filter((letter) => letter.body === body);
    return afterwards(
      left.toSorted((a, b) => a.order - b.order),
      "reopened",
    );
  } catch {
    return undefined;
  }
};

/** Keeps what differs between the letters as they were and as they are; tells whether the browser did. */
const keep = async (before: Letters, after: Letters): Promise<boolean> => {
  const changed = after.filter((letter) => !before.includes(letter));
  const gone = before.filter(({ id }) => !after.some((letter) => letter.id === id));
  try {
    await Promise.all([...changed.map((letter) => set(letter.id, letter, store)), ...gone.map(({ id }) => del(id, store))]);
    return true;
  } catch {
    return false;
  }
};

/** Events leave in order, each once it can no longer be undone; what is refused holds up the rest. */
export const createOutbox = async (body: string, { onChange, onSent }: OutboxEvents): Promise<Outbox> => {
  const left = await lettersLeft(body);
  let letters = left ?? [];
  let isKept = left !== undefined;
  let send: Send | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;

  const keepAll = async (next: Letters): Promise<void> => {
    if ((await keep(letters, next)) || !isKept) return;
    isKept = false;
    onChange();
  };
  const change = (next: Letters): void => {
    void keepAll(next);
    letters = next;
    onChange();
  };
  const again = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void step(), delay);
  };
  const changeAndGoOn = (next: Letters): void => {
    change(next);
    again(0);
  };
  const attempt = async (head: Letter, by: Send): Promise<void> => {
    change(afterwards(letters, "posted", head.id));
    const attempted = await by(head.id, () => head.event);
    if (attempted.kind === "applied") {
      changeAndGoOn(letters.filter(({ id }) => id !== head.id));
      onSent(head, attempted.answer);
    } else if (attempted.kind === "unreachable" || isPassing(attempted.problem)) {
      change(afterwards(letters, "unanswered", head.id));
      again(RETRY_AFTER);
    } else change(afterwards(letters, "refused", head.id, attempted.problem));
  };
  const step = async (): Promise<void> => {
    const [head] = letters;
    const wait = waitOf(letters, Date.now());
    if (!head || !send || isSending || wait === undefined) return;
    if (wait > 0) return again(wait);
    isSending = true;
    await attempt(head, send);
    isSending = false;
  };
  const onLine = (): void => again(0);
  globalThis.addEventListener("online", onLine);

  return {
    letters: () => letters,
    isKept: () => isKept,
    add: (fresh, former) => changeAndGoOn(added(letters, fresh, body, Date.now() + UNDO_FOR, former)),
    undo: (id) => changeAndGoOn(undone(letters, id)),
    sendNow: () => changeAndGoOn(afterwards(letters, "hurried")),
    release: (id) => changeAndGoOn(afterwards(letters, "released", id)),
    signWith: (by) => {
      send = by;
      again(0);
    },
    stop: () => {
      clearTimeout(timer);
      globalThis.removeEventListener("online", onLine);
    },
  };
};
