import { EVENT_GROUPS, type EventGroup } from "../../../meeting/event-groups.ts";
import type { MeetingEventType } from "../messages/event-messages.ts";
import { useConsole } from "../context.ts";

/** Sent from elsewhere in the console. */
const ELSEWHERE = new Set(["agenda.revised", "event.withdrawn", "event.redacted"]);

/** Of no meeting in view: always possible. */
const LISTING: MeetingEventType = "meeting.listed";

/** What may be sent now of one group, under its name. */
const EventGroupActions = ({ group }: { readonly group: EventGroup }) => {
  const { meeting, messages, startDraft } = useConsole();
  const next = meeting.next.flatMap(({ type, group: of }) =>
    of === group && !ELSEWHERE.has(type) && isMeetingEvent(type, messages.events) ? [type] : [],
  );
  const types: readonly MeetingEventType[] = group === "meeting" ? [...next, LISTING] : next;
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
