import type { Answer } from "../../../api/schemas/answer.ts";
import type { EventMessage, SentProblem } from "../../../standard-webhooks/client.ts";

/** Where a queued event stands; one that is `unanswered` may have arrived all the same. */
export type QueueState = "waiting" | "sending" | "unanswered" | "refused";

/** An event on its way. Its id and its words stay as they are on every attempt; its signature is new each time. */
export interface QueuedEvent {
  readonly id: string;
  readonly body: string;
  readonly event: EventMessage;
  /** What the dry run said, where there was a line. */
  readonly checked?: Answer;
  /** The events before it that its `expectedVersion` counts. */
  readonly after?: readonly string[];
  /** The version of its meeting that it was sent at, of one that goes whatever the version is by then. */
  readonly sentAt?: number;
  /** Place in the queue. */
  readonly order: number;
  readonly state: QueueState;
  readonly problem?: SentProblem;
}

/** Events in the order in which they leave. */
export type Queue = readonly QueuedEvent[];

/** What can happen to a queued event; `reopened` is the page, after it was closed. */
type QueueEvent = "resumed" | "posted" | "unanswered" | "refused" | "reopened";

/** What becomes of a queued event; whatever is not listed changes nothing. */
const NEXT: Readonly<Record<QueueState, Partial<Record<QueueEvent, QueueState>>>> = {
  waiting: { posted: "sending" },
  sending: { unanswered: "unanswered", refused: "refused", reopened: "unanswered" },
  unanswered: { posted: "sending" },
  refused: { resumed: "waiting" },
};

const UNANSWERED: ReadonlySet<QueueState> = new Set(["sending", "unanswered"]);
const LEAVES: ReadonlySet<QueueState> = new Set(["waiting", "unanswered"]);

const isKnown = (state: QueueState): boolean => Object.hasOwn(NEXT, state);

/** Lets something happen to one event, or to all. One that the console of another release left waits like any other. */
export const transitionQueue = (queue: Queue, event: QueueEvent, id?: string, problem?: SentProblem): Queue =>
  queue.map((queued) => {
    const state = id === undefined || id === queued.id ? (isKnown(queued.state) ? NEXT[queued.state][event] : "waiting") : undefined;
    if (state === undefined) return queued;
    const { problem: _former, ...rest } = queued;
    return { ...rest, state, ...(problem && { problem }) };
  });

/** Whether the first was refused, so that nothing leaves. */
export const isStopped = ([head]: Queue): boolean => head?.state === "refused";

/** The event that may leave now, if there is one. */
export const findLeaving = ([head]: Queue): QueuedEvent | undefined => (head && LEAVES.has(head.state) ? head : undefined);

/** Whether it may have reached the service already: then only a withdrawal undoes it. */
export const isPosted = ({ state }: QueuedEvent): boolean => UNANSWERED.has(state);

const readExpectedVersion = ({ event }: QueuedEvent): number | undefined => {
  const { expectedVersion } = event.data;
  return typeof expectedVersion === "number" ? expectedVersion : undefined;
};

/** The version of its meeting that a new event is for, and the events that make it so. */
export interface BaseVersion {
  readonly version: number;
  readonly after: readonly string[];
}

/**
 * Where a meeting stands once all that leaves before is in.
 * @param version the service's own
 */
export const computeBase = (before: Queue, meeting: string, version: number): BaseVersion => {
  // One whose answer was lost is in already, if the service is past what it was for.
  const isIn = (queued: QueuedEvent): boolean =>
    UNANSWERED.has(queued.state) && (queued.sentAt ?? readExpectedVersion(queued) ?? version) < version;
  const after = before.filter((queued) => queued.event.data["meeting"] === meeting && !isIn(queued)).map(({ id }) => id);
  return { version: version + after.length, after };
};

/** An event that counted on one in whose place others leave now, or none. */
const rebase = (queued: QueuedEvent, former: string, others: readonly string[]): QueuedEvent => {
  const version = readExpectedVersion(queued);
  if (version === undefined || !queued.after?.includes(former)) return queued;
  const after = queued.after.flatMap((id) => (id === former ? others : [id]));
  const data = { ...queued.event.data, expectedVersion: version + others.length - 1 };
  return { ...queued, after, event: { ...queued.event, data } };
};

/** Puts others in the place of an event, or none. What comes behind it was never posted, so its words may still change. */
const replaceInQueue = (queue: Queue, former: string, others: Queue): Queue => {
  const ids = others.map(({ id }) => id);
  return queue.flatMap((queued) => (queued.id === former ? others : [rebase(queued, former, ids)]));
};

/** Takes an event out, unless it may have arrived. */
export const removeFromQueue = (queue: Queue, id: string): Queue =>
  queue.some((queued) => queued.id === id && isPosted(queued)) ? queue : replaceInQueue(queue, id, []);

/** What a new event is made of. */
export type NewEvent = Pick<QueuedEvent, "id" | "event" | "checked" | "after" | "sentAt">;

/** Puts new events last, or in the place of a former one. */
export const addToQueue = (queue: Queue, fresh: readonly NewEvent[], body: string, former?: string): Queue => {
  const replaced = queue.find(({ id }) => id === former);
  const last = queue.at(-1)?.order ?? 0;
  const placed = fresh.map((queued, at): QueuedEvent => {
    const order = replaced ? replaced.order + at / fresh.length : last + at + 1;
    return { ...queued, body, order, state: "waiting" };
  });
  return replaced ? replaceInQueue(queue, replaced.id, placed) : [...queue, ...placed];
};

/** Whether a refusal only means "not now": 408 is a slow line. */
export const isTransient = ({ status }: SentProblem): boolean => status === 408 || status === 429 || status >= 500;
