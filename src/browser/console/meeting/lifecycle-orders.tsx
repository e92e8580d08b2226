import { useConsole } from "../context.ts";
import { isFirstTap } from "../first-tap.ts";
import type { MeetingEventType } from "../messages/event-messages.ts";

/** The steps of a meeting, in their order. */
const STEPS: readonly MeetingEventType[] = ["meeting.opened", "agenda.adopted", "report.adopted", "meeting.closed"];

/** The next steps of the meeting itself; what is done already, or can't be yet, is not offered. */
export const LifecycleOrders = () => {
  const { meeting, messages, startDraft } = useConsole();
  const { events } = messages;
  const types = STEPS.filter((type) => meeting.next.some((next) => next.type === type));
  if (types.length === 0) return <p class="soft">{messages.refusals[meeting.refusal]}</p>;
  return (
    <div class="orders steps">
      {types.map((type) => (
        <button key={type} type="button" onClick={(event) => isFirstTap(event) && startDraft({ title: events[type], events: [{ type }] })}>
          {type === "meeting.opened" ? events[type] : `${events[type]}…`}
        </button>
      ))}
    </div>
  );
};
