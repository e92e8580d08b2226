import type { MeetingState } from "../../machines/meeting/state.ts";
import {
  getAgendaStatus,
  getLifecycle,
  getMeetingStatus,
  LIFECYCLE,
  listReached,
  REACHED_BY,
  type AgendaValue,
  type Lifecycle,
  type MeetingStatus,
} from "../../machines/meeting/statuses.ts";
import { getDate, formatLocalTime } from "../meeting/local-time.ts";
import type { PageContext } from "./page-context.ts";

const OFF: ReadonlySet<MeetingStatus> = new Set(["closed", "cancelled", "postponed", "withdrawn"]);

/** Where a meeting stands, in few words: for lists and the hall's wall. */
export const WhereItStands = ({ agenda, context: { messages, page } }: { readonly agenda: AgendaValue; readonly context: PageContext }) => {
  const status = getMeetingStatus(agenda);
  const lifecycle = getLifecycle(agenda);
  if (OFF.has(status)) return <>{page.meetingStatus[status]}</>;
  return (
    <>
      {lifecycle === "in session" && getAgendaStatus(agenda) === "provisional" ? page.onProvisionalAgenda : messages.lifecycle[lifecycle]}
    </>
  );
};

interface LifecycleStepsProps {
  readonly state: MeetingState;
  readonly context: PageContext;
}

/** The four states, the present one marked, each with its date as far as it is known. */
export const LifecycleSteps = ({ state: { record, agenda, milestones }, context }: LifecycleStepsProps) => {
  const { messages, page } = context;
  const present = getLifecycle(agenda);
  const reached = new Set(listReached(present, milestones));
  const findDate = (state: Lifecycle): string | undefined => {
    if (!reached.has(state)) return undefined;
    const milestone = milestones.findLast(({ type }) => type === REACHED_BY[state]);
    if (milestone) return getDate(formatLocalTime(Date.parse(milestone.timestamp), record.timezone));
    return state === "provisional" ? record.agenda.issuedOn : undefined;
  };
  return (
    <ol class="lifecycle" aria-label={page.lifecycle}>
      {LIFECYCLE.map((state) => {
        const date = findDate(state);
        return (
          <li class={reached.has(state) && state !== present ? "done" : undefined} aria-current={state === present ? "step" : undefined}>
            <span>{messages.lifecycle[state]}</span>
            {date !== undefined && <time datetime={date}>{messages.dates.day(date)}</time>}
          </li>
        );
      })}
    </ol>
  );
};
