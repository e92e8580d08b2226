import type { MilestoneType } from "../../machines/meeting/milestones.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { getItemStatus, getMeetingStatus, type MeetingStatus } from "../../machines/meeting/statuses.ts";
import { numberItems } from "../meeting/numbered-items.ts";
import { formatStep } from "../i18n/change-text.ts";
import { Items, type ItemStatuses } from "./item-list.tsx";
import type { PageContext } from "./page-context.ts";
import { findPresentSittings } from "./present-sittings.ts";
import { SittingSummary } from "./sitting-summary.tsx";
import { formatInstant, type Sitting } from "./sittings.ts";

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

interface NowAndNextProps {
  readonly state: MeetingState;
  readonly sittings: readonly Sitting[];
  readonly statuses: ItemStatuses;
  /** At the meeting's place. */
  readonly today: string;
  readonly context: PageContext;
  /** How many items of a sitting are shown where there is little room. */
  readonly itemCount?: number;
}

/** What was reported to be on now, and what is next by the programme; scripts tell by the clock what of that is on as planned. */
export const NowAndNext = ({ state, sittings, statuses, today, context, itemCount = 3 }: NowAndNextProps) => {
  const { page, messages } = context;
  const { record } = state;
  const status = getMeetingStatus(state.agenda);
  const { open, coming } = findPresentSittings(state, sittings, today);
  const alone = status === "closed" ? [] : listItemsAlone(state, open);
  const isIdle = open.length === 0 && alone.length === 0;
  const brought = state.milestones.findLast(({ type }) => type === BROUGHT_BY[status]);
  const parts = { statuses, context };
  const first = sittings.find((sitting) => sitting.status !== "cancelled")?.entry;
  return (
    <section
      class={`moment ${isIdle ? status : "opened"}`}
      data-zone={record.timezone}
      data-opens={first && formatInstant(first.start, first.timezone)}
      data-closes={record.closesOn}
      data-today={today}
    >
      <div class="now">
        <h2>{page.now}</h2>
        <ul class="columns">
          {open.map((sitting, at) => (
            <SittingSummary sitting={sitting} position={at} itemCount={itemCount} {...parts} />
          ))}
        </ul>
        {alone.length > 0 && <Items body={record.body.id} meeting={record.id} items={alone} {...parts} />}
        {isIdle && (
          <div class="idle">
            <p class="which" data-begun={status === "announced" ? page.meetingStatus.opened : undefined}>
              {page.meetingStatus[status]}
            </p>
            {status === "postponed" && <p>{messages.postponed}</p>}
            {brought && <p class="soft">{formatStep(brought, record.timezone, messages)}</p>}
          </div>
        )}
      </div>
      {coming.length > 0 && (
        <div class="next">
          <h2>{page.next}</h2>
          <ul class="columns">
            {coming.map(({ sitting, isParallel }, at) => (
              <SittingSummary
                sitting={sitting}
                position={open.length + at}
                itemCount={itemCount}
                isParallel={isParallel}
                hidden={sitting.entry.start !== coming[0]?.sitting.entry.start}
                {...parts}
              />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
};
