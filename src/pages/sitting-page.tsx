import { formatMeetingPath, formatSlotFeedPath, formatSlotPath } from "../calendar/addresses.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { formatChange } from "../i18n/change-text.ts";
import { describeParticulars } from "../i18n/entry-text.ts";
import { localizePath } from "../i18n/paths.ts";
import { formatSlotName } from "../i18n/slot-name.ts";
import { chooseText } from "../meeting/text.ts";
import { DocumentList } from "./document-list.tsx";
import { readItemStatuses, SittingItems } from "./item-list.tsx";
import { Layout } from "./layout.tsx";
import { addLanguageQuery, type PageContext } from "./page-context.ts";
import { JumpToSubscribe, PartAside, PartOf } from "./part-page.tsx";
import { formatSittingAddress, OwnNames, Place, SittingLinks, SittingTag, Times } from "./sitting-parts.tsx";
import { listSittings, type Sitting } from "./sittings.ts";
import { StarLine } from "./stars.tsx";

interface NeighboursProps {
  readonly before: Sitting | undefined;
  readonly after: Sitting | undefined;
  readonly context: PageContext;
}

const Neighbours = ({ before, after, context }: NeighboursProps) => {
  const { page, messages } = context;
  const neighbours = [
    [page.previousSitting, before],
    [page.nextSitting, after],
  ] as const;
  return (
    <ul class="neighbours">
      {neighbours.map(
        ([label, sitting]) =>
          sitting && (
            <li>
              <span class="soft">{label}</span>
              <a href={formatSittingAddress(sitting, context)}>{formatSlotName(sitting.entry, messages)}</a>
            </li>
          ),
      )}
    </ul>
  );
};

interface SittingPageProps {
  readonly context: PageContext;
  readonly calendar: MeetingCalendar;
  readonly sitting: Sitting;
}

/** `/{body}/{meeting}/slots/3`: all that is known of one sitting. */
export const SittingPage = ({ context, calendar, sitting }: SittingPageProps) => {
  const { messages, page, language, origin } = context;
  const { state } = calendar;
  const { record } = state;
  const sittings = listSittings(calendar);
  const { number: slot, entry, status } = sitting;
  const at = sittings.findIndex(({ number }) => number === slot);
  const statuses = readItemStatuses(state);
  const name = formatSlotName(entry, messages);
  const { webcast, participation, label, title, ...rest } = entry;
  const feed = addLanguageQuery(context, `${origin}${formatSlotFeedPath(record.body.id, record.id, slot)}`);
  return (
    <Layout
      context={context}
      path={formatSlotPath({ body: record.body.id, meeting: record.id, slot })}
      title={`${name}: ${chooseText(record.title, language)}`}
      description={page.tagline}
      body={record.body}
      kind="detail"
      meeting={calendar}
      feed={feed}
      hasChanges
    >
      <div class={`head ${status}`} data-zone={entry.timezone}>
        <PartOf record={record} context={context} />
        <h1>{`${messages.dates.slotName(entry.start, entry.part)}${messages.punctuation.comma}${messages.dates.day(entry.start)}`}</h1>
        <OwnNames names={{ label, title }} context={context} />
        <p class="lead">
          <Times entry={entry} context={context} />
        </p>
        <SittingTag sitting={sitting} context={context} />
        <StarLine parts={[{ body: record.body.id, meeting: record.id, slots: [slot], items: [] }]} context={context} />
        <JumpToSubscribe context={context} />
      </div>
      <div class="body">
        <section class="what" aria-labelledby="sitting">
          <h2 id="sitting">{page.aboutSitting}</h2>
          {entry.changes.toReversed().map((change) => (
            <p class="change">{formatChange(change, entry.timezone, messages)}</p>
          ))}
          <Place entry={entry} context={context} />
          {describeParticulars(rest, messages).map((text) => (
            <p class="soft">{text}</p>
          ))}
          <SittingLinks links={{ webcast, participation }} name={name} context={context} />
        </section>
        {sitting.items.length + (entry.joint?.bodies.length ?? 0) > 0 && (
          <section aria-labelledby="agenda">
            <h2 id="agenda">{page.agenda}</h2>
            <SittingItems sitting={sitting} statuses={statuses} context={context} />
          </section>
        )}
        <DocumentList
          documents={[entry, ...(entry.joint?.bodies ?? [])].flatMap(({ body, documents }) =>
            documents.map((document) => ({ ...document, body })),
          )}
          context={context}
        />
        {at >= 0 && <Neighbours before={sittings[at - 1]} after={sittings[at + 1]} context={context} />}
        <p>
          <a href={localizePath(language, formatMeetingPath(record.body.id, record.id))}>{page.toMeeting}</a>
        </p>
      </div>
      <PartAside heading={page.subscribeSitting} feed={feed} name={name} record={record} context={context} />
    </Layout>
  );
};
