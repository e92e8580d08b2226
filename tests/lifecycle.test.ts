import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { getShortestPaths } from "xstate/graph";
import { agendaMachine, lifecycleOf, type AgendaStep, type AgendaValue } from "../machines/agenda.ts";
import { applyEvent, possibleEvents, type MeetingState } from "../machines/fold.ts";
import { slotMachine } from "../machines/slot.ts";
import { REFUSALS } from "../machines/refusals.ts";
import type { EventOf, MeetingEvent } from "../src/meeting/events.ts";
import { announce, BODY, get, MEETING, SEED, send } from "./support/secretariat.ts";

const STEPS: readonly AgendaStep[] = ["meeting.opened", "agenda.adopted", "report.adopted", "meeting.closed"];

const subject = { body: BODY, meeting: MEETING };
const about = (type: AgendaStep): MeetingEvent => ({ type, timestamp: "2010-01-27T09:20:00Z", data: subject });
const rescheduled: EventOf<"slot.rescheduled"> = {
  type: "slot.rescheduled",
  timestamp: "2010-01-27T09:20:00Z",
  data: { ...subject, slot: "3", start: "2010-01-28T15:00" },
};
const cancelled: EventOf<"slot.cancelled"> = { type: "slot.cancelled", timestamp: "2010-01-27T09:20:00Z", data: { ...subject, slot: "3" } };
const slot = SEED.slots.find(({ number }) => number === "3");
if (!slot) throw new Error("the seed meeting has a slot 3");

const agendaPaths = getShortestPaths(agendaMachine, { events: STEPS.map((type) => ({ type })) });

const announced = (): MeetingState => {
  const outcome = applyEvent(undefined, {
    type: "meeting.announced",
    timestamp: "2009-12-10T09:00:00Z",
    data: { ...subject, record: SEED },
  });
  if (outcome.kind === "refused") throw new Error(outcome.refusal.message);
  return outcome.state;
};

const after = (types: readonly AgendaStep[]): MeetingState => {
  let state = announced();
  for (const type of types) {
    const outcome = applyEvent(state, about(type));
    if (outcome.kind === "refused") throw new Error(outcome.refusal.message);
    ({ state } = outcome);
  }
  return state;
};

beforeEach(reset);

describe("the agenda's statechart", () => {
  it("reaches every combination of its regions that can be", () => {
    const reached = agendaPaths.map(({ state }) => JSON.stringify(state.value));
    expect(new Set(reached).size).toBe(9);
    expect(new Set(agendaPaths.map(({ state }) => lifecycleOf(state.value)))).toEqual(
      new Set(["provisional", "adopted", "in session", "report adopted"]),
    );
  });

  it.for(agendaPaths.map((path) => ({ path, name: path.steps.map(({ event }) => event.type).join(", ") })))(
    "the real store walks: $name",
    async ({ path }) => {
      await announce();
      for (const { event } of path.steps.filter(({ event: { type } }) => STEPS.includes(type)))
        expect((await send(event.type)).status, event.type).toBe(200);
      const shown = await (await get(`/${BODY}/${MEETING}.json`)).json<{ agenda: AgendaValue; state: string }>();
      expect(shown).toMatchObject({ agenda: path.state.value, state: lifecycleOf(path.state.value) });
      for (const type of STEPS) {
        const isPossible = path.state.can({ type });
        const { status, answer } = await send(type, { dryRun: true });
        expect(status, `${type} next`).toBe(isPossible ? 200 : 409);
        if (!isPossible) expect(Object.keys(REFUSALS)).toContain(answer["reason"]);
      }
    },
  );

  it("takes the adoption and the report even after the closure: they may be reported late", () => {
    expect(lifecycleOf(after(["meeting.opened", "meeting.closed", "agenda.adopted", "report.adopted"]).agenda)).toBe("report adopted");
  });

  it("has only the report to wait for between adoption and report", () => {
    expect(possibleEvents(after(["agenda.adopted"]))).toContain("report.adopted");
    expect(possibleEvents(after([]))).not.toContain("report.adopted");
  });

  it("takes no sitting after the closure", () => {
    const closed = after(["meeting.opened", "meeting.closed"]);
    expect(applyEvent(closed, rescheduled)).toMatchObject({ kind: "refused", refusal: { code: "meeting-closed" } });
    expect(possibleEvents(closed)).toEqual(["agenda.adopted"]);
  });
});

describe("a slot's statechart", () => {
  const paths = getShortestPaths(slotMachine, {
    input: slot,
    events: [rescheduled, cancelled],
    serializeState: ({ value }) => value,
  });

  it("reaches every state", () => {
    expect(paths.map(({ state }) => state.value)).toEqual(["scheduled", "cancelled"]);
  });

  it.for([
    { what: "moved twice, then cancelled", events: [rescheduled, rescheduled, cancelled], possible: [true, true, true] },
    { what: "cancelled, then moved or cancelled again", events: [cancelled, rescheduled, cancelled], possible: [true, false, false] },
  ])("through the real store: $what", async ({ events, possible }) => {
    await announce();
    for (const [at, { type, data }] of events.entries())
      expect((await send(type, { data })).status, `${type} as event ${at + 1}`).toBe(possible[at] ? 200 : 409);
  });
});

describe("the fold", () => {
  it("does not change the state that it is given", () => {
    const before = announced();
    const copy = structuredClone(before);
    applyEvent(before, rescheduled);
    applyEvent(before, cancelled);
    applyEvent(before, about("agenda.adopted"));
    expect(before).toEqual(copy);
  });

  it("counts the events of the meeting as its version", () => {
    expect(after(["meeting.opened", "agenda.adopted", "meeting.closed"]).version).toBe(4);
  });
});
