import { formatItemFeedPath } from "../calendar/addresses.ts";
import { getLineage } from "../calendar/items.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { printDocument } from "../../machines/meeting/printed-items.ts";
import type { ItemStatus } from "../../machines/meeting/statuses.ts";
import { isSameOrPart, numberItems, type NumberedItem } from "../meeting/numbered-items.ts";
import type { Programme } from "../meeting/record.ts";
import { chooseText } from "../meeting/text.ts";
import { formatDocumentLink, formatDocumentMarks } from "../i18n/entry-text.ts";
import { formatItemNumber } from "../i18n/item-number.ts";
import type { Sitting } from "./sittings.ts";
import { addLanguage, type PageContext } from "./page-context.ts";
import { ItemTag, Symbols } from "./sitting.tsx";
import { SubscribeDisclosure } from "./subscribe.tsx";
import { ItemTitle, TitleText } from "./title.tsx";

interface ItemProps {
  readonly numbered: NumberedItem;
  readonly record: Programme;
  readonly sittings: readonly Sitting[];
  readonly status: ItemStatus | undefined;
  readonly context: PageContext;
}

const Item = ({ numbered, record, sittings, status, context }: ItemProps) => {
  const { messages, page, origin } = context;
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
        <h3>
          <ItemTitle title={item.title} context={context} /> <ItemTag status={status} context={context} />
        </h3>
        <div class="foot">
          {taking.length > 0 && (
            <p class="taken">
              <span class="unseen">
                {page.sittings}
                {messages.punctuation.colon}
              </span>
              {taking.map((sitting) => (
                <a href={`#slot-${sitting.number}`}>{messages.dates.slotName(sitting.entry.start, sitting.entry.part)}</a>
              ))}
            </p>
          )}
          <Symbols body={record.body} documents={(record.documents ?? []).filter(({ items }) => items?.includes(id))} />
          {item.annotation !== undefined && (
            <details class="annotations">
              <summary>
                {page.annotations}
                <span class="unseen">
                  {messages.punctuation.colon}
                  {messages.item} {printed}
                </span>
              </summary>
              {chooseText(item.annotation, context.language)
                .split(/\n{2,}/)
                .map((paragraph) => (
                  <p dir="auto">{paragraph}</p>
                ))}
            </details>
          )}
          <SubscribeDisclosure
            address={addLanguage(context, `${origin}${formatItemFeedPath(record.body.id, record.id, id)}`)}
            name={`${messages.item} ${printed}`}
            context={context}
          />
        </div>
      </div>
    </li>
  );
};

interface AgendaSectionProps {
  readonly state: MeetingState;
  readonly sittings: readonly Sitting[];
  readonly statuses: ReadonlyMap<string, ItemStatus>;
  readonly context: PageContext;
}

/** The items of the agenda, with their annotations, and where each stands. */
export const AgendaSection = ({ state: { record }, sittings, statuses, context }: AgendaSectionProps) => (
  <section aria-labelledby="agenda">
    <h2 id="agenda">{context.page.agenda}</h2>
    <ol class="agenda">
      {numberItems(record.agenda.items).map((numbered) => (
        <Item numbered={numbered} record={record} sittings={sittings} status={statuses.get(numbered.id)} context={context} />
      ))}
    </ol>
  </section>
);

/** Every document by its symbol, that of the agenda first. */
export const DocumentsSection = ({ record, context }: { readonly record: Programme; readonly context: PageContext }) => {
  const { symbol } = record.agenda;
  const documents = [
    ...(symbol === undefined ? [] : [{ symbol, title: context.page.agenda }]),
    ...(record.documents ?? []).map((document) => printDocument(document, record.languages)),
  ];
  if (documents.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{context.messages.documents}</h2>
      <ul class="documents">
        {documents.map((document) => (
          <li>
            <a href={formatDocumentLink(record.body, document.symbol)}>
              <bdi dir="ltr">{document.symbol}</bdi>
            </a>
            {document.title !== undefined && chooseText(document.title, context.language) !== "" && (
              <span>
                <TitleText title={document.title} context={context} />
              </span>
            )}
            {formatDocumentMarks(document, context.messages)}
          </li>
        ))}
      </ul>
    </section>
  );
};
