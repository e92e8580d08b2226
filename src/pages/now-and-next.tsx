import { lifecycleOf, LIFECYCLE, meetingStatusOf, type AgendaStep, type Lifecycle, type MeetingStatus } from "../../machines/agenda.ts";
import { itemStatusOf, type ItemStatus } from "../../machines/item.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { getDate, formatLocalTime } from "../meeting/local-time.ts";
import { numberItems } from "../meeting/numbered-items.ts";
import { formatStep } from "../i18n/entry-text.ts";
import { Items, Times } from "./sitting.tsx";
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

const SittingSummary = ({ sitting: { number, entry }, statuses, context }: SittingSummaryProps) => (
  <>
    <p class="which">
      <a href={`#slot-${number}`}>{context.messages.dates.slotName(entry.start)}</a>{" "}
      <span class="date">{context.messages.dates.day(entry.start)}</span> <Times entry={entry} context={context} />
    </p>
    <Items items={entry.items} statuses={statuses} context={context} />
  </>
);

/** Items that are being considered in no sitting that is open: not every secretariat reports sittings. */
const listItemsAlone = ({ record, items }: MeetingState, now: readonly Sitting[]) => {
  const placed = new Set(now.flatMap(({ entry }) => entry.items.map(({ number }) => number)));
  const considered = new Set(items.filter(({ value }) => itemStatusOf(value) === "underConsideration").map(({ number }) => number));
  return numberItems(record.agenda.items)
    .filter(({ number }) => considered.has(number) && !placed.has(number))
    .map(({ number, item }) => ({ number, title: item.title, continued: false }));
};

/** By which step a meeting that is not under way came to be so. */
const BROUGHT_BY: Record<MeetingStatus, AgendaStep | undefined> = {
  announced: undefined,
  opened: undefined,
  suspended: "meeting.suspended",
  postponed: "meeting.postponed",
  cancelled: "meeting.cancelled",
  closed: "meeting.closed",
};

/** What is on now, and what is next. */
export const NowAndNext = ({ state, sittings, statuses, context }: NowAndNextProps) => {
  const { page, messages } = context;
  const status = meetingStatusOf(state.agenda);
  const { now, next } = findNowAndNext(state, sittings);
  const alone = listItemsAlone(state, now);
  const isIdle = now.length === 0 && alone.length === 0;
  const brought = state.steps.findLast(({ type }) => type === BROUGHT_BY[status]);
  return (
    <section class={`moment ${isIdle ? status : "opened"}`} data-zone={state.record.timezone} data-closes={state.record.closesOn}>
      <div class="now">
        <h2>{page.now}</h2>
        {now.map((sitting) => (
          <>
            <SittingSummary sitting={sitting} statuses={statuses} context={context} />
            {sitting.status === "suspended" && <span class="tag suspended">{page.slotStatus.suspended}</span>}
          </>
        ))}
        {alone.length > 0 && <Items items={alone} statuses={statuses} context={context} />}
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

/** By which step each state of the lifecycle was reached. */
const REACHED_BY: Record<Lifecycle, AgendaStep | undefined> = {
  provisional: undefined,
  adopted: "agenda.adopted",
  "in session": "meeting.opened",
  "report adopted": "report.adopted",
};

/** The four states, the present one marked, each with its date as far as it is known. */
export const LifecycleSteps = ({ state: { record, agenda, steps }, context }: Pick<NowAndNextProps, "state" | "context">) => {
  const { messages, page } = context;
  const present = lifecycleOf(agenda);
  const dateOfState = (state: Lifecycle): string | undefined => {
    const reached = steps.findLast(({ type }) => type === REACHED_BY[state]);
    if (reached) return getDate(formatLocalTime(Date.parse(reached.timestamp), record.timezone));
    return state === "provisional" ? record.agenda.issuedOn : undefined;
  };
  return (
    <ol class="lifecycle" aria-label={page.lifecycle}>
      {LIFECYCLE.map((state, at) => {
        const date = dateOfState(state);
        const isPast = at < LIFECYCLE.indexOf(present);
        return (
          <li class={isPast ? "done" : undefined} aria-current={state === present ? "step" : undefined}>
            <span>{messages.lifecycle[state]}</span>
            {date !== undefined && <time datetime={date}>{messages.dates.day(date)}</time>}
          </li>
        );
      })}
    </ol>
  );
};
