import { useDesk } from "../context.ts";
import { quickActions } from "./quick-actions.ts";

/** The buttons of a busy secretary; one that is not possible now says why. */
export const QuickActions = () => {
  const { meeting, words, propose } = useDesk();
  return (
    <ul class="actions">
      {quickActions(meeting, words).map(({ label, proposal, why }, at) => (
        <li>
          <button
            type="button"
            disabled={why !== undefined}
            aria-describedby={why === undefined ? undefined : `why-${at}`}
            onClick={() => propose(proposal)}
          >
            {label}
          </button>
          {why !== undefined && (
            <p class="hint" id={`why-${at}`}>
              {why}
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
  const { meeting, words, propose } = useDesk();
  return (
    <details>
      <summary>
        <h2>{words.more}</h2>
      </summary>
      <p class="soft">{words.moreHint}</p>
      <ul class="actions small">
        {meeting.next.flatMap(({ type }) =>
          ELSEWHERE.has(type) || !isMeetingEvent(type, words.events)
            ? []
            : [
                <li key={type}>
                  <button type="button" onClick={() => propose({ title: words.events[type], parts: [{ type }] })}>
                    {words.events[type]}
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
