import { useConsole } from "../context.ts";
import { listQuickActions } from "./quick-actions.ts";

/** The buttons of a busy secretary; one that is not possible now says why. */
export const QuickActions = () => {
  const { meeting, messages, startDraft } = useConsole();
  return (
    <ul class="actions">
      {listQuickActions(meeting, messages).map(({ label, draft, reason }, at) => (
        <li>
          <button
            type="button"
            disabled={reason !== undefined}
            aria-describedby={reason === undefined ? undefined : `why-${at}`}
            onClick={() => startDraft(draft)}
          >
            {label}
          </button>
          {reason !== undefined && (
            <p class="hint" id={`why-${at}`}>
              {reason}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
};

/** Sent from elsewhere in the console. */
const ELSEWHERE = new Set(["agenda.revised", "event.withdrawn", "event.redacted"]);

/** Exactly what is possible now. */
export const MoreActions = () => {
  const { meeting, messages, startDraft } = useConsole();
  return (
    <details>
      <summary>
        <h2>{messages.more}</h2>
      </summary>
      <p class="soft">{messages.moreHint}</p>
      <ul class="actions small">
        {meeting.next.flatMap(({ type }) =>
          ELSEWHERE.has(type) || !isMeetingEvent(type, messages.events)
            ? []
            : [
                <li key={type}>
                  <button type="button" onClick={() => startDraft({ title: messages.events[type], events: [{ type }] })}>
                    {messages.events[type]}
                  </button>
                </li>,
              ],
        )}
      </ul>
    </details>
  );
};

const isMeetingEvent = <Name extends string>(type: string, names: Readonly<Record<Name, string>>): type is Name =>
  Object.hasOwn(names, type);
