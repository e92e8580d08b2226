import type { Answer } from "../../../api/event-answer.ts";
import type { Outgoing, SentProblem } from "../../../standard-webhooks/client.ts";

/** Where a letter stands; one that is `unanswered` may have arrived all the same. */
export type LetterState = "counting" | "waiting" | "sending" | "unanswered" | "refused" | "held";

/** An event on its way. Its id and its words stay as they are on every attempt; its signature is new each time. */
export interface Letter {
  readonly id: string;
  readonly body: string;
  readonly event: Outgoing;
  /** What the dry run said, where there was a line. */
  readonly checked?: Answer;
  /** The letters before it that its `expectedVersion` counts. */
  readonly after?: readonly string[];
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

const UNANSWERED: ReadonlySet<LetterState> = new Set(["sending", "unanswered"]);
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

const expected = ({ event }: Letter): number | undefined => {
  const { expectedVersion } = event.data;
  return typeof expectedVersion === "number" ? expectedVersion : undefined;
};

/** The version of its meeting that a new letter is for, and the letters that make it so. */
export interface Ground {
  readonly version: number;
  readonly after: readonly string[];
}

/**
 * Where a meeting stands once all that leaves before is in.
 * @param version the service's own
 */
export const groundOf = (before: Letters, meeting: string, version: number): Ground => {
  // One whose answer was lost is in already, if the service is past what it was for.
  const isIn = (letter: Letter): boolean => UNANSWERED.has(letter.state) && (expected(letter) ?? version) < version;
  const after = before.filter((letter) => letter.event.data["meeting"] === meeting && !isIn(letter)).map(({ id }) => id);
  return { version: version + after.length, after };
};

/** A letter that counted on one in whose place others leave now, or none. */
const resting = (letter: Letter, former: string, others: readonly string[]): Letter => {
  const version = expected(letter);
  if (version === undefined || !letter.after?.includes(former)) return letter;
  const after = letter.after.flatMap((id) => (id === former ? others : [id]));
  const data = { ...letter.event.data, expectedVersion: version + others.length - 1 };
  return { ...letter, after, event: { ...letter.event, data } };
};

/** Puts others in the place of a letter, or none. What comes behind it was never posted, so its words may still change. */
const replaced = (letters: Letters, former: string, others: Letters): Letters => {
  const ids = others.map(({ id }) => id);
  return letters.flatMap((letter) => (letter.id === former ? others : [resting(letter, former, ids)]));
};

/** Takes a letter out, unless it is being sent: then it may be too late. */
export const undone = (letters: Letters, id: string): Letters =>
  letters.some((letter) => letter.id === id && letter.state === "sending") ? letters : replaced(letters, id, []);

/** What a new letter is made of. */
export type NewLetter = Pick<Letter, "id" | "event" | "checked" | "after">;

/** Puts new letters last, or in the place of a former one. */
export const added = (letters: Letters, fresh: readonly NewLetter[], body: string, due: number, former?: string): Letters => {
  const place = letters.find(({ id }) => id === former);
  const last = letters.at(-1)?.order ?? 0;
  const placed = fresh.map((letter, at): Letter => {
    const order = place ? place.order + at / fresh.length : last + at + 1;
    return { ...letter, body, due, order, state: "counting" };
  });
  return place ? replaced(letters, place.id, placed) : [...letters, ...placed];
};

/** Whether a refusal only means "not now": 408 is a slow line. */
export const isPassing = ({ status }: SentProblem): boolean => status === 408 || status === 429 || status >= 500;
