import { describe, expect, it } from "vitest";
import type { AnyStateMachine, AnyStateNode } from "xstate";
import { getShortestPaths } from "xstate/graph";
import { agendaMachine } from "../../machines/agenda.ts";
import { itemMachine } from "../../machines/item.ts";
import { getAgendaStatus, getLifecycle, getMeetingStatus, LIFECYCLE, type AgendaValue } from "../../machines/meeting/statuses.ts";
import type { MilestoneType } from "../../machines/meeting/milestones.ts";
import { slotMachine } from "../../machines/slot.ts";
import type { EventOf } from "../../src/meeting/events.ts";
import { happened, RECORD } from "./given.ts";

const listStates = (node: AnyStateNode): readonly AnyStateNode[] =>
  Object.values(node.states).flatMap((child) => [child, ...listStates(child)]);

const MILESTONES = [
  happened("agenda.revised", { record: RECORD }),
  happened("agenda.adopted"),
  happened("meeting.opened"),
  happened("meeting.suspended"),
  happened("meeting.resumed"),
  happened("meeting.closed"),
  happened("meeting.postponed"),
  happened("meeting.rescheduled", { opensOn: RECORD.opensOn, closesOn: RECORD.closesOn, slots: RECORD.slots }),
  happened("meeting.cancelled"),
  happened("report.adopted"),
  happened("report.adopted", { manner: "in part" }),
  happened("report.issued", { symbol: "CTOC/COP/WG.4/2010/6" }),
] as readonly EventOf<MilestoneType>[];

describe("the statechart of the agenda", () => {
  const values = getShortestPaths(agendaMachine, { events: MILESTONES }).map(({ state }) => state.value as AgendaValue);

  it("reaches the four states of the lifecycle, and every status of agenda and meeting", () => {
    expect([...new Set(values.map(getLifecycle))].toSorted()).toEqual(LIFECYCLE.toSorted());
    expect([...new Set(values.map(getAgendaStatus))].toSorted()).toEqual(["provisional", "reportAdopted", "reportAwaited"]);
    expect([...new Set(values.map(getMeetingStatus))].toSorted()).toEqual([
      "announced",
      "cancelled",
      "closed",
      "opened",
      "postponed",
      "suspended",
    ]);
  });

  it("never holds a state of the lifecycle against what is known", () => {
    for (const value of values) {
      const [lifecycle, agenda, meeting] = [getLifecycle(value), getAgendaStatus(value), getMeetingStatus(value)];
      if (lifecycle === "provisional") expect([agenda, ["opened", "suspended"].includes(meeting)]).toEqual(["provisional", false]);
      if (lifecycle === "adopted") expect([agenda, ["opened", "suspended"].includes(meeting)]).toEqual(["reportAwaited", false]);
      expect(lifecycle === "report adopted").toBe(agenda === "reportAdopted");
    }
  });

  it("never goes back", () => {
    const rank = (value: AgendaValue): number => LIFECYCLE.indexOf(getLifecycle(value));
    for (const { steps } of getShortestPaths(agendaMachine, { events: MILESTONES })) {
      const ranks = steps.map(({ state }) => rank(state.value as AgendaValue));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }
  });
});

describe.for([agendaMachine, slotMachine, itemMachine] as readonly AnyStateMachine[])("the statechart of the $id", (machine) => {
  it("reads alone: each state says what it is", () => {
    expect(listStates(machine.root).filter(({ description }) => !description)).toEqual([]);
  });

  it("is the whole truth as JSON: guards and actions are named, none is a function", () => {
    const found: string[] = [];
    JSON.stringify(machine.config, (key, value: unknown) => {
      if (typeof value === "function" && key !== "params" && key !== "context") found.push(key);
      return value;
    });
    expect(found).toEqual([]);
  });
});
