import { getDate } from "../meeting/local-time.ts";
import { formatChange } from "../i18n/change-text.ts";
import { SittingItems, type ItemStatuses } from "./item-list.tsx";
import type { PageContext } from "./page-context.ts";
import { formatSittingAddress, Kind, OwnNames, Place, Suspended, Times } from "./sitting-parts.tsx";
import { findEndInstant, formatInstant, type Sitting } from "./sittings.ts";

interface SittingSummaryProps {
  readonly sitting: Sitting;
  readonly statuses: ItemStatuses;
  readonly context: PageContext;
  /** Its place among those that are shown with it. */
  readonly position: number;
  /** How many of its items are shown where there is little room. */
  readonly itemCount: number;
  /** Of one that nobody reported on: whether it is planned beside one that is on. */
  readonly isParallel?: boolean;
  readonly hidden?: boolean;
}

/** A sitting that is on or next, with what a clock must know of it. */
export const SittingSummary = ({ sitting, statuses, context, position, itemCount, isParallel, hidden }: SittingSummaryProps) => {
  const { entry, status, until } = sitting;
  const { messages } = context;
  const address = formatSittingAddress(sitting, context);
  return (
    <li
      class="present"
      data-start={formatInstant(entry.start, entry.timezone)}
      data-end={findEndInstant(entry)}
      data-position={String(position)}
      data-day={getDate(entry.start)}
      data-planned={isParallel === undefined ? undefined : isParallel ? "parallel" : "alone"}
      hidden={hidden}
    >
      <p class="which">
        <a href={address}>
          <span class="name">{messages.dates.slotName(entry.start, entry.part)}</span>{" "}
          <span class="date">{messages.dates.day(entry.start)}</span> <Times entry={entry} context={context} />
        </a>
      </p>
      <OwnNames names={entry} context={context} />
      <Kind entry={entry} context={context} />
      <Place entry={entry} context={context} />
      {entry.changes
        .filter(({ type }) => type === "slot.delayed")
        .map((change) => (
          <p class="change">{formatChange(change, entry.timezone, messages)}</p>
        ))}
      {status === "suspended" && (
        <p>
          <Suspended until={until} context={context} />
        </p>
      )}
      <SittingItems sitting={sitting} statuses={statuses} context={context} short={{ count: itemCount, all: address }} />
    </li>
  );
};
