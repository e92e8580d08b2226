import { listDocuments } from "../../machines/meeting/printed-documents.ts";
import { getItemStatus } from "../../machines/meeting/statuses.ts";
import { formatItemFeedPath, formatItemPath } from "../calendar/addresses.ts";
import { getLineage, type KnownItem } from "../calendar/items.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { formatChange } from "../i18n/change-text.ts";
import { describeParticulars } from "../i18n/entry-text.ts";
import { formatItemNumber } from "../i18n/item-number.ts";
import { localizePath } from "../i18n/paths.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { isSameOrPart, numberItems, slugifyItem, type NumberedItem } from "../meeting/numbered-items.ts";
import { chooseText, type Text } from "../meeting/text.ts";
import { DocumentList } from "./document-list.tsx";
import { ItemTag } from "./item-list.tsx";
import { Layout } from "./layout.tsx";
import { addLanguageQuery, type PageContext } from "./page-context.ts";
import { JumpToSubscribe, PartAside, PartOf } from "./part-page.tsx";
import { formatSittingAddress, OwnNames, Place, SittingTag, Times } from "./sitting-parts.tsx";
import { listSittings, type Sitting } from "./sittings.ts";
import { StarLine } from "./stars.tsx";
import { isOffered } from "./subscribe.tsx";
import { ItemTitle } from "./title.tsx";

interface ItemPageProps {
  readonly context: PageContext;
  readonly calendar: MeetingCalendar;
  readonly item: KnownItem;
}

/** The title that an item has, or had as long as it was on the agenda. */
const findTitle = ({ rows, state }: MeetingCalendar, { id }: KnownItem, numbered: NumberedItem | undefined): Text =>
  numbered?.item.title ??
  state.formerItems.find((former) => former.id === id)?.title ??
  rows.find(({ entry }) => entry.item === id)?.entry.items[0]?.title ??
  "";

const SittingLine = ({ sitting, context }: { readonly sitting: Sitting; readonly context: PageContext }) => {
  const { entry, status } = sitting;
  const { dates, punctuation } = context.messages;
  return (
    <li class={status}>
      <h3>
        <a href={formatSittingAddress(sitting, context)}>
          {`${dates.slotName(entry.start, entry.part)}${punctuation.comma}${dates.day(entry.start)}`}
        </a>
      </h3>
      <p class="soft">
        <Times entry={entry} context={context} />
      </p>
      <OwnNames names={entry} context={context} />
      <Place entry={entry} context={context} />
      <SittingTag sitting={sitting} context={context} />
    </li>
  );
};

/** `/{body}/{meeting}/items/4`: all that is known of one item. */
export const ItemPage = ({ context, calendar, item: known }: ItemPageProps) => {
  const { messages, page, language, origin } = context;
  const { state } = calendar;
  const { record } = state;
  const agenda = numberItems(record.agenda.items);
  const numbered = agenda.find(({ id }) => id === known.id);
  const bearer = agenda.find(({ number, id }) => slugifyItem(number) === slugifyItem(known.id) && id !== known.id);
  const value = state.items.find(({ id }) => id === known.id)?.value;
  const own = calendar.rows.find(({ entry }) => entry.item === known.id)?.entry;
  const title = findTitle(calendar, known, numbered);
  const printed = `${messages.item} ${formatItemNumber(known.number)}`;
  const feed = addLanguageQuery(context, `${origin}${formatItemFeedPath(record.body.id, record.id, known.id)}`);
  const sittings = listSittings(calendar).filter(({ items }) => items.some((other) => isSameOrPart(getLineage(other), known)));
  const linkItem = ({ id, number, item }: NumberedItem) => (
    <a href={localizePath(language, formatItemPath(record.body.id, record.id, id))}>
      {`${messages.item} ${formatItemNumber(number)}${messages.punctuation.colon}`}
      <ItemTitle title={item.title} context={context} />
    </a>
  );
  return (
    <Layout
      context={context}
      path={formatItemPath(record.body.id, record.id, known.id)}
      title={`${printed}: ${chooseText(title, language)}`}
      description={`${chooseText(record.title, language)}. ${page.tagline}`}
      body={record.body}
      kind="detail"
      meeting={calendar}
      feed={isOffered(feed, context) ? feed : undefined}
      hasChanges
    >
      <div class="head" data-zone={record.timezone}>
        <PartOf record={record} context={context} />
        {bearer && (
          <p class="notice">
            {interpolate(page.numberIsNow, { number: formatItemNumber(bearer.number) })} {linkItem(bearer)}
          </p>
        )}
        <h1>
          {`${printed}${messages.punctuation.colon}`}
          <ItemTitle title={title} context={context} />
        </h1>
        <p>
          <ItemTag status={value && getItemStatus(value)} context={context} />
        </p>
        {!numbered && <p class="notice">{page.offAgenda}</p>}
        <StarLine parts={[{ body: record.body.id, meeting: record.id, slots: [], items: [slugifyItem(known.id)] }]} context={context} />
        {isOffered(feed, context) && <JumpToSubscribe context={context} />}
      </div>
      <div class="body">
        {known.wholes
          .flatMap((whole) => agenda.find(({ id }) => id === whole) ?? [])
          .map((whole) => (
            <p>
              {page.partOf} {linkItem(whole)}
            </p>
          ))}
        <section aria-labelledby="sittings">
          <h2 id="sittings">{page.sittings}</h2>
          {own &&
            [...own.changes.map((change) => formatChange(change, own.timezone, messages)), ...describeParticulars(own, messages)].map(
              (text) => <p class="change">{text}</p>,
            )}
          <ul class="list">
            {sittings.map((sitting) => (
              <SittingLine sitting={sitting} context={context} />
            ))}
          </ul>
        </section>
        {numbered?.item.subitems && (
          <ul class="list">
            {agenda
              .filter(({ wholes }) => wholes.at(-1) === known.id)
              .map((part) => (
                <li>{linkItem(part)}</li>
              ))}
          </ul>
        )}
        {numbered?.item.annotation !== undefined && (
          <section class="annotations" aria-labelledby="annotations">
            <h2 id="annotations">{page.annotations}</h2>
            {chooseText(numbered.item.annotation, language)
              .split(/\n{2,}/)
              .map((paragraph) => (
                <p dir="auto">{paragraph}</p>
              ))}
          </section>
        )}
        <DocumentList
          documents={listDocuments(state, [known.id]).map((document) => ({ ...document, body: record.body }))}
          context={context}
        />
      </div>
      <PartAside heading={page.subscribeItem} feed={feed} name={printed} record={record} context={context} />
    </Layout>
  );
};
