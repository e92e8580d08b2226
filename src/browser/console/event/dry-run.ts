import { resolveInstant, formatLocalTime } from "../../../meeting/local-time.ts";
import type { Difference } from "../../../../machines/meeting/differences.ts";
import type { Answer } from "../../../api/schemas/answer.ts";
import { createWebhookId, type EventMessage, type SentProblem } from "../../../standard-webhooks/client.ts";
import type { ConsoleContext } from "../context.ts";
import { computeBase, type BaseVersion, type Queue } from "../outbox/queue.ts";
import type { Send, SendResult } from "../send.ts";
import { buildData, type DraftBatch } from "./draft-event.ts";
import { readByLanguage } from "./texts.ts";
import { buildDecisions, type Decisions } from "./weighing.ts";

/** Where a draft stands: not looked at since it was last changed, or as the dry run found it, at the time of that. */
export type DryRun =
  | { readonly kind: "notRun" }
  /** After a decision what was found before stays in view. */
  | { readonly kind: "running"; readonly previous?: DryRun }
  | { readonly kind: "unreachable"; readonly base: BaseVersion }
  | {
      readonly kind: "checked";
      readonly answers: readonly Answer[];
      /** Those that are not possible yet, by their places: they may be once those before them are sent. */
      readonly untried: readonly number[];
      readonly base: BaseVersion;
      readonly dropped: readonly Difference[];
    }
  | { readonly kind: "refused"; readonly problem: SentProblem; readonly dropped: readonly Difference[] };

/** Whether a person must decide first: then nothing else is in the way. */
export const isToBeDecided = (dryRun: DryRun): boolean => dryRun.kind === "refused" && dryRun.problem.reason === "conflicts";

/** What can be sent: what was checked, or what could not be. */
export type Sendable = Extract<DryRun, { readonly base: BaseVersion }>;

/** The events that leave before what is drafted. */
export const listEventsBefore = ({ replaces }: DraftBatch, { queue }: ConsoleContext): Queue => {
  const position = queue.findIndex(({ id }) => id === replaces);
  return position === -1 ? queue : queue.slice(0, position);
};

/** When it happened: as the form says, to the minute, or exactly as it was known before. */
const readHappenedAt = ({ happened }: DraftBatch, form: FormData, timezone: string): number | undefined => {
  const at = form.get("happened");
  if (typeof at !== "string" || at === "") return undefined;
  const known = happened === undefined ? undefined : Date.parse(happened);
  return known !== undefined && formatLocalTime(known, timezone) === at ? known : resolveInstant(at, timezone);
};

/** A draft as it stands on its form, and how it is to be weighed. */
export interface FilledDraft {
  readonly draft: DraftBatch;
  readonly form: FormData;
  readonly weighing: Decisions;
}

/** The events of a draft, as they are at `now`: without a time of their own, they happen now. */
export const buildEvents = (
  { draft, form, weighing }: FilledDraft,
  { address, meeting, messages }: ConsoleContext,
  now: number,
): readonly EventMessage[] => {
  const note = readByLanguage(form, "note", messages.own.language);
  const timestamp = new Date(readHappenedAt(draft, form, meeting.record.timezone) ?? now).toISOString();
  return draft.events.map((own, index) => {
    const data = draft.isSettled ? (own.given ?? {}) : buildData(own, form, meeting, messages.own.language);
    return {
      type: own.type,
      timestamp,
      data: {
        body: address.body,
        meeting: own.meeting ?? draft.meeting ?? address.meeting,
        ...data,
        ...(("record" in data || "slots" in data) && buildDecisions(weighing, data)),
        ...(index === 0 && note !== undefined && { note }),
      },
    };
  });
};

/** Asks the door of one of the events what would change. */
const askOne = (filled: FilledDraft, index: number, context: ConsoleContext, send: Send): Promise<SendResult> =>
  send(createWebhookId(), (now) => {
    const event = buildEvents(filled, context, now)[index];
    if (!event) throw new Error("There is no such event.");
    return { ...event, dryRun: true };
  });

/** What stating all anew would drop: nothing where nothing was kept, nor where the key has no right to. */
const findDropped = async (
  differences: readonly Difference[],
  filled: FilledDraft,
  index: number,
  context: ConsoleContext,
  send: Send,
): Promise<readonly Difference[]> => {
  if (filled.weighing.isAnew || !differences.some(({ outcome }) => outcome === "kept" || outcome === "conflict")) return [];
  const result = await askOne({ ...filled, weighing: { ...filled.weighing, isAnew: true } }, index, context, send);
  return result.ok ? (result.value.differences ?? []).filter(({ outcome }) => outcome === "dropped") : [];
};

/** Asks the door what would change. Of a chain only the first event can be asked: the next becomes possible by it. */
export const runDryRun = async (filled: FilledDraft, context: ConsoleContext): Promise<DryRun> => {
  const { address, meeting, send } = context;
  const { draft } = filled;
  // What leaves while the door is asked is told apart by the version that it was for.
  const computeBaseAt = (version: number): BaseVersion => computeBase(listEventsBefore(draft, context), address.meeting, version);
  if (!send) return { kind: "unreachable", base: computeBaseAt(meeting.version) };
  const answers: Answer[] = [];
  const dropped: Difference[] = [];
  const untried: number[] = [];
  for (const index of draft.isChain ? [0] : draft.events.keys()) {
    const result = await askOne(filled, index, context, send);
    const found = result.ok ? result.value : result.error;
    if (found === "unreachable") return { kind: "unreachable", base: computeBaseAt(meeting.version) };
    dropped.push(...(await findDropped(found.differences ?? [], filled, index, context, send)));
    // What was prepared may rest on what stands before it.
    if ("detail" in found && draft.isSettled && index > 0 && found.code === "impossible") untried.push(index);
    else if ("detail" in found) return { kind: "refused", problem: found, dropped };
    else answers.push(found);
  }
  const [first] = answers;
  return { kind: "checked", answers, untried, base: computeBaseAt(first ? first.version - 1 : meeting.version), dropped };
};
