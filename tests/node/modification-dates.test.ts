import { describe, expect, it } from "vitest";
import { dateContent, type DatedContent } from "../../src/calendar/dated-content.ts";
import { chanceOf } from "../faults/chance.ts";

/** What a world may do to a service beside changing what it serves. */
interface World {
  readonly isSetBack: boolean;
  readonly isRestored: boolean;
}

const REQUESTS = 225_000;
const CLIENTS = 20;

/**
 * Clients who ask by the date that they were told, of a service that changes, whose clock may be set back by up to two hours and whose store
 * may be restored as it was some time ago: how often one is told that nothing changed although something did.
 */
const countWrong = (seed: number, { isSetBack, isRestored }: World): { readonly wrong: number; readonly unchanged: number } => {
  const chance = chanceOf(seed);
  const clients: { content: number; date: number | undefined }[] = Array.from({ length: CLIENTS }, () => ({
    content: -1,
    date: undefined,
  }));
  let second = 1_000_000;
  let contents = 0;
  let content = 0;
  let last: DatedContent | undefined;
  let backup = { content, last };
  const counts = { wrong: 0, unchanged: 0 };
  for (let request = 0; request < REQUESTS; request += 1) {
    // Several requests a second, and now and then a quiet hour.
    if (chance.below(3) === 0) second += 1;
    if (chance.below(200) === 0) second += chance.below(3600);
    if (chance.below(50) === 0) content = contents += 1;
    if (chance.below(500) === 0) backup = { content, last };
    // A restore takes its time.
    if (isRestored && chance.below(2000) === 0) [{ content, last }, second] = [backup, second + 10];
    if (isSetBack && chance.below(1000) === 0) second -= chance.below(7200);
    const dated = dateContent(last, `content ${content}`, second);
    last = dated ?? last;
    const client = clients[chance.below(CLIENTS)];
    if (!client) continue;
    if (dated && client.date === dated.date) {
      counts.unchanged += 1;
      if (client.content !== content) counts.wrong += 1;
    } else Object.assign(client, { content, date: dated?.date });
    if (dated && dated.date > second) throw new Error("a date of the future");
  }
  return counts;
};

describe("no one who asks by date is told that nothing changed where something did", () => {
  it.for([
    { world: "where the clock is right", isSetBack: false, isRestored: false },
    { world: "where it is set back", isSetBack: true, isRestored: false },
    { world: "where stores are restored", isSetBack: false, isRestored: true },
    { world: "where both happen", isSetBack: true, isRestored: true },
  ])("$world, of 225,000 requests", ({ isSetBack, isRestored }) => {
    const { wrong, unchanged } = countWrong(20_100_127, { isSetBack, isRestored });
    expect(wrong).toBe(0);
    expect(unchanged).toBeGreaterThan(1000);
  });
});
