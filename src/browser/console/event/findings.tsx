import { interpolate } from "../../../meeting/interpolate.ts";
import type { Answer } from "../../../api/schemas/answer.ts";
import { useConsole, type ConsoleContext } from "../context.ts";
import { describeProblem, describeWarning } from "../error-messages.ts";
import { describeChanges, describeCount } from "./changes.ts";
import { listFields, type DraftBatch } from "./draft-event.ts";
import { listEventsBefore, type DryRun } from "./dry-run.ts";

/** What would change, in plain words, warnings first. */
const Changes = ({ answers, draft }: { readonly answers: readonly Answer[]; readonly draft: DraftBatch }) => {
  const context = useConsole();
  const { messages, meeting } = context;
  const waiting = listEventsBefore(draft, context).length;
  return (
    <>
      <ul class="cautions">
        {answers
          .flatMap((answer) => answer.warnings)
          .map((warning) => (
            <li class="caution">
              <strong>{messages.warning}</strong> {describeWarning(warning, meeting.programme, messages)}
            </li>
          ))}
      </ul>
      <ul class="changes">
        {describeChanges(answers, meeting, messages).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="soft">{describeCount(answers, messages)}</p>
      {draft.isChain && <p class="soft">{messages.steps.checkedInTurn}</p>}
      {waiting > 0 && <p class="soft">{interpolate(messages.steps.othersWaiting, { count: String(waiting) })}</p>}
    </>
  );
};

const findEventLabel = (id: string, { history, messages }: ConsoleContext): string | undefined => {
  const entry = history.find((other) => other.id === id);
  return entry && messages.events[entry.type];
};

interface RefusedProps {
  readonly dryRun: Extract<DryRun, { kind: "refused" }>;
  readonly draft: DraftBatch;
  readonly context: ConsoleContext;
}

const Refused = ({ dryRun: { problem }, draft, context }: RefusedProps) => {
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
        <strong>{messages.steps.refused}</strong> {describeProblem(problem, meeting.programme, messages)}
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

/** What the dry run found. */
export const DryRunFindings = ({ dryRun, draft }: { readonly dryRun: DryRun; readonly draft: DraftBatch }) => {
  const context = useConsole();
  const { steps } = context.messages;
  switch (dryRun.kind) {
    case "notRun":
      return null;
    case "running":
      return <p>{steps.checking}</p>;
    case "unreachable":
      return <p class="caution">{steps.unchecked}</p>;
    case "refused":
      return <Refused dryRun={dryRun} draft={draft} context={context} />;
    case "checked":
      return <Changes answers={dryRun.answers} draft={draft} />;
  }
};
