import { expect } from "vitest";
import { buildEntries } from "../../../src/calendar/entries.ts";
import { isDeepEqual } from "../../../src/meeting/deep-equal.ts";
import { createDice } from "./dice.ts";
import { receive, type Delivery, type Kept } from "./receive.ts";
import type { Step, Story } from "./story.ts";
import { announce } from "./story.ts";

interface Late {
  readonly delivery: Delivery;
  /** Its place in the story. */
  readonly place: number;
  /** When it comes, in places of the story. */
  readonly comes: number;
  readonly isDocument: boolean;
}

/** The facts of a story later than they happened, some twice, under another id; documents where they were. */
const delay = (steps: readonly Step[], seed: number): readonly Late[] => {
  const dice = createDice(seed);
  const late = steps.flatMap(({ delivery, after, draft }, place): readonly Late[] => {
    if (!after) return [];
    // A meeting that goes on in another zone reads another clock: nobody reports by that before.
    if (draft || "timezone" in delivery.event.data) return [{ delivery, place, comes: place, isDocument: true }];
    const comes = () => place + dice.pick([0, 0, 1, 3, 10, 40]) + dice.throw(100) / 1000;
    const once = { delivery, place, comes: comes(), isDocument: false };
    return dice.isOneIn(4) ? [once, { ...once, delivery: { ...delivery, id: `${delivery.id}-again` }, comes: comes() }] : [once];
  });
  return late.toSorted((a, b) => a.comes - b.comes);
};

export interface Retold {
  readonly kept: Kept;
  /** What was refused for good. */
  readonly refused: readonly string[];
}

/** Tells a story in another order, and what was refused again as long as anything is taken. */
export const retell = ({ steps }: Story, seed: number, arrival: number): Retold => {
  let { kept } = announce();
  let pending = delay(steps, seed);
  let reasons: string[] = [];
  for (let isMoving = true; isMoving && pending.length > 0;) {
    isMoving = false;
    reasons = [];
    const left: Late[] = [];
    for (const late of pending) {
      // Nobody reports what follows a document that is not out.
      const waits = left.some(({ isDocument, place }) => isDocument && place < late.place);
      const received = waits ? undefined : receive(kept, { ...late.delivery, arrival });
      if (received?.decided.ok === true && received.kept) {
        ({ kept } = received);
        isMoving = true;
        continue;
      }
      left.push(late);
      if (received)
        reasons.push(`${late.delivery.event.type} ${JSON.stringify(late.delivery.event.data)}: ${JSON.stringify(received.decided)}`);
    }
    pending = left;
  }
  return { kept, refused: reasons };
};

/** The same programme and entries, but for SEQUENCE and stamps. */
export const expectSameProgramme = (one: Kept, { kept: other, refused }: Retold): void => {
  expect(refused).toEqual([]);
  const state = { ...other.state, version: one.state.version };
  if (!isDeepEqual(state, one.state)) expect(state).toEqual(one.state);
  const entries = new Map(other.rows.map(({ entry }) => [entry.uid, entry]));
  for (const entry of buildEntries(one.state))
    if (!isDeepEqual(entries.get(entry.uid), entry)) expect(entries.get(entry.uid)).toEqual(entry);
};
