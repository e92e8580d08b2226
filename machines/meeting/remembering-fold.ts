import { foldFrom, type Fold, type Folded, type LoggedEvent } from "./fold-log.ts";

/** Events between two states that are kept: a state shares with the one before what no event between them changed. */
const SPACING = 256;

interface Kept extends Folded {
  /** How many events it is the fold of. */
  readonly events: number;
}

/**
 * A fold that keeps states on the way: of a log that was folded already and had one event put in or taken out, what stands before
 * that is not folded again.
 */
export const createRememberingFold = (): Fold => {
  let last: readonly LoggedEvent[] = [];
  let kept: readonly Kept[] = [];
  return (events) => {
    const differs = events.findIndex((logged, at) => logged !== last[at]);
    const same = differs === -1 ? events.length : differs;
    last = events;
    const states = kept.filter((state) => state.events <= same);
    let { events: upTo, ...folded }: Kept = states.at(-1) ?? { events: 0, state: undefined, impossible: [] };
    while (upTo < events.length) {
      const next = foldFrom(folded.state, events.slice(upTo, upTo + SPACING));
      folded = { state: next.state, impossible: [...folded.impossible, ...next.impossible] };
      upTo += SPACING;
      if (upTo <= events.length) states.push({ events: upTo, ...folded });
    }
    kept = states;
    return folded;
  };
};
