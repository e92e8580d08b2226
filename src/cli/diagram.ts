import { writeFileSync } from "node:fs";
import type { AnyStateMachine, AnyStateNode } from "xstate";
import { agendaMachine } from "../../machines/agenda.ts";
import { itemMachine } from "../../machines/item.ts";
import { slotMachine } from "../../machines/slot.ts";

/** Where the diagrams are. */
export const DIAGRAMS = "docs/machines.md";

const nameOf = (node: AnyStateNode): string => node.path.join("_");
const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

const initialOf = (node: AnyStateNode): readonly string[] =>
  node.type === "compound" ? (node.initial.target ?? []).map((target) => `[*] --> ${nameOf(target)}`) : [];

const states = (node: AnyStateNode): readonly string[] =>
  Object.values(node.states).flatMap((child) => {
    const inner = [...initialOf(child), ...states(child)];
    const label = `state "${child.key}" as ${nameOf(child)}`;
    const region = node.type === "parallel" && child.order !== Object.values(node.states)[0]?.order ? ["--"] : [];
    return [...region, ...(inner.length > 0 ? [`${label} {`, ...indent(inner), "}"] : [label])];
  });

/** Transitions of a machine, as `from --> to: event [guard]`; events with the same ends share an arrow. */
const transitions = (node: AnyStateNode): readonly string[] => {
  const own = [...node.transitions.values()].flat().flatMap((transition) => {
    const targets = transition.target ?? [node];
    const guard = typeof transition.guard === "object" && "type" in transition.guard ? ` [${transition.guard.type}]` : "";
    return targets.map((target) => ({ ends: `${nameOf(node)} --> ${nameOf(target)}`, event: `${transition.eventType}${guard}` }));
  });
  const arrows = [...Map.groupBy(own, ({ ends }) => ends)].map(([ends, all]) => `${ends}: ${all.map(({ event }) => event).join(", ")}`);
  return [...arrows, ...Object.values(node.states).flatMap(transitions)];
};

const mermaid = (machine: AnyStateMachine): string =>
  [
    "```mermaid",
    "stateDiagram-v2",
    ...indent([...initialOf(machine.root), ...states(machine.root), ...transitions(machine.root)]),
    "```",
  ].join("\n");

/** All statecharts as Mermaid, in the machines' own words. */
export const diagrams = (): string =>
  [
    "# The statecharts",
    "Drawn from `machines/` by `npm run diagram`; a test fails when this page is out of date.",
    ...[agendaMachine, slotMachine, itemMachine].flatMap((machine) => [`## ${machine.id}`, mermaid(machine)]),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");

export const writeDiagrams = (): void => writeFileSync(DIAGRAMS, diagrams());
