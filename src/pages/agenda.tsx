import { formatAgendaPath, formatItemPath, formatMeetingPath } from "../calendar/addresses.ts";
import { getLineage } from "../calendar/items.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import type { ItemStatus } from "../../machines/meeting/statuses.ts";
import { isSameOrPart, numberItems, type NumberedItem } from "../meeting/numbered-items.ts";
import type { Programme } from "../meeting/record.ts";
import { chooseText } from "../meeting/text.ts";
import { formatItemNumber } from "../i18n/item-number.ts";
import { localizePath } from "../i18n/paths.ts";
import { DocumentList, listMeetingDocuments } from "./document-list.tsx";
import { ItemTag, readItemStatuses } from "./item-list.tsx";
import { Layout } from "./layout.tsx";
import type { PageContext } from "./page-context.ts";
import { PartOf } from "./part-page.tsx";
import { listSittings, type Sitting } from "./sittings.ts";
import { formatSittingAddress, Symbols } from "./sitting-parts.tsx";
import { ItemTitle } from "./title.tsx";

interface ItemProps {
  readonly numbered: NumberedItem;
  readonly record: Programme;
  readonly sittings: readonly Sitting[];
  readonly status: ItemStatus | undefined;
  readonly context: PageContext;
}

const Item = ({ numbered, record, sittings, status, context }: ItemProps) => {
  const { messages, page, language } = context;
  const { number, id, item } = numbered;
  const taking = sittings.filter(
    (sitting) => sitting.status !== "cancelled" && sitting.items.some((other) => isSameOrPart(getLineage(other), numbered)),
  );
  const printed = formatItemNumber(number);
  return (
    <li class={number.includes("(") ? "item part" : "item"}>
      <bdi class="number" dir="ltr">
        {printed}
      </bdi>
      <div>
        <h2>
          <a href={localizePath(language, formatItemPath(record.body.id, record.id, id))}>
            <ItemTitle title={item.title} context={context} />
          </a>{" "}
          <ItemTag status={status} context={context} />
        </h2>
        <div class="foot">
          {taking.length > 0 && (
            <p class="taken">
              <span class="unseen">
                {page.sittings}
                {messages.punctuation.colon}
              </span>
              {taking.map((sitting) => (
                <a href={formatSittingAddress(sitting, context)}>{messages.dates.slotName(sitting.entry.start, sitting.entry.part)}</a>
              ))}
            </p>
          )}
          <Symbols body={record.body} documents={(record.documents ?? []).filter(({ items }) => items?.includes(id))} context={context} />
        </div>
      </div>
    </li>
  );
};

interface AgendaPageProps {
  readonly context: PageContext;
  readonly calendar: MeetingCalendar;
}

/** `/{body}/{meeting}/agenda`: the items, where each stands and when it is taken up, and every document. */
export const AgendaPage = ({ context, calendar }: AgendaPageProps) => {
  const { language, page } = context;
  const { state } = calendar;
  const { record } = state;
  const path = formatMeetingPath(record.body.id, record.id);
  const title = `${page.agenda}: ${chooseText(record.title, language)}`;
  const parts = { record, sittings: listSittings(calendar), context };
  const statuses = readItemStatuses(state);
  return (
    <Layout
      context={context}
      path={formatAgendaPath(record.body.id, record.id)}
      title={title}
      description={`${title}. ${page.tagline}`}
      body={record.body}
      kind="detail"
      meeting={calendar}
    >
      <div class="head">
        <PartOf record={record} context={context} />
        <h1 id="agenda">{page.agenda}</h1>
        {state.agenda.agenda === "provisional" && <p class="notice">{context.messages.provisional}</p>}
      </div>
      <ol class="agenda" aria-labelledby="agenda">
        {numberItems(record.agenda.items).map((numbered) => (
          <Item numbered={numbered} status={statuses.get(numbered.id)} {...parts} />
        ))}
      </ol>
      <DocumentList documents={listMeetingDocuments(record, context)} context={context} />
      <p>
        <a href={localizePath(language, path)}>{page.toMeeting}</a>
      </p>
    </Layout>
  );
};
