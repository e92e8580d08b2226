import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

/** What stands in for Logic Apps: it runs a definition action by action, and evaluates its expressions as they are documented. */

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

interface Action {
  readonly type: string;
  readonly inputs?: Json;
  readonly foreach?: string;
  readonly expression?: string;
  readonly actions?: Readonly<Record<string, Action>>;
  readonly else?: { readonly actions: Readonly<Record<string, Action>> };
}

interface Definition {
  readonly parameters: Readonly<Record<string, { readonly defaultValue?: string }>>;
  readonly actions: Readonly<Record<string, Action>>;
}

interface FlowRequest {
  readonly method: string;
  readonly uri: string;
  readonly body?: Json;
}

/** Answers an HTTP action; what is no success fails the run, as it does there. */
export type AnswerRequest = (request: FlowRequest) => { readonly status: number; readonly body: Json };

/** `'it''s'` is a text of theirs, `?[` asks for what may be missing. */
const toScript = (expression: string): string =>
  expression
    .replaceAll(/'((?:[^']|'')*)'/g, (_, text: string) => JSON.stringify(text.replaceAll("''", "'")))
    .replaceAll("?[", "?.[")
    .replaceAll(/\bif\(/g, "choose(");

/** Runs a flow once for a request; true where it answered with success. */
export const runFlow = (file: string, parameters: Readonly<Record<string, string>>, request: string, answer: AnswerRequest): boolean => {
  const definition = JSON.parse(readFileSync(file, "utf8")) as Definition;
  const results = new Map<string, unknown>();
  const current = new Map<string, Json>();
  const functions = createContext({
    parameters: (name: string) => parameters[name] ?? definition.parameters[name]?.defaultValue,
    triggerBody: () => JSON.parse(request) as Json,
    items: (name: string) => current.get(name),
    outputs: (name: string) => results.get(name),
    body: (name: string) => results.get(name),
    coalesce: (...values: readonly unknown[]) => values.find((value) => value !== null && value !== undefined) ?? null,
    json: (text: string) => JSON.parse(text) as Json,
    concat: (...texts: readonly unknown[]) => texts.join(""),
    encodeUriComponent: encodeURIComponent,
    equals: (one: unknown, other: unknown) => one === other,
    choose: (is: boolean, one: unknown, other: unknown) => (is ? one : other),
    addDays: (day: string, days: number) =>
      new Date(Date.parse(`${day}${day.length === 10 ? "T00:00" : ""}Z`) + days * 86_400_000).toISOString().slice(0, 16),
    length: (list: string | readonly unknown[]) => list.length,
    first: (list: readonly unknown[]) => list[0],
    setProperty: (object: object, name: string, value: unknown) => ({ ...object, [name]: value }),
  });
  const evaluate = (value: unknown): Json => {
    if (typeof value === "string") return value.startsWith("@") ? (runInContext(toScript(value.slice(1)), functions) as Json) : value;
    if (Array.isArray(value)) return value.map(evaluate);
    if (value === null || typeof value !== "object") return value as Json;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, evaluate(one)]));
  };
  const runAll = (actions: Readonly<Record<string, Action>> = {}): boolean =>
    Object.entries(actions).every(([name, one]) => run(name, one));
  const run = (name: string, action: Action): boolean => {
    switch (action.type) {
      case "Compose":
        results.set(name, evaluate(action.inputs));
        return true;
      case "Http": {
        const asked = evaluate(action.inputs) as unknown as FlowRequest;
        const { status, body } = answer(asked);
        results.set(name, body);
        return status < 300;
      }
      case "If":
        return evaluate(action.expression) === true ? runAll(action.actions) : runAll(action.else?.actions);
      case "Foreach":
        return (evaluate(action.foreach) as readonly Json[]).every((item) => {
          current.set(name, item);
          return runAll(action.actions);
        });
      case "Response":
        return true;
      default:
        throw new Error(`"${action.type}" is not known here.`);
    }
  };
  return runAll(definition.actions);
};
