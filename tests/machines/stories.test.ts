import fc from "fast-check";
import { expect, it } from "vitest";
import { EVENT_TYPES } from "../../src/meeting/event-descriptors.ts";
import * as checks from "./stories/checks.ts";
import { expectSameProgramme, retell } from "./stories/retell.ts";
import { listKinds, KINDS } from "./stories/kinds.ts";
import { announce, tellStory, type Step } from "./stories/story.ts";

/** Random stories of documents and facts, forty events each: what holds of a meeting, whatever its secretariat sends. */

const STORIES = Number(process.env["STORIES"] ?? 500);
const throws = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });

/** Long after all stories. */
const ARRIVAL = Date.parse("2010-06-01T00:00:00Z");

const isTaken = (step: Step): step is checks.Taken => step.after !== undefined;

/** Not of the meeting whose story it is: of its body, or of a meeting that another keeps. */
const OF_BODIES: ReadonlySet<string> = new Set([
  "body.registered",
  "key.added",
  "key.revoked",
  "endpoint.added",
  "endpoint.removed",
  "meeting.announced",
  "meeting.listed",
]);

it(`holds over ${STORIES} stories`, { timeout: 7_200_000 }, () => {
  const counts = new Map<string, number>();
  const told = fc.property(throws, fc.boolean(), fc.nat(), (all, isTrue, seed) => {
    const story = tellStory(all, { isTrue });
    const taken = story.steps.filter(isTaken);
    const last = taken.at(-1);
    const known = new Map<string, string>();
    for (const step of taken) {
      checks.keepsWhatWasHeld(step);
      checks.undoesNothingBySilence(step);
      checks.standsOnItsPapers(step);
      checks.countsChanges(step);
      checks.isMadeOfWhatChanged(step);
      if (step === last || checks.looksBack(step)) checks.isTheFold(step);
      checks.keepsAddresses(step, known);
    }
    if (last) checks.takesItsBaseAsSaid(last, ARRIVAL);
    if (isTrue) expectSameProgramme(last?.after ?? announce().kept, retell(story, seed, ARRIVAL));
    const kinds = new Set([...taken.map(({ delivery }) => delivery.event.type), ...story.steps.flatMap(listKinds)]);
    for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  });
  fc.assert(told, {
    numRuns: STORIES,
    seed: Number(process.env["STORIES_SEED"] ?? 20_100_127),
    interruptAfterTimeLimit: 7_000_000,
    markInterruptAsFailure: true,
  });
  // Who asks for more wants to know of what.
  if (process.env["STORIES"] !== undefined)
    console.log(
      [...counts]
        .map(([kind, count]) => `${kind}: ${count}`)
        .toSorted()
        .join("\n"),
    );
  const rare = [...EVENT_TYPES.filter((type) => !OF_BODIES.has(type)), ...KINDS].filter(
    (kind) => (counts.get(kind) ?? 0) < Math.floor(STORIES / 100),
  );
  expect(rare, "kinds of events that came up in fewer than one story of a hundred").toEqual([]);
});
