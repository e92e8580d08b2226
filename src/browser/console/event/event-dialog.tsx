import { useEffect, useRef, useState } from "preact/hooks";
import { interpolate } from "../../../meeting/interpolate.ts";
import { formatLocalTime } from "../../../meeting/local-time.ts";
import { useConsole } from "../context.ts";
import { listFields, type DraftBatch } from "./draft-event.ts";
import { describeFieldErrors, enqueueDraft, isToBeDecided, runDryRun, type DryRun, type Sendable } from "./dry-run.ts";
import { EventForm } from "./event-form.tsx";
import { PublicWords } from "./fieldsets.tsx";
import { DryRunFindings } from "./findings.tsx";
import { UNDECIDED, type Decisions } from "./weighing.ts";

interface DialogProps {
  readonly draft: DraftBatch;
  readonly onClose: () => void;
}

/** What the button does next. */
const NEXT = { notRun: "check", running: "checking", checked: "send", unreachable: "sendUnchecked", refused: "check" } as const;

const isSendable = (dryRun: DryRun): dryRun is Sendable => "base" in dryRun;

/** An event from its form, through the dry run, into the outbox. */
export const EventDialog = ({ draft, onClose }: DialogProps) => {
  const context = useConsole();
  const { messages, meeting, key, clock } = context;
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const findings = useRef<HTMLElement>(null);
  const needsInput = listFields(draft, meeting).some(({ isRequired }) => isRequired);
  const [dryRun, setDryRun] = useState<DryRun>({ kind: needsInput ? "notRun" : "running" });

  /** Which state of the form is looked at: what was found of an earlier one is not of this one. */
  const asked = useRef(0);
  const show = (next: DryRun): void => {
    asked.current += 1;
    setDryRun(next);
  };
  const [weighing, setWeighing] = useState(UNDECIDED);
  const check = async (weighed: Decisions, previous?: DryRun): Promise<void> => {
    if (!form.current || !key) return;
    show({ kind: "running", ...(previous && { previous }) });
    const present = asked.current;
    const found = await runDryRun({ draft, form: new FormData(form.current), weighing: weighed }, context);
    if (asked.current !== present) return;
    show(found);
    findings.current?.focus();
  };
  const submit = (): void => {
    if (!form.current) return;
    if (!isSendable(dryRun)) return void check(weighing);
    enqueueDraft({ draft, form: new FormData(form.current), weighing }, context, dryRun);
    onClose();
  };

  const weigh = (next: Decisions): void => {
    setWeighing(next);
    void check(next, dryRun.kind === "running" ? dryRun.previous : dryRun);
  };

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    setWeighing(UNDECIDED);
    if (needsInput || !key) show({ kind: "notRun" });
    else void check(UNDECIDED);
  }, [draft]);

  return (
    <dialog ref={dialog} aria-labelledby="draft-title" onClose={onClose}>
      <form
        ref={form}
        method="dialog"
        onInput={() => show({ kind: "notRun" })}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h2 id="draft-title">{draft.title}</h2>
        {key ? null : <p class="caution">{messages.steps.needsKey}</p>}
        <EventForm key={draft.title} draft={draft} errors={describeFieldErrors(dryRun, messages)} />
        <details open={draft.happened !== undefined}>
          <summary>{messages.steps.happenedAt}</summary>
          <div class="field">
            <label for="field-happened">{messages.steps.happenedAt}</label>
            <input
              id="field-happened"
              name="happened"
              type="datetime-local"
              defaultValue={draft.happened === undefined ? "" : formatLocalTime(Date.parse(draft.happened), meeting.record.timezone)}
              max={formatLocalTime(clock.now(), meeting.record.timezone)}
              aria-describedby="hint-happened"
            />
            <p class="hint" id="hint-happened">
              {interpolate(messages.steps.happenedNow, { zone: meeting.record.timezone })}
            </p>
          </div>
          <PublicWords name="note" error={describeFieldErrors(dryRun, messages).get("note")} />
        </details>
        <section class="findings" ref={findings} tabIndex={-1} aria-live="polite" aria-label={messages.steps.whatWouldChange}>
          <DryRunFindings dryRun={dryRun} draft={draft} weighing={weighing} onWeigh={weigh} />
        </section>
        <div class="bar">
          <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
            {messages.steps.back}
          </button>
          <button type="submit" class="go" disabled={!key || dryRun.kind === "running" || isToBeDecided(dryRun)}>
            {messages.steps[isToBeDecided(dryRun) ? "send" : NEXT[dryRun.kind]]}
          </button>
        </div>
      </form>
    </dialog>
  );
};
