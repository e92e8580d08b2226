import type { CalendarEntry } from "../calendar/entry.ts";
import { formatChange } from "../i18n/change-text.ts";
import { describeParticulars } from "../i18n/entry-text.ts";
import { listOwnNames } from "../i18n/slot-name.ts";
import { isDeepEqual } from "../meeting/deep-equal.ts";
import type { Text } from "../meeting/text.ts";
import { SittingItems, type ItemStatuses } from "./item-list.tsx";
import type { PageContext } from "./page-context.ts";
import { formatSittingAddress, Kind, OwnNames, Place, SittingLinks, SittingTag, Symbols, Times } from "./sitting-parts.tsx";
import type { Sitting } from "./sittings.ts";

interface SittingProps {
  readonly sitting: Sitting;
  /** Where the meeting is: said of a sitting only if it is elsewhere. */
  readonly place: Text;
  readonly statuses: ItemStatuses;
  readonly context: PageContext;
}

interface SittingTextProps extends SittingProps {
  readonly name: string;
  /** What is to be said of it, without what stands above already. */
  readonly unsaid: CalendarEntry;
}

const SittingText = ({ sitting, place, statuses, context, name, unsaid }: SittingTextProps) => {
  const { entry } = sitting;
  const { webcast, participation, label, title, ...rest } = unsaid;
  return (
    <div class="what">
      {entry.changes.toReversed().map((change) => (
        <p class="change">{formatChange(change, entry.timezone, context.messages)}</p>
      ))}
      <OwnNames names={{ label, title }} context={context} />
      {describeParticulars(rest, context.messages).map((text) => (
        <p class="soft">{text}</p>
      ))}
      <SittingItems sitting={sitting} statuses={statuses} context={context} />
      {unsaid.location !== undefined && !isDeepEqual(unsaid.location, place) && <Place entry={entry} context={context} />}
      <SittingLinks links={{ webcast, participation }} name={name} context={context} />
      <div class="foot">
        {[entry, ...(entry.joint?.bodies ?? [])].map(({ body, documents }) => (
          <Symbols body={body} documents={documents} context={context} />
        ))}
      </div>
    </div>
  );
};

/** One plenary slot of the programme. */
export const SittingSection = (props: SittingProps) => {
  const { sitting, context } = props;
  const { number, entry, status } = sitting;
  const name = context.messages.dates.slotName(entry.start, entry.part);
  return (
    <article class={`slot ${status}`} id={`slot-${number}`} data-status={status} data-kind={context.messages.kinds[entry.kind]}>
      <div class="when">
        <h4>
          <a href={formatSittingAddress(sitting, context)}>{name}</a>
        </h4>
        <p>
          <Times entry={entry} context={context} />
        </p>
        <SittingTag sitting={sitting} context={context} />
      </div>
      <SittingText {...props} name={name} unsaid={entry} />
    </article>
  );
};

/** One of several that begin at once: told apart by what it is and where, its hours only where they are its own. */
export const ParallelSitting = ({ hasOwnHours, ...props }: SittingProps & { readonly hasOwnHours: boolean }) => {
  const { sitting, context } = props;
  const { number, entry, status } = sitting;
  const { messages } = context;
  const names = listOwnNames(entry, messages);
  const name = names.length > 0 ? names.join(messages.punctuation.comma) : messages.kinds[entry.kind];
  const { label: _label, title: _title, access: _access, location: _location, ...unsaid } = entry;
  return (
    <article class={`slot ${status}`} id={`slot-${number}`} data-status={status} data-kind={messages.kinds[entry.kind]}>
      <h5>
        <a href={formatSittingAddress(sitting, context)}>
          <bdi>{name}</bdi>
        </a>
      </h5>
      <Place entry={entry} context={context} />
      <Kind entry={names.length > 0 ? entry : { ...entry, kind: "plenary" }} context={context} />
      {hasOwnHours && (
        <p>
          <Times entry={entry} context={context} />
        </p>
      )}
      <SittingTag sitting={sitting} context={context} />
      <SittingText {...props} name={name} unsaid={{ ...unsaid, kind: "plenary" }} />
    </article>
  );
};
