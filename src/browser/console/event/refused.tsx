import type { ConsoleContext } from "../context.ts";
import { describeProblem } from "../error-messages.ts";
import { listFields, type DraftBatch } from "./draft-event.ts";
import type { DryRun } from "./dry-run.ts";

const findEventLabel = (id: string, { history, messages }: ConsoleContext): string | undefined => {
  const entry = history.find((other) => other.id === id);
  return entry && messages.events[entry.type];
};

interface RefusedProps {
  readonly dryRun: Extract<DryRun, { kind: "refused" }>;
  readonly draft: DraftBatch;
  readonly context: ConsoleContext;
}

/** Why the door refuses a draft, and what must be withdrawn first. */
export const Refused = ({ dryRun: { problem }, draft, context }: RefusedProps) => {
  const { messages, meeting, history, startDraft } = context;
  const also = problem.alsoWithdraw ?? [];
  const onForm = new Set<string>(listFields(draft, meeting).map(({ name }) => name));
  const elsewhere = (problem.errors ?? []).filter(({ field }) => !field.split(".").some((name) => onForm.has(name)));
  const withdrawAll = (): void =>
    startDraft({
      ...draft,
      isChain: true,
      events: [...also.map((event) => ({ type: "event.withdrawn" as const, given: { event } })), ...draft.events],
    });
  return (
    <div class="refused" role="alert">
      <p>
        <strong>{messages.steps.refused}</strong> {describeProblem(problem, context)}
      </p>
      {elsewhere.map(({ field, message }) => (
        <p class="wrong">
          <code>{field}</code>: {message}
        </p>
      ))}
      {also.length > 0 && (
        <>
          <ul>
            {also.map((id) => (
              <li>{findEventLabel(id, context) ?? <code>{history.find((entry) => entry.id === id)?.text ?? id}</code>}</li>
            ))}
          </ul>
          <button type="button" onClick={withdrawAll}>
            {messages.steps.withdrawAlso}
          </button>
        </>
      )}
    </div>
  );
};
