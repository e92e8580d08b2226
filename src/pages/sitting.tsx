import { formatChange } from "../i18n/change-text.ts";
import { describeParticulars } from "../i18n/entry-text.ts";
import { isDeepEqual } from "../meeting/deep-equal.ts";
import type { Text } from "../meeting/text.ts";
import { SittingItems, type ItemStatuses } from "./item-list.tsx";
import type { PageContext } from "./page-context.ts";
import { formatSittingAddress, OwnNames, Place, SittingLinks, SittingTag, Symbols, Times } from "./sitting-parts.tsx";
import type { Sitting } from "./sittings.ts";

interface SittingProps {
  readonly sitting: Sitting;
  /** Where the meeting is: said of a sitting only if it is elsewhere. */
  readonly place: Text;
  readonly statuses: ItemStatuses;
  readonly context: PageContext;
}

/** One plenary slot of the programme. */
export const SittingSection = ({ sitting, place, statuses, context }: SittingProps) => {
  const { number, entry, status } = sitting;
  const { messages } = context;
  const name = messages.dates.slotName(entry.start, entry.part);
  const { webcast, participation, label, title, ...rest } = entry;
  return (
    <article class={`slot ${status}`} id={`slot-${number}`} data-status={status} data-date={messages.dates.day(entry.start)}>
      <div class="when">
        <h4>
          <a href={formatSittingAddress(sitting, context)}>{name}</a>
        </h4>
        <p>
          <Times entry={entry} context={context} />
        </p>
        <SittingTag sitting={sitting} context={context} />
      </div>
      <div class="what">
        {entry.changes.toReversed().map((change) => (
          <p class="change">{formatChange(change, entry.timezone, messages)}</p>
        ))}
        <OwnNames names={{ label, title }} context={context} />
        {describeParticulars(rest, messages).map((text) => (
          <p class="soft">{text}</p>
        ))}
        <SittingItems sitting={sitting} statuses={statuses} context={context} />
        {!isDeepEqual(entry.location, place) && <Place entry={entry} context={context} />}
        <SittingLinks links={{ webcast, participation }} name={name} context={context} />
        <div class="foot">
          {[entry, ...(entry.joint?.bodies ?? [])].map(({ body, documents }) => (
            <Symbols body={body} documents={documents} context={context} />
          ))}
        </div>
      </div>
    </article>
  );
};
