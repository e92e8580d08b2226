import { useMemo, useState } from "preact/hooks";
import { formatMeetingPath } from "../../calendar/addresses.ts";
import { localizePath } from "../../i18n/paths.ts";
import type { BodyRecord, MeetingRecord } from "../../meeting/record.ts";
import { createWebhookId } from "../../standard-webhooks/client.ts";
import { AgendaForm } from "../console/agenda/agenda-form.tsx";
import { AgendaPreview } from "../console/agenda/agenda-preview.tsx";
import { useReading } from "../console/agenda/use-reading.ts";
import type { ConsoleKey } from "../console/key/key.ts";
import type { ConsoleMessages } from "../console/messages/messages.ts";
import { createSend } from "../console/send.ts";
import type { Clock } from "../console/server-clock.ts";
import { describeFault } from "./describe-fault.ts";
import type { SetupFault } from "./set-up-body.ts";

interface FirstMeetingProps {
  readonly record: BodyRecord;
  readonly held: ConsoleKey;
  readonly messages: ConsoleMessages;
  readonly clock: Clock;
}

/** Announces the first meeting of a body from its agenda, and goes on to the console. */
export const FirstMeeting = ({ record: body, held, messages, clock }: FirstMeetingProps) => {
  const { read, take, forget, edit, undo } = useReading(body);
  const [fault, setFault] = useState<SetupFault>();
  const send = useMemo(() => createSend(body.id, held, clock), [body, held, clock]);
  const announce = async (record: MeetingRecord): Promise<void> => {
    const sent = await send(createWebhookId(), (now) => ({
      type: "meeting.announced",
      timestamp: new Date(now).toISOString(),
      data: { body: body.id, meeting: record.id, record },
    }));
    if (sent.ok) location.assign(localizePath(messages.own.language, `${formatMeetingPath(body.id, record.id)}/console`));
    else setFault(sent.error);
  };
  return (
    <>
      <AgendaForm
        messages={messages}
        known={read?.draft.id === undefined ? {} : { id: read.draft.id }}
        isIncomplete={read !== undefined && read.missing.length > 0}
        onRead={(...given) => {
          setFault(undefined);
          take(...given);
        }}
        onUnread={forget}
      />
      <div aria-live="polite">
        {read && (
          <AgendaPreview read={read} messages={messages} onEdit={edit} onUndo={undo}>
            {read.record && (
              <button type="button" class="go" onClick={() => read.record && void announce(read.record)}>
                {messages.setup.announce}
              </button>
            )}
          </AgendaPreview>
        )}
        {fault !== undefined && (
          <p class="wrong" role="alert">
            {describeFault(fault, messages)}
          </p>
        )}
      </div>
    </>
  );
};
