import type { Answer } from "../../api/event-answer.ts";
import type { PostResult, SentProblem } from "../../standard-webhooks/client.ts";

const column = (label: string, values: readonly string[]): readonly string[] =>
  values.map((value, at) => `${(at === 0 ? label : "").padEnd(9)}${value}`);

const listNext = (next: readonly string[]): string => next.join(", ") || "nothing";

const formatApplied = ({ outcome, state, version, position, changed, warnings, next }: Answer): string =>
  [
    outcome === "dry run"
      ? `dry run: nothing was changed; this would be "${state}", version ${version}`
      : `applied: "${state}", version ${version}, log position ${position}`,
    ...column("changed", changed.length > 0 ? changed : ["no feed"]),
    ...column(
      "warning",
      warnings.map(({ code, message }) => `${message} (${code})`),
    ),
    ...column("next", [listNext(next)]),
  ].join("\n");

const formatRefused = ({ status, code, reason, detail, errors = [], next }: SentProblem): string =>
  [
    `refused (${[status, code, reason].filter(Boolean).join(", ")}): ${detail}`,
    ...errors.map(({ field, message }) => `  ${field}: ${message}`),
    ...(next ? column("possible", [listNext(next)]) : []),
  ].join("\n");

/** Prints what the service answered, for a person or as JSON; the exit status says whether the event was applied. */
export const printAnswer = (sent: PostResult, json = false): number => {
  if (sent.ok) {
    console.log(json ? JSON.stringify(sent.value) : formatApplied(sent.value));
    return 0;
  }
  console.error(json ? JSON.stringify(sent.error) : formatRefused(sent.error));
  return 1;
};
