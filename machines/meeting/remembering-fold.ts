import { foldFrom, type Fold, type Folded, type Log } from "./fold-log.ts";

/** Events between two states that are kept close to the end; further back twice as many each time, since what is far apart shares little. */
const SPACING = 256;

/** Of the last events each: what is withdrawn is most often what was said last. */
const RECENT = 32;

interface Kept extends Folded {
  /** How many events it is the fold of. */
  readonly events: number;
}

/** After how many events a state is kept next. */
const findNext = (upTo: number, all: number): number => {
  const recent = all - RECENT;
  return upTo < recent ? Math.min(recent, upTo - (upTo % SPACING) + SPACING) : upTo + 1;
};

/** Of the folds that were asked for last: a late fact asks for what is before its place again, once all was folded. */
const ASKED = 2;

/** Whether a state is kept that is the fold of so many events of all. */
const isKept = (events: number, all: number): boolean => {
  const back = all - events;
  if (back <= RECENT) return true;
  let spacing = SPACING;
  while (spacing < back) spacing *= 2;
  return events % spacing === 0;
};

/** What an event is known by: its id, once it is written down; until then another may come in its place, under the same id too. */
const identify = ({ index, written }: Log, place: number): string | undefined =>
  place < written ? index[place]?.id : JSON.stringify(index[place]);

export interface RememberingFold {
  /** @param isOnTheWay only to go on from there: that is not asked for again */
  readonly fold: (...asked: [...Parameters<Fold>, isOnTheWay?: boolean]) => Folded;
  /** How many events, the first of some, need not be folded again. */
  readonly countKnown: (log: Log, places: readonly number[]) => number;
}

/**
 * A fold that keeps states on the way: of a log that was folded already and had one event put in or taken out, what stands before
 * that is not folded again; nor what was, where it is folded bit by bit. It is of one log, which may grow.
 */
export const createRememberingFold = (): RememberingFold => {
  // Grows with the log: a list made anew for each of the bits in which it is folded would take longer than they do.
  const last: (string | undefined)[] = [];
  let kept: readonly Kept[] = [];
  let asked: readonly number[] = [];
  const countSame = (log: Log, places: readonly number[]): number => {
    const differs = places.findIndex((place, at) => at === last.length || identify(log, place) !== last[at]);
    return differs === -1 ? places.length : differs;
  };
  const listKnown = (same: number): readonly Kept[] => kept.filter(({ events }) => events <= same);
  return {
    countKnown: (log, places) => listKnown(countSame(log, places)).at(-1)?.events ?? 0,
    fold: (log, places, isOnTheWay = false) => {
      if (!isOnTheWay) asked = [places.length, ...asked].slice(0, ASKED);
      const same = countSame(log, places);
      const states = [...listKnown(same)];
      let { events: upTo, ...folded }: Kept = states.at(-1) ?? { events: 0, state: undefined, impossible: [], unmet: [] };
      while (upTo < places.length) {
        const end = findNext(upTo, places.length);
        const next = foldFrom(folded.state, log.read(places.slice(upTo, end)));
        folded = {
          state: next.state,
          impossible: [...folded.impossible, ...next.impossible],
          unmet: [...folded.unmet, ...next.unmet],
        };
        upTo = end;
        if (isKept(upTo, places.length)) states.push({ events: upTo, ...folded });
      }
      // A beginning of what is known: the states after it are no less right.
      const isBeginning = same === places.length && same < last.length;
      const known = isBeginning ? [...states, ...kept.filter((state) => state.events > same)] : states;
      if (!isBeginning) {
        last.length = same;
        for (const place of places.slice(same)) last.push(identify(log, place));
      }
      // Whoever folds bit by bit goes on from where this ends.
      kept = known.filter((state) => isKept(state.events, last.length) || [places.length, ...asked].includes(state.events));
      return folded;
    },
  };
};
