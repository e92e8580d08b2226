import type { Answer } from "../../api/schemas/answer.ts";
import type { RevisionSetting } from "../../reports/revision/naming.ts";
import type { PostResult, SentProblem } from "../../standard-webhooks/client.ts";
import { formatDifferences } from "./revision.ts";

const formatColumn = (label: string, values: readonly string[]): readonly string[] =>
  values.map((value, at) => `${(at === 0 ? label : "").padEnd(9)}${value}`);

const listNext = (next: readonly string[]): string => next.join(", ") || "nothing";

const formatOutcome = ({ outcome, isUnchanged, state, version, position }: Answer): string => {
  if (outcome === "unchanged") return `unchanged: that was so already; "${state}", version ${version}, log position ${position}`;
  if (outcome === "applied") return `applied: "${state}", version ${version}, log position ${position}`;
  if (isUnchanged) return `dry run: that is so already, so nothing would change; "${state}"`;
  return `dry run: nothing was changed; this would be "${state}", version ${version}`;
};

const formatApplied = (answer: Answer, setting: RevisionSetting | undefined): string => {
  const { changed, moreChanged = 0, warnings, next, differences = [] } = answer;
  return [
    formatOutcome(answer),
    ...(setting ? formatDifferences(differences, setting) : []),
    ...formatColumn("changed", changed.length > 0 ? [...changed, ...(moreChanged > 0 ? [`and ${moreChanged} more`] : [])] : ["no feed"]),
    ...formatColumn(
      "warning",
      warnings.map(({ code, message }) => `${message} (${code})`),
    ),
    ...formatColumn("next", [listNext(next)]),
  ].join("\n");
};

const formatRefused = (
  { status, code, reason, detail, errors = [], next, differences = [] }: SentProblem,
  setting: RevisionSetting | undefined,
): string =>
  [
    `refused (${[status, code, reason].filter(Boolean).join(", ")}): ${detail}`,
    ...errors.map(({ field, message }) => `  ${field}: ${message}`),
    ...(setting ? formatDifferences(differences, setting) : []),
    ...(next ? formatColumn("possible", [listNext(next)]) : []),
  ].join("\n");

/**
 * Prints what the service answered, for a person or as JSON; the exit status says whether the event was applied.
 * @param setting of the meeting before the event, where a record may have been weighed against it
 */
export const printAnswer = (sent: PostResult, json = false, setting?: RevisionSetting): number => {
  if (sent.ok) {
    console.log(json ? JSON.stringify(sent.value) : formatApplied(sent.value, setting));
    return 0;
  }
  console.error(json ? JSON.stringify(sent.error) : formatRefused(sent.error, setting));
  return 1;
};
