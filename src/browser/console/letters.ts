import type { Answer } from "../../store/answer.ts";
import type { Outgoing, SentProblem } from "../../webhooks/sender.ts";

/** Where a letter stands; one that is `unanswered` may have arrived all the same. */
export type LetterState = "counting" | "waiting" | "sending" | "unanswered" | "refused" | "held";

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
  readonly state: LetterState;
  readonly problem?: SentProblem;
}

/** Letters in the order in which they leave. */
export type Letters = readonly Letter[];

/** What can happen to a letter; `reopened` is the page, after it was closed. */
type Happening = "hurried" | "released" | "posted" | "unanswered" | "refused" | "reopened";

/** What becomes of a letter; whatever is not listed changes nothing. What could still be undone when the page was closed is asked about. */
const NEXT: Readonly<Record<LetterState, Partial<Record<Happening, LetterState>>>> = {
  counting: { hurried: "waiting", posted: "sending", reopened: "held" },
  waiting: { posted: "sending" },
  sending: { unanswered: "unanswered", refused: "refused", reopened: "unanswered" },
  unanswered: { posted: "sending" },
  refused: { released: "waiting" },
  held: { released: "waiting" },
};

const STOPPED: ReadonlySet<LetterState> = new Set(["refused", "held"]);

const LEAVES_AT_ONCE: ReadonlySet<LetterState> = new Set(["waiting", "unanswered"]);

/** Lets something happen to one letter, or to all. */
export const afterwards = (letters: Letters, happening: Happening, id?: string, problem?: SentProblem): Letters =>
  letters.map((letter) => {
    const state = id === undefined || id === letter.id ? NEXT[letter.state][happening] : undefined;
    if (state === undefined) return letter;
    const { problem: _former, ...rest } = letter;
    return { ...rest, state, ...(problem && { problem }) };
  });

/** Whether the first must be asked about, so that nothing leaves. */
export const isStopped = ([head]: Letters): boolean => head !== undefined && STOPPED.has(head.state);

/** Milliseconds until the first may leave; undefined where nothing may. */
export const waitOf = ([head]: Letters, now: number): number | undefined => {
  if (!head) return undefined;
  if (head.state === "counting") return Math.max(0, head.due - now);
  return LEAVES_AT_ONCE.has(head.state) ? 0 : undefined;
};

/** Takes a letter out, unless it is being sent: then it may be too late. */
export const undone = (letters: Letters, id: string): Letters =>
  letters.some((letter) => letter.id === id && letter.state === "sending") ? letters : letters.filter((letter) => letter.id !== id);

/** What a new letter is made of. */
export type NewLetter = Pick<Letter, "id" | "event" | "checked">;

/** Puts new letters last. */
export const added = (letters: Letters, fresh: readonly NewLetter[], body: string, due: number): Letters => {
  const last = letters.at(-1)?.order ?? 0;
  return [...letters, ...fresh.map((letter, at): Letter => ({ ...letter, body, due, order: last + at + 1, state: "counting" }))];
};

/** Whether a refusal only means "not now": 408 is a slow line. */
export const isPassing = ({ status }: SentProblem): boolean => status === 408 || status === 429 || status >= 500;
