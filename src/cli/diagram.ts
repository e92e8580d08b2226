import { readFileSync, writeFileSync } from "node:fs";
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from "xstate";
import { agendaMachine } from "../../machines/agenda.ts";
import { itemMachine } from "../../machines/item.ts";
import type { StateMeta } from "../../machines/meeting/refusals.ts";
import { slotMachine } from "../../machines/slot.ts";

/** Where the diagrams are. */
export const DIAGRAMS = "docs/machines.md";
export const README = "README.md";

const MACHINES: readonly AnyStateMachine[] = [agendaMachine, slotMachine, itemMachine];

const getId = (node: AnyStateNode): string => node.path.join("_");
const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

const drawInitial = (node: AnyStateNode): readonly string[] =>
  node.type === "compound" ? (node.initial.target ?? []).map((target) => `[*] --> ${getId(target)}`) : [];

const drawStates = (node: AnyStateNode): readonly string[] =>
  Object.values(node.states).flatMap((child) => {
    const inner = [...drawInitial(child), ...drawStates(child)];
    const label = `state "${child.key}" as ${getId(child)}`;
    const region = node.type === "parallel" && child.order !== Object.values(node.states)[0]?.order ? ["--"] : [];
    return [...region, ...(inner.length > 0 ? [`${label} {`, ...indent(inner), "}"] : [label])];
  });

const nameGuard = ({ guard }: AnyTransitionDefinition): string | undefined => {
  if (typeof guard === "string") return guard;
  return typeof guard === "object" && "type" in guard ? guard.type : undefined;
};

/** What is so already leads nowhere: it would be an arrow at every state. */
const isSaidAgain = ({ actions }: AnyTransitionDefinition): boolean => actions.some((action) => action === "changeNothing");

/** Transitions of a machine, as `from --> to: event [guard]`; events with the same ends share an arrow. */
const drawTransitions = (node: AnyStateNode): readonly string[] => {
  const all = [...[...node.transitions.values()].flat(), ...(node.always ?? [])].filter((transition) => !isSaidAgain(transition));
  const own = all.flatMap((transition) => {
    const guard = nameGuard(transition);
    const label = [transition.eventType, guard && `[${guard}]`].filter(Boolean).join(" ");
    return (transition.target ?? [node]).map((target) => ({ ends: `${getId(node)} --> ${getId(target)}`, label }));
  });
  const arrows = [...Map.groupBy(own, ({ ends }) => ends)].map(([ends, same]) => `${ends}: ${same.map(({ label }) => label).join(", ")}`);
  return [...arrows, ...Object.values(node.states).flatMap(drawTransitions)];
};

/** A chart has no name for itself: what happens in every state alike is told beside it. */
const drawNode = (node: AnyStateNode): string => {
  const arrows = Object.values(node.states).flatMap(drawTransitions);
  return ["```mermaid", "stateDiagram-v2", ...indent([...drawInitial(node), ...drawStates(node), ...arrows]), "```"].join("\n");
};

const describeAnytime = (node: AnyStateNode): readonly string[] => {
  const events = [...node.transitions.values()].flat().map(({ eventType }) => eventType);
  return events.length > 0 ? [`In every state: ${[...new Set(events)].join(", ")}.`] : [];
};

const listCodes = ({ refusal, refusals = {} }: StateMeta): string =>
  [...Object.entries(refusals).map(([type, code]) => `${code} (${type})`), ...(refusal ? [refusal] : [])].join(", ");

const describeStates = (node: AnyStateNode): readonly string[] =>
  Object.values(node.states).flatMap((child) => {
    const refusal = child.meta ? ` Refuses with ${listCodes(child.meta as StateMeta)}.` : "";
    return [`- **${child.path.join(" / ")}**: ${child.description ?? ""}${refusal}`, ...describeStates(child)];
  });

const describeMachine = (machine: AnyStateMachine): readonly string[] => [
  `## ${machine.id}`,
  machine.root.description ?? "",
  drawNode(machine.root),
  ...describeAnytime(machine.root),
  describeStates(machine.root).join("\n"),
];

/** All statecharts as Mermaid, in the machines' own words. */
export const drawDiagrams = (): string =>
  [
    "# The statecharts",
    "Drawn from `machines/` by `npm run diagram`; a test fails when this page is out of date. `npm run diagram -- --json` prints them as JSON.",
    "What is so already is accepted, changes nothing and has no arrow.",
    ...MACHINES.flatMap(describeMachine),
  ]
    .join("\n\n")
    .concat("\n");

/** The statecharts' own configuration, by the id of each. */
export const getStatecharts = (): Record<string, unknown> => Object.fromEntries(MACHINES.map(({ id, config }) => [id, config]));

const BETWEEN_MARKS = /(?<=<!-- drawn by npm run diagram -->\n).*?(?=<!-- end -->)/s;

/** The README with the region of the agenda's statechart that delegates know. */
export const drawLifecycle = (readme: string): string =>
  readme.replace(BETWEEN_MARKS, `\n${drawNode(agendaMachine.getStateNodeById("agenda.lifecycle"))}\n\n`);

export const writeDiagrams = (): void => {
  writeFileSync(DIAGRAMS, drawDiagrams());
  writeFileSync(README, drawLifecycle(readFileSync(README, "utf8")));
};
