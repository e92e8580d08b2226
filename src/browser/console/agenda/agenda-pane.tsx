import { interpolate } from "../../../meeting/interpolate.ts";
import { chooseText } from "../../../meeting/text.ts";
import { useConsole } from "../context.ts";
import { AgendaForm } from "./agenda-form.tsx";
import { AgendaPreview } from "./agenda-preview.tsx";
import type { ReadAgenda } from "./agenda-reader.ts";
import { draftEvents } from "./draft-events.ts";
import { useReading } from "./use-reading.ts";

interface TargetProps {
  readonly read: ReadAgenda;
  readonly onChoose: (id: string) => void;
}

/** Which meeting a document is taken to be of: that in view, or a new one; and the way to say that it is otherwise. */
const Target = ({ read: { draft }, onChoose }: TargetProps) => {
  const { meeting, messages } = useConsole();
  const { editing: say, own } = messages;
  const { record: known } = meeting;
  const isNew = draft.id !== known.id;
  const title = draft.title === undefined ? "–" : chooseText(draft.title, own.language);
  return (
    <div class="editable target">
      <p>
        <strong>{isNew ? interpolate(say.asNew, { id: draft.id ?? "–", title }) : say.asKnown}</strong>
      </p>
      <button type="button" class="quiet" onClick={() => onChoose(isNew ? known.id : `${known.id}-2`)}>
        {isNew ? say.isKnown : say.isNew}
      </button>
    </div>
  );
};

/** Takes a new agenda in: shows what was understood, lets it be mended, asks for what is missing, sends it like anything else. */
export const AgendaPane = () => {
  const { messages, meeting, startDraft } = useConsole();
  const { record } = meeting;
  const { read, take, forget, supply, edit, undo } = useReading(record.body, meeting);
  return (
    <details class="wide">
      <summary>
        <h2>{messages.agenda.title}</h2>
      </summary>
      <AgendaForm
        messages={messages}
        known={{ timezone: record.timezone }}
        isIncomplete={read !== undefined && read.missing.length > 0}
        onRead={take}
        onUnread={forget}
      />
      <div aria-live="polite">
        {read && (
          <>
            <Target read={read} onChoose={(id) => supply({ id })} />
            <AgendaPreview read={read} messages={messages} onEdit={edit} onUndo={undo}>
              {draftEvents(read, meeting, messages).map((option) => (
                <button type="button" class="go" onClick={() => startDraft(option)}>
                  {option.title}
                </button>
              ))}
            </AgendaPreview>
          </>
        )}
      </div>
    </details>
  );
};
