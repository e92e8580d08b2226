import { EVENT_GROUPS, type EventGroup } from "../../../meeting/event-groups.ts";
import { useConsole } from "../context.ts";

/** Sent from elsewhere in the console. */
const ELSEWHERE = new Set(["agenda.revised", "event.withdrawn", "event.redacted"]);

/** What may be sent now of one group, under its name. */
const EventGroupActions = ({ group }: { readonly group: EventGroup }) => {
  const { meeting, messages, startDraft } = useConsole();
  const types = meeting.next.flatMap((next) =>
    next.group === group && !ELSEWHERE.has(next.type) && isMeetingEvent(next.type, messages.events) ? [next.type] : [],
  );
  if (types.length === 0) return null;
  return (
    <>
      <h3>{messages.groups[group]}</h3>
      <ul class="actions small">
        {types.map((type) => (
          <li key={type}>
            <button type="button" onClick={() => startDraft({ title: messages.events[type], events: [{ type }], isAsked: true })}>
              {messages.events[type]}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Exactly what is possible now. */
export const MoreActions = () => {
  const { messages } = useConsole();
  return (
    <details>
      <summary>
        <h2>{messages.more}</h2>
      </summary>
      <p class="soft">{messages.moreHint}</p>
      {EVENT_GROUPS.map((group) => (
        <EventGroupActions group={group} />
      ))}
    </details>
  );
};

const isMeetingEvent = <Name extends string>(type: string, names: Readonly<Record<Name, string>>): type is Name =>
  Object.hasOwn(names, type);
