import { foldFrom, listRedacted, listWithdrawn, sortByHappening } from "../../machines/meeting/fold-log.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { createToldRevisions, recallCalendar } from "../calendar/recall.ts";
import type { LogEntry } from "../calendar/replay.ts";
import type { ToldEvent } from "../calendar/told-event.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { isCorrection } from "../meeting/events.ts";
import { unwrap } from "./stored.ts";
import { openBody } from "./stubs.ts";

/** A meeting that there is, and how far its log is to be gone through. */
export interface Passage {
  readonly body: string;
  readonly meeting: string;
  readonly version: number;
}

/** Events that are asked for at once. */
const PAGE = 200;

/** Lets others in between two pages: that an object of the same process is asked lets in none who come from outside. */
const letOthersIn = (): Promise<void> => scheduler.wait(0);

/** Goes through events at their positions in that order, a page at a time, and keeps none. */
async function* readInOrder(env: Env, body: string, positions: readonly number[]): AsyncGenerator<LogEntry> {
  for (let at = 0; at < positions.length;) {
    const entries = await unwrap(openBody(env, body).readEntries(positions.slice(at, at + PAGE)));
    yield* entries;
    at += entries.length;
    await letOthersIn();
  }
}

const readIndex = (env: Env, { body, meeting, version }: Passage) => unwrap(openBody(env, body).readIndex(meeting, version));

/** A meeting as it was known at a version, which is one fold of its first events. */
export const readMeetingAt = async (env: Env, passage: Passage, now: MeetingCalendar): Promise<MeetingCalendar | undefined> => {
  const index = await readIndex(env, passage);
  const withdrawn = listWithdrawn(index);
  const told = createToldRevisions();
  let state: MeetingState | undefined;
  const positions = sortByHappening(index).map(({ position }) => position);
  for await (const entry of readInOrder(env, passage.body, positions)) {
    told.add(entry);
    if (!withdrawn.has(entry.id)) ({ state } = foldFrom(state, [entry]));
  }
  return state && recallCalendar({ ...state, version: index.length }, told, now.rows);
};

/** Where the event stands in the body's log by which a meeting came to a version. */
export const readPosition = async (env: Env, passage: Passage): Promise<number> => (await readIndex(env, passage)).at(-1)?.position ?? 0;

/** The events that stand, corrections left out, in the order in which they happened. */
export async function* readStanding(env: Env, passage: Passage): AsyncGenerator<LogEntry> {
  const index = await readIndex(env, passage);
  const withdrawn = listWithdrawn(index);
  const standing = sortByHappening(index).filter(({ id, event }) => !withdrawn.has(id) && !isCorrection(event));
  yield* readInOrder(
    env,
    passage.body,
    standing.map(({ position }) => position),
  );
}

/** A part of a meeting's history, as known at a version. */
export interface HistoryPart {
  /** The latest first. */
  readonly events: AsyncIterable<ToldEvent>;
  readonly withdrawn: ReadonlySet<string>;
  readonly redacted: ReadonlySet<string>;
}

async function* readBackwards(env: Env, { body, meeting }: Passage, upTo: number): AsyncGenerator<ToldEvent> {
  for (let version = upTo; version > 0;) {
    const events = await unwrap(openBody(env, body).readHistory(meeting, version));
    yield* events;
    version -= events.length;
    await letOthersIn();
  }
}

/** @param upTo the version of the last event that is wanted */
export const readHistory = async (env: Env, passage: Passage, upTo: number): Promise<HistoryPart> => {
  const index = await readIndex(env, passage);
  return { events: readBackwards(env, passage, upTo), withdrawn: listWithdrawn(index), redacted: listRedacted(index) };
};
