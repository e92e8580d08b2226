import { useEffect, useRef, useState } from "preact/hooks";
import { fill } from "../../../meeting/fill.ts";
import { localTimeOf } from "../../../meeting/local-time.ts";
import type { Answer } from "../../../api/event-answer.ts";
import { changeLines, countLine } from "./changes.ts";
import { dryRun, fieldErrorsOf, lettersBefore, post, type Check, type Sendable } from "./dry-run.ts";
import { useDesk, type Desk } from "../context.ts";
import { EventForm } from "./event-form.tsx";
import { PublicWords } from "./fieldsets.tsx";
import { problemText, warningText } from "../problem-text.ts";
import { fieldsOf, type Proposal } from "./draft-event.ts";

interface DialogProps {
  readonly proposal: Proposal;
  readonly onClose: () => void;
}

/** What would change, in plain words, doubts first. */
const Found = ({ answers, proposal }: { readonly answers: readonly Answer[]; readonly proposal: Proposal }) => {
  const desk = useDesk();
  const { words, meeting } = desk;
  const waiting = lettersBefore(proposal, desk).length;
  return (
    <>
      <ul class="cautions">
        {answers
          .flatMap((answer) => answer.warnings)
          .map((warning) => (
            <li class="caution">
              <strong>{words.warning}</strong> {warningText(warning, meeting.programme, words)}
            </li>
          ))}
      </ul>
      <ul class="changes">
        {changeLines(answers, meeting, words).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="soft">{countLine(answers, words)}</p>
      {proposal.isChain && <p class="soft">{words.steps.checkedInTurn}</p>}
      {waiting > 0 && <p class="soft">{fill(words.steps.othersWaiting, { count: String(waiting) })}</p>}
    </>
  );
};

const Findings = ({ check, proposal }: { readonly check: Check; readonly proposal: Proposal }) => {
  const desk = useDesk();
  const { steps } = desk.words;
  switch (check.kind) {
    case "open":
      return null;
    case "checking":
      return <p>{steps.checking}</p>;
    case "unreachable":
      return <p class="caution">{steps.unchecked}</p>;
    case "refused":
      return <Refused check={check} proposal={proposal} desk={desk} />;
    case "checked":
      return <Found answers={check.answers} proposal={proposal} />;
  }
};

interface RefusedProps {
  readonly check: Extract<Check, { kind: "refused" }>;
  readonly proposal: Proposal;
  readonly desk: Desk;
}

const Refused = ({ check: { problem }, proposal, desk }: RefusedProps) => {
  const { words, meeting, history, propose } = desk;
  const also = problem.alsoWithdraw ?? [];
  const onForm = new Set<string>(fieldsOf(proposal, meeting).map(({ name }) => name));
  const elsewhere = (problem.errors ?? []).filter(({ field }) => !field.split(".").some((name) => onForm.has(name)));
  const withdrawAll = (): void =>
    propose({
      ...proposal,
      isChain: true,
      parts: [...also.map((event) => ({ type: "event.withdrawn" as const, given: { event } })), ...proposal.parts],
    });
  return (
    <div class="refused" role="alert">
      <p>
        <strong>{words.steps.refused}</strong> {problemText(problem, meeting.programme, words)}
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
              <li>{eventTitle(id, desk) ?? <code>{history.find((entry) => entry.id === id)?.text ?? id}</code>}</li>
            ))}
          </ul>
          <button type="button" onClick={withdrawAll}>
            {words.steps.withdrawAlso}
          </button>
        </>
      )}
    </div>
  );
};

const eventTitle = (id: string, { history, words }: Desk): string | undefined => {
  const entry = history.find((other) => other.id === id);
  return entry && words.events[entry.type];
};

/** What the button does next. */
const NEXT = { open: "check", checking: "checking", checked: "send", unreachable: "sendUnchecked", refused: "check" } as const;

const isSendable = (check: Check): check is Sendable => "ground" in check;

/** An event from its form, through the dry run, into the outbox. */
export const ProposalDialog = ({ proposal, onClose }: DialogProps) => {
  const desk = useDesk();
  const { words, meeting, key, clock } = desk;
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const findings = useRef<HTMLElement>(null);
  const needsInput = fieldsOf(proposal, meeting).some(({ isRequired }) => isRequired);
  const [check, setCheck] = useState<Check>({ kind: needsInput ? "open" : "checking" });

  /** Which state of the form is looked at: what was found of an earlier one is not of this one. */
  const asked = useRef(0);
  const stand = (next: Check): void => {
    asked.current += 1;
    setCheck(next);
  };
  const look = async (): Promise<void> => {
    if (!form.current || !key) return;
    stand({ kind: "checking" });
    const present = asked.current;
    const found = await dryRun(proposal, new FormData(form.current), desk);
    if (asked.current !== present) return;
    stand(found);
    findings.current?.focus();
  };
  const submit = (): void => {
    if (!form.current) return;
    if (!isSendable(check)) return void look();
    post(proposal, new FormData(form.current), desk, check);
    onClose();
  };

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    if (needsInput || !key) stand({ kind: "open" });
    else void look();
  }, [proposal]);

  return (
    <dialog ref={dialog} aria-labelledby="proposal-title" onClose={onClose}>
      <form
        ref={form}
        method="dialog"
        onInput={() => stand({ kind: "open" })}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h2 id="proposal-title">{proposal.title}</h2>
        {key ? null : <p class="caution">{words.steps.needsKey}</p>}
        <EventForm key={proposal.title} proposal={proposal} errors={fieldErrorsOf(check, words)} />
        <details open={proposal.happened !== undefined}>
          <summary>{words.steps.happenedAt}</summary>
          <div class="field">
            <label for="field-happened">{words.steps.happenedAt}</label>
            <input
              id="field-happened"
              name="happened"
              type="datetime-local"
              defaultValue={proposal.happened === undefined ? "" : localTimeOf(Date.parse(proposal.happened), meeting.record.timezone)}
              max={localTimeOf(clock.now(), meeting.record.timezone)}
              aria-describedby="hint-happened"
            />
            <p class="hint" id="hint-happened">
              {fill(words.steps.happenedNow, { zone: meeting.record.timezone })}
            </p>
          </div>
          <PublicWords name="note" error={fieldErrorsOf(check, words).get("note")} />
        </details>
        <section class="findings" ref={findings} tabIndex={-1} aria-live="polite" aria-label={words.steps.whatWouldChange}>
          <Findings check={check} proposal={proposal} />
        </section>
        <div class="bar">
          <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
            {words.steps.back}
          </button>
          <button type="submit" class="go" disabled={!key || check.kind === "checking"}>
            {words.steps[NEXT[check.kind]]}
          </button>
        </div>
      </form>
    </dialog>
  );
};
