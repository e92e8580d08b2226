import type { Difference } from "../../../../machines/meeting/differences.ts";
import { describeRevision, type RevisionGroup } from "../../../reports/revision/describe-revision.ts";
import type { RevisionLine } from "../../../reports/revision/decisions.ts";
import { interpolate } from "../../../meeting/interpolate.ts";
import { formatLocalTime, getDate } from "../../../meeting/local-time.ts";
import type { ConsoleContext } from "../context.ts";

export type Choice = "keep" | "take";

interface Decided {
  readonly line: RevisionLine;
  readonly choice: Choice;
}

/** How someone wants a record to be laid over what was reported. */
export interface Decisions {
  /** By their paths. */
  readonly decided: ReadonlyMap<string, Decided>;
  /** Whether it states all anew. */
  readonly isAnew: boolean;
}

export const UNDECIDED: Decisions = { decided: new Map(), isAnew: false };

export const chooseFor = (weighing: Decisions, line: RevisionLine, choice: Choice): Decisions =>
  line.decision ? { ...weighing, decided: new Map([...weighing.decided, [line.decision.path, { line, choice }]]) } : weighing;

/** What the event says of it. */
export const buildDecisions = (
  { decided, isAnew }: Decisions,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  if (isAnew) return { replace: true };
  if (decided.size === 0) return {};
  const before = typeof given["decide"] === "object" ? given["decide"] : {};
  return { decide: { ...before, ...Object.fromEntries([...decided].map(([path, { choice }]) => [path, choice])) } };
};

/** What a revision came to, in the console's language; what was decided already stands among what is to be decided. */
export const describeDifferences = (
  differences: readonly Difference[],
  { decided, isAnew }: Decisions,
  { meeting, messages, clock }: Pick<ConsoleContext, "meeting" | "messages" | "clock">,
): readonly RevisionGroup[] => {
  const { timezone } = meeting.record;
  const { revision } = messages.page;
  const setting = { slots: meeting.programme, timezone, today: getDate(formatLocalTime(clock.now(), timezone)) };
  const groups = describeRevision(differences, setting, { messages: messages.own, revision });
  const lines = isAnew ? [] : [...decided.values()].map(({ line }) => line);
  if (lines.length === 0) return groups;
  const open = groups.find(({ outcome }) => outcome === "conflict")?.lines ?? [];
  const all = [...lines, ...open];
  const title = interpolate(revision.groups.conflict, { count: String(all.length) });
  return [...groups.filter(({ outcome }) => outcome !== "conflict"), { outcome: "conflict", title, lines: all }];
};
