import type { Folded, Log } from "../../../machines/meeting/fold-log.ts";
import type { StoredLog } from "./stored-log.ts";

/** Events, and octets of them, that are folded before others are let in: some ten milliseconds. */
const AT_ONCE = 128;
const OCTETS_AT_ONCE = 64 * 1024;

/** How many of the events, in their order, are folded before each pause. */
function* listPauses({ index }: StoredLog, places: readonly number[]): Generator<number> {
  let [events, octets] = [0, 0];
  for (const [at, place] of places.entries()) {
    events += 1;
    octets += index[place]?.octets ?? 0;
    if (events < AT_ONCE && octets < OCTETS_AT_ONCE) continue;
    [events, octets] = [0, 0];
    yield at + 1;
  }
}

/** Folds events of a log by their places, and lets others in on the way: what they add to it is folded by whoever asks for that. */
export const foldSlowly = async (stored: StoredLog, log: Log, places: readonly number[]): Promise<Folded> => {
  const known = stored.countKnown(log, places);
  for (const upTo of listPauses(stored, places)) {
    if (upTo <= known) continue;
    stored.fold(log, places.slice(0, upTo), true);
    await scheduler.wait(0);
  }
  return log.fold(log, places);
};
