import type { MilestoneType } from "../../machines/meeting/milestones.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import {
  getAgendaStatus,
  getItemStatus,
  getLifecycle,
  getMeetingStatus,
  LIFECYCLE,
  listReached,
  REACHED_BY,
  type AgendaValue,
  type ItemStatus,
  type Lifecycle,
  type MeetingStatus,
} from "../../machines/meeting/statuses.ts";
import { getDate, formatLocalTime } from "../meeting/local-time.ts";
import { numberItems } from "../meeting/numbered-items.ts";
import { formatChange, formatStep } from "../i18n/change-text.ts";
import { Items, SittingItems } from "./item-list.tsx";
import { formatSittingAddress, OwnNames, Suspended, Times } from "./sitting-parts.tsx";
import { findNowAndNext, type Sitting } from "./sittings.ts";
import type { PageContext } from "./page-context.ts";

interface NowAndNextProps {
  readonly state: MeetingState;
  readonly sittings: readonly Sitting[];
  readonly statuses: ReadonlyMap<string, ItemStatus>;
  readonly context: PageContext;
}

interface SittingSummaryProps {
  readonly sitting: Sitting;
  readonly statuses: ReadonlyMap<string, ItemStatus>;
  readonly context: PageContext;
}

const SittingSummary = ({ sitting, statuses, context }: SittingSummaryProps) => {
  const { entry } = sitting;
  return (
    <>
      <p class="which">
        <a href={formatSittingAddress(sitting, context)}>{context.messages.dates.slotName(entry.start, entry.part)}</a>{" "}
        <span class="date">{context.messages.dates.day(entry.start)}</span> <Times entry={entry} context={context} />
      </p>
      <OwnNames names={entry} context={context} />
      {entry.changes
        .filter(({ type }) => type === "slot.delayed")
        .map((change) => (
          <p class="change">{formatChange(change, entry.timezone, context.messages)}</p>
        ))}
      <SittingItems sitting={sitting} statuses={statuses} context={context} />
    </>
  );
};

/** Items that are being considered in no sitting that is open: not every secretariat reports sittings. */
const listItemsAlone = ({ record, items }: MeetingState, now: readonly Sitting[]) => {
  const placed = new Set(now.flatMap(({ items: own }) => own.map(({ number, id = number }) => id)));
  const considered = new Set(items.filter(({ value }) => getItemStatus(value) === "underConsideration").map(({ id }) => id));
  return numberItems(record.agenda.items)
    .filter(({ id }) => considered.has(id) && !placed.has(id))
    .map(({ number, id, item }) => ({ number, id, title: item.title, continued: false }));
};

/** By which milestone a meeting that is not under way came to be so. */
const BROUGHT_BY: Record<MeetingStatus, MilestoneType | undefined> = {
  announced: undefined,
  opened: undefined,
  suspended: "meeting.suspended",
  postponed: "meeting.postponed",
  cancelled: "meeting.cancelled",
  withdrawn: "meeting.withdrawn",
  closed: "meeting.closed",
};

/** What is on now, and what is next. */
export const NowAndNext = ({ state, sittings, statuses, context }: NowAndNextProps) => {
  const { page, messages } = context;
  const status = getMeetingStatus(state.agenda);
  const { now, next } = findNowAndNext(state, sittings);
  const alone = listItemsAlone(state, now);
  const isIdle = now.length === 0 && alone.length === 0;
  const brought = state.milestones.findLast(({ type }) => type === BROUGHT_BY[status]);
  return (
    <section class={`moment ${isIdle ? status : "opened"}`} data-zone={state.record.timezone} data-closes={state.record.closesOn}>
      <div class="now">
        <h2>{page.now}</h2>
        {now.map((sitting) => (
          <>
            <SittingSummary sitting={sitting} statuses={statuses} context={context} />
            {sitting.status === "suspended" && <Suspended until={sitting.until} context={context} />}
          </>
        ))}
        {alone.length > 0 && (
          <Items body={state.record.body.id} meeting={state.record.id} items={alone} statuses={statuses} context={context} />
        )}
        {isIdle && <p class="which idle">{page.meetingStatus[status]}</p>}
        {isIdle && status === "postponed" && <p>{messages.postponed}</p>}
        {isIdle && brought && <p class="soft">{formatStep(brought, state.record.timezone, messages)}</p>}
      </div>
      {next && (
        <div class="next">
          <h2>{page.next}</h2>
          <SittingSummary sitting={next} statuses={statuses} context={context} />
        </div>
      )}
    </section>
  );
};

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

/** The four states, the present one marked, each with its date as far as it is known. */
export const LifecycleSteps = ({ state: { record, agenda, milestones }, context }: Pick<NowAndNextProps, "state" | "context">) => {
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
