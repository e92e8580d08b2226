import { useEffect, useRef } from "preact/hooks";
import { interpolate } from "../../../meeting/interpolate.ts";
import { formatLocalTime } from "../../../meeting/local-time.ts";
import { useConsole } from "../context.ts";
import { canGiveReason, type DraftBatch } from "./draft-event.ts";
import { isToBeDecided, type DryRun, type Sendable } from "./dry-run.ts";
import { enqueueDraft } from "./enqueue.ts";
import { describeFieldErrors, type FieldErrors } from "./describe-field-errors.ts";
import { EventForm } from "./event-form.tsx";
import { PublicWords } from "./fieldsets.tsx";
import { DryRunFindings } from "./findings.tsx";
import { hasSheet } from "./sheets.ts";
import { prepareEvents } from "../drafts/prepare-events.ts";
import { SettledOrders } from "../drafts/settled-orders.tsx";
import { useDryRun } from "./use-dry-run.ts";

interface DialogProps {
  readonly draft: DraftBatch;
  readonly onClose: () => void;
}

const isSendable = (dryRun: DryRun | undefined): dryRun is Sendable => dryRun !== undefined && "base" in dryRun;

/** When it happened, if not now, and a note: of any event; and why, in words of one's own. */
const WhenAndNote = ({ draft, errors }: { readonly draft: DraftBatch; readonly errors: FieldErrors }) => {
  const { messages, meeting, clock } = useConsole();
  const { timezone } = meeting.record;
  return (
    <details open={draft.happened !== undefined || errors.has("reason") || errors.has("note")}>
      <summary>{messages.steps.happenedAt}</summary>
      <div class="field">
        <label for="field-happened">{messages.steps.happenedAt}</label>
        <input
          id="field-happened"
          name="happened"
          type="datetime-local"
          defaultValue={draft.happened === undefined ? "" : formatLocalTime(Date.parse(draft.happened), timezone)}
          max={formatLocalTime(clock.now(), timezone)}
          aria-describedby="hint-happened"
        />
        <p class="hint" id="hint-happened">
          {interpolate(messages.steps.happenedNow, { zone: timezone })}
        </p>
      </div>
      {canGiveReason(draft, meeting) && <PublicWords name="reason" error={errors.get("reason")} />}
      <PublicWords name="note" error={errors.get("note")} />
    </details>
  );
};

/** An event from its form into the outbox; with a sheet that names its effect, where it can't be undone by a tap. */
export const EventDialog = ({ draft, onClose }: DialogProps) => {
  const context = useConsole();
  const { messages, key, drafts } = context;
  const { steps, events } = messages;
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const findings = useRef<HTMLElement>(null);
  const { dryRun, weighing, change, weigh, check } = useDryRun(draft, form);
  const isSheet = draft.events.some(({ type }) => hasSheet(type));
  const errors = describeFieldErrors(dryRun, messages);
  const [last] = draft.events.slice(-1);
  const order = draft.events.length === 1 && last ? events[last.type] : steps.send;

  /** Puts it aside as its form has it now, to be sent later, or by a colleague. */
  const putAside = (): void => {
    if (!form.current?.reportValidity()) return;
    drafts.change([...drafts.events, ...prepareEvents({ draft, form: new FormData(form.current), weighing }, context)]);
    dialog.current?.close();
  };
  const submit = async (): Promise<void> => {
    const found = isSendable(dryRun) ? dryRun : await check();
    if (!form.current) return;
    // What a sheet is there to say must have been in view.
    if (isSendable(found) && (found === dryRun || !isSheet)) {
      enqueueDraft({ draft, form: new FormData(form.current), weighing }, context, found);
      // What was put aside here is sent.
      if (draft.events === drafts.events) drafts.change([]);
      dialog.current?.close();
    } else findings.current?.focus();
  };
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, [draft]);

  return (
    <dialog ref={dialog} aria-labelledby="draft-title" onClose={onClose}>
      <form
        ref={form}
        method="dialog"
        onInput={change}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h2 id="draft-title">{draft.title}</h2>
        {key ? null : <p class="caution">{steps.needsKey}</p>}
        {draft.isSettled && <SettledOrders draft={draft} />}
        <EventForm key={draft.title} draft={draft} errors={errors} />
        <WhenAndNote draft={draft} errors={errors} />
        <section class="findings" ref={findings} tabIndex={-1} aria-live="polite" aria-label={steps.whatWouldChange}>
          <DryRunFindings dryRun={dryRun} draft={draft} weighing={weighing} onWeigh={weigh} />
          {isSheet && isSendable(dryRun) && <p class="soft">{steps.effect}</p>}
        </section>
        <div class="bar">
          <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
            {steps.back}
          </button>
          {drafts.isPreparing ? (
            <button type="button" class="go" onClick={putAside}>
              {messages.drafts.putAside}
            </button>
          ) : (
            <button type="submit" class="go" disabled={!key || dryRun.kind === "running" || isToBeDecided(dryRun)}>
              {dryRun.kind === "refused" && !isToBeDecided(dryRun) ? steps.checkAgain : order}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
};
