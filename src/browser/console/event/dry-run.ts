import { resolveInstant, formatLocalTime } from "../../../meeting/local-time.ts";
import type { Answer } from "../../../api/schemas/answer.ts";
import { createWebhookId, type EventMessage, type SentProblem } from "../../../standard-webhooks/client.ts";
import type { ConsoleContext } from "../context.ts";
import { isField } from "./fields.ts";
import { computeBase, type BaseVersion, type Queue } from "../outbox/queue.ts";
import { hasMessage } from "../error-messages.ts";
import { buildData, type DraftBatch } from "./draft-event.ts";
import type { ConsoleMessages } from "../messages/messages.ts";

/** Where a draft stands: not looked at since it was last changed, or as the dry run found it, at the time of that. */
export type DryRun =
  | { readonly kind: "notRun" | "running" }
  | { readonly kind: "unreachable"; readonly base: BaseVersion }
  | { readonly kind: "checked"; readonly answers: readonly Answer[]; readonly base: BaseVersion }
  | { readonly kind: "refused"; readonly problem: SentProblem };

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

/** The events of a draft, as they are at `now`: without a time of their own, they happen now. */
const buildEvents = (draft: DraftBatch, form: FormData, { address, meeting }: ConsoleContext, now: number): readonly EventMessage[] => {
  const note = form.get("note");
  const timestamp = new Date(readHappenedAt(draft, form, meeting.record.timezone) ?? now).toISOString();
  return draft.events.map((own, index) => ({
    type: own.type,
    timestamp,
    data: {
      body: address.body,
      meeting: draft.meeting ?? address.meeting,
      ...buildData(own, form, meeting),
      ...(index === 0 && typeof note === "string" && note.trim() !== "" && { note: note.trim() }),
    },
  }));
};

/** Asks the door what would change. Of a chain only the first event can be asked: the next becomes possible by it. */
export const runDryRun = async (draft: DraftBatch, form: FormData, context: ConsoleContext): Promise<DryRun> => {
  const { address, meeting, send } = context;
  // What leaves while the door is asked is told apart by the version that it was for.
  const computeBaseAt = (version: number): BaseVersion => computeBase(listEventsBefore(draft, context), address.meeting, version);
  if (!send) return { kind: "unreachable", base: computeBaseAt(meeting.version) };
  const answers: Answer[] = [];
  for (const index of draft.isChain ? [0] : draft.events.keys()) {
    const result = await send(createWebhookId(), (now) => {
      const event = buildEvents(draft, form, context, now)[index];
      if (!event) throw new Error("There is no such event.");
      return { ...event, dryRun: true };
    });
    if (result.ok) answers.push(result.value);
    else if (result.error === "unreachable") return { kind: "unreachable", base: computeBaseAt(meeting.version) };
    else return { kind: "refused", problem: result.error };
  }
  const [first] = answers;
  return { kind: "checked", answers, base: computeBaseAt(first ? first.version - 1 : meeting.version) };
};

/** Puts the events into the outbox, each for the version of the meeting that was seen. */
export const enqueueDraft = (draft: DraftBatch, form: FormData, context: ConsoleContext, dryRun: Sendable): void => {
  const { clock, outbox } = context;
  const { version, after } = dryRun.base;
  const events = buildEvents(draft, form, context, clock.now()).map((event) => ({ id: createWebhookId(), event }));
  const isOther = draft.meeting !== undefined;
  const fresh = events.map(({ id, event }, at) => {
    const checked = dryRun.kind === "checked" ? dryRun.answers[at] : undefined;
    const own = events.slice(0, at).map((earlier) => earlier.id);
    return {
      id,
      event: isOther ? event : { ...event, data: { ...event.data, expectedVersion: version + at } },
      ...(checked && { checked }),
      ...(!isOther && { after: [...after, ...own] }),
    };
  });
  outbox.enqueue(fresh, draft.replaces);
};

/** What is wrong with fields, by their names. */
export type FieldErrors = ReadonlyMap<string, string>;

/** What the door says of fields, by the names of those that are on the form: in English, where the console has no words for it. */
export const describeFieldErrors = (dryRun: DryRun, { wrong }: ConsoleMessages): FieldErrors => {
  const errors = dryRun.kind === "refused" ? (dryRun.problem.errors ?? []) : [];
  return new Map(
    errors.map(({ field, message }) => {
      const names = field.split(".").filter(isField);
      const name = names.find((other) => other !== "documents" && other !== "record") ?? names[0] ?? field;
      return [name, hasMessage(wrong, name) ? wrong[name] : message];
    }),
  );
};
