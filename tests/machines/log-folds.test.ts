import fc from "fast-check";
import { expect, it } from "vitest";
import { MACHINE_VERSION } from "../../machines/meeting/apply-event.ts";
import { getLifecycle } from "../../machines/meeting/statuses.ts";
import { sortRevisions } from "../../src/calendar/ledger.ts";
import { listChanged } from "../../src/calendar/replay.ts";
import { foldAtOnce } from "../../src/log-file/fold-at-once.ts";
import { foldStepByStep } from "../../src/log-file/fold-step-by-step.ts";
import { hashEntry } from "../../src/log-file/entry-hash.ts";
import { parseLog } from "../../src/log-file/parse-log.ts";
import { takeSteps } from "../../src/log-file/steps.ts";
import { RECORD } from "./given.ts";
import type { Kept } from "./stories/receive.ts";
import { announce, tellStory, type Story } from "./stories/story.ts";

/** An exported log comes to the same by one fold of what stands as it did event by event, whatever was withdrawn, redacted or came late. */

const encode = (event: object): string => Buffer.from(JSON.stringify(event)).toString("base64");

const writeLine = (position: number, event: object, more: object, previous: string) => ({
  position,
  arrival: 0,
  at: 0,
  local: "",
  identities: {},
  changed: [],
  named: [],
  previous,
  machine: MACHINE_VERSION,
  id: `registered-${position}`,
  timestamp: "0",
  signature: "v1,",
  key: "operator",
  digest: "",
  raw: encode(event),
  ...more,
});

const REGISTERED = { type: "body.registered", timestamp: "2009-12-01T00:00:00Z", data: { body: RECORD.body.id, record: RECORD.body } };

/** What the object would export of a story. */
const exportStory = ({ steps }: Story): { readonly kept: Kept; readonly lines: readonly string[] } => {
  const taken = steps.flatMap(({ after, decided }) => (after && decided.ok ? [{ after, decided: decided.value }] : []));
  const beginning = announce().kept;
  const kept = taken.at(-1)?.after ?? beginning;
  const told = [
    { changed: listChanged(beginning.rows), state: beginning.state },
    ...taken.map(({ decided }) => ({ changed: listChanged(decided.rows), state: decided.state })),
  ];
  const lines = [writeLine(1, REGISTERED, { answer: { position: 1, version: 1, state: "provisional" } }, "")];
  for (const [place, { id, arrival, at, local, identities, event }] of kept.log.entries()) {
    const [last, { changed = [], state = kept.state } = {}] = [lines.at(-1), told[place]];
    const answer = { position: place + 2, version: place + 1, state: getLifecycle(state.agenda) };
    const more = { id, arrival, at, local, identities, changed, answer };
    lines.push(writeLine(place + 2, event, more, last ? hashEntry(last) : ""));
  }
  return { kept, lines: lines.map((line) => JSON.stringify(line)) };
};

const throws = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });

it("comes to the same state and entries, and calendars were told what they were told", { timeout: 600_000 }, () => {
  let corrected = 0;
  const same = fc.property(throws, fc.boolean(), (all, isTrue) => {
    const { kept, lines } = exportStory(tellStory(all, { isTrue }));
    const parsed = takeSteps(parseLog(RECORD.body.id, lines));
    const log = parsed.ok ? parsed.value.meetings.get(RECORD.id) : undefined;
    if (!log) throw new Error(JSON.stringify(parsed));
    const atOnce = takeSteps(foldAtOnce(log, kept.rows, lines));
    const stepByStep = foldStepByStep(log, lines);
    const rows = sortRevisions(kept.rows).map(({ entry, sequence, stamp }) => ({ entry, sequence, stamp }));
    const strip = (calendar: Pick<Kept, "state" | "rows"> | undefined) => ({
      state: calendar?.state,
      rows: calendar?.rows.map(({ entry, sequence, stamp }) => ({ entry, sequence, stamp })),
    });
    const anew = JSON.parse(JSON.stringify({ state: kept.state, rows })) as object;
    expect(atOnce.ok && JSON.parse(JSON.stringify(strip(atOnce.value)))).toEqual(anew);
    expect(stepByStep.ok && stepByStep.value.calendar.state).toEqual(atOnce.ok && atOnce.value?.state);
    corrected += log.events.filter(({ event }) => event.type === "event.withdrawn").length;
  });
  fc.assert(same, { numRuns: Number(process.env["STORIES"] ?? 15), seed: 20_100_127 });
  expect(corrected).toBeGreaterThan(0);
});

it("finds an answer that its sender can't have been given, once nothing stands that was withdrawn since", () => {
  const { lines } = exportStory(tellStory([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], { isTrue: true }));
  const parsed = takeSteps(parseLog(RECORD.body.id, lines));
  const log = parsed.ok ? parsed.value.meetings.get(RECORD.id) : undefined;
  if (!log) throw new Error(JSON.stringify(parsed));
  expect(takeSteps(foldAtOnce(log, [], lines)).ok).toBe(true);
  const changed = {
    ...log,
    events: log.events.map((event) => ({ ...event, answer: { ...event.answer, state: "report adopted" as const } })),
  };
  expect(takeSteps(foldAtOnce(changed, [], lines))).toMatchObject({ ok: false, error: { line: 2 } });
});
