import { interpolate } from "../../../meeting/interpolate.ts";
import type { Answer } from "../../../api/schemas/answer.ts";
import { useConsole } from "../context.ts";
import { RoomClashes } from "../house/room-clashes.tsx";
import { describeWarning } from "../error-messages.ts";
import { describeChanges, describeCount } from "./changes.ts";
import type { DraftBatch } from "./draft-event.ts";
import { isToBeDecided, listEventsBefore, type DryRun } from "./dry-run.ts";
import { describeOrder } from "../outbox/describe-sent.ts";
import { Refused } from "./refused.tsx";
import { Revision, StateAnew } from "./revision.tsx";
import type { Decisions } from "./weighing.ts";

interface WeighedProps {
  readonly draft: DraftBatch;
  readonly weighing: Decisions;
  readonly onWeigh: (weighing: Decisions) => void;
}

interface CheckedProps extends WeighedProps {
  readonly dryRun: Extract<DryRun, { kind: "checked" }>;
}

/** The entries of calendars that would change: beside what a revision came to, for who wants to know. */
const Entries = ({ answers, isAside }: { readonly answers: readonly Answer[]; readonly isAside: boolean }) => {
  const { messages, meeting } = useConsole();
  const isUnchanged = answers.every((answer) => answer.isUnchanged);
  const lines = isUnchanged ? [messages.page.revision.unchanged] : describeChanges(answers, meeting, messages);
  const list = (
    <ul class="changes">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
  const count = describeCount(answers, messages);
  if (!isAside || lines.length === 0 || isUnchanged)
    return (
      <>
        {list}
        <p class="soft">{count}</p>
      </>
    );
  return (
    <details>
      <summary>{count}</summary>
      {list}
    </details>
  );
};

/** What would change, in plain words, warnings first. */
const Changes = ({ dryRun: { answers, untried, dropped }, draft, weighing, onWeigh }: CheckedProps) => {
  const context = useConsole();
  const { messages, meeting } = context;
  const waiting = listEventsBefore(draft, context).length;
  const differences = answers.flatMap((answer) => answer.differences ?? []);
  return (
    <>
      <ul class="cautions">
        {answers
          .flatMap((answer) => answer.warnings)
          .map((warning) => (
            <li class="caution">
              <strong>{messages.warning}</strong> {describeWarning(warning, context)}
            </li>
          ))}
        <RoomClashes answers={answers} />
      </ul>
      <Revision differences={differences} weighing={weighing} onWeigh={onWeigh} />
      <Entries answers={answers} isAside={differences.length > 0} />
      <StateAnew dropped={dropped} weighing={weighing} onWeigh={onWeigh} />
      {(draft.isChain || untried.length > 0) && <p class="soft">{messages.steps.checkedInTurn}</p>}
      {untried.length > 0 && (
        <ul class="soft">
          {untried.map((at) => (
            <li key={at}>{describeOrder(draft.events[at]?.type ?? "", draft.events[at]?.given ?? {}, meeting, messages)}</li>
          ))}
        </ul>
      )}
      {waiting > 0 && <p class="soft">{interpolate(messages.steps.othersWaiting, { count: String(waiting) })}</p>}
    </>
  );
};

interface FindingsProps extends WeighedProps {
  readonly dryRun: DryRun;
}

/** What the dry run found. */
export const DryRunFindings = ({ dryRun, ...weighed }: FindingsProps) => {
  const context = useConsole();
  const { steps } = context.messages;
  switch (dryRun.kind) {
    case "notRun":
      return null;
    case "running":
      return dryRun.previous ? <DryRunFindings dryRun={dryRun.previous} {...weighed} /> : <p>{steps.checking}</p>;
    case "unreachable":
      return <p class="caution">{steps.unchecked}</p>;
    case "refused":
      return isToBeDecided(dryRun) ? (
        <>
          <Revision differences={dryRun.problem.differences ?? []} {...weighed} />
          <StateAnew dropped={dryRun.dropped} {...weighed} />
        </>
      ) : (
        <Refused dryRun={dryRun} draft={weighed.draft} context={context} />
      );
    case "checked":
      return <Changes dryRun={dryRun} {...weighed} />;
  }
};
