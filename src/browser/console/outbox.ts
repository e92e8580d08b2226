import { createStore, del, entries, set } from "idb-keyval";
import type { Answer } from "../../store/answer.ts";
import type { Outgoing, SentProblem } from "../../webhooks/sender.ts";
import type { Send } from "./sender.ts";

/** How long an event can be taken back, in milliseconds. */
const UNDO_FOR = 30_000;
/** How soon a line that is lost is tried again, in milliseconds. */
const RETRY_AFTER = 5_000;

/** An event on its way. Its id and its words stay as they are on every attempt; its signature is new each time. */
export interface Letter {
  readonly id: string;
  readonly body: string;
  readonly event: Outgoing;
  /** What the dry run said, where there was a line. */
  readonly checked?: Answer;
  /** When it leaves, by the device's clock. */
  readonly due: number;
  /** Place in the queue. */
  readonly order: number;
  readonly state: "counting" | "waiting" | "sending" | "refused" | "held";
  readonly problem?: SentProblem;
}

export interface Outbox {
  readonly letters: () => readonly Letter[];
  readonly add: (letters: readonly Pick<Letter, "id" | "event" | "checked">[]) => void;
  readonly undo: (id: string) => void;
  readonly sendNow: () => void;
  /** From now on letters are signed by this. */
  readonly signWith: (send: Send | undefined) => void;
  readonly stop: () => void;
}

interface OutboxEvents {
  readonly onChange: () => void;
  readonly onSent: (letter: Letter, answer: Answer) => void;
}

const store = createStore("plenary-outbox", "letters");

/** What was left when the page was last closed. What could still be undone then was never sent, and is asked about. */
const lettersLeft = async (body: string): Promise<readonly Letter[]> =>
  (await entries<string, Letter>(store))
    .map(([, letter]) => letter)
    .filter((letter) => letter.body === body)
    .toSorted((a, b) => a.order - b.order)
    .map((letter) => ({ ...letter, state: letter.state === "counting" || letter.state === "held" ? "held" : "waiting" }));

/** Whether a refusal only means "not now". */
const isPassing = ({ status }: SentProblem): boolean => status === 429 || status >= 500;

/** Events leave in order, each once it can no longer be undone; what is refused holds up the rest. */
export const createOutbox = async (body: string, { onChange, onSent }: OutboxEvents): Promise<Outbox> => {
  let letters = await lettersLeft(body);
  let send: Send | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;

  const keep = (letter: Letter): void => {
    letters = letters.map((other) => (other.id === letter.id ? letter : other));
    void set(letter.id, letter, store);
    onChange();
  };
  const remove = (id: string): void => {
    letters = letters.filter((letter) => letter.id !== id);
    void del(id, store);
    onChange();
  };
  const again = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void step(), delay);
  };
  const attempt = async (head: Letter, by: Send): Promise<void> => {
    keep({ ...head, state: "sending" });
    const attempted = await by(head.id, () => head.event);
    if (attempted.kind === "applied") {
      remove(head.id);
      onSent(head, attempted.answer);
      again(0);
    } else if (attempted.kind === "unreachable" || isPassing(attempted.problem)) {
      keep({ ...head, state: "waiting" });
      again(RETRY_AFTER);
    } else keep({ ...head, state: "refused", problem: attempted.problem });
  };
  const step = async (): Promise<void> => {
    const [head] = letters;
    if (!head || !send || isSending || head.state === "refused" || head.state === "held") return;
    const left = head.due - Date.now();
    if (left > 0) return again(left);
    isSending = true;
    await attempt(head, send);
    isSending = false;
  };
  const onLine = (): void => again(0);
  globalThis.addEventListener("online", onLine);

  return {
    letters: () => letters,
    add: (added) => {
      const last = letters.at(-1)?.order ?? 0;
      const due = Date.now() + UNDO_FOR;
      const fresh = added.map((letter, at): Letter => ({ ...letter, body, due, order: last + at + 1, state: "counting" }));
      letters = [...letters, ...fresh];
      for (const letter of fresh) keep(letter);
      again(0);
    },
    undo: (id) => {
      remove(id);
      again(0);
    },
    sendNow: () => {
      for (const letter of letters) keep({ ...letter, due: 0, state: "waiting" });
      again(0);
    },
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
