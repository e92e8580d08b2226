import { useState } from "preact/hooks";
import type { ReadAgenda } from "./agenda-reader.ts";
import { AgendaForm } from "./agenda-form.tsx";
import { AgendaPreview } from "./agenda-preview.tsx";
import { draftEvents } from "./draft-events.ts";
import { useConsole } from "../context.ts";

/** Takes a new agenda in by pasted text: shows what was understood, asks for what is missing, sends it like anything else. */
export const AgendaPane = () => {
  const { messages, meeting, startDraft } = useConsole();
  const { record } = meeting;
  const [read, setRead] = useState<ReadAgenda>();
  return (
    <details class="wide">
      <summary>
        <h2>{messages.agenda.title}</h2>
      </summary>
      <AgendaForm
        messages={messages}
        known={{ timezone: record.timezone, id: record.id }}
        isIncomplete={read !== undefined && read.missing.length > 0}
        onRead={(pasted, supplied, readAgenda) => setRead(readAgenda(pasted, supplied, record.body, meeting))}
      />
      <div aria-live="polite">
        {read && (
          <AgendaPreview read={read} messages={messages}>
            {draftEvents(read, meeting, messages).map((option) => (
              <button type="button" class="go" onClick={() => startDraft(option)}>
                {option.title}
              </button>
            ))}
          </AgendaPreview>
        )}
      </div>
    </details>
  );
};
