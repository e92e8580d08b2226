import { itemFeedPath } from "../calendar/addresses.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import type { ItemStatus } from "../../machines/item.ts";
import { isSameOrPart, numberedItems, type MeetingRecord, type NumberedItem } from "../meeting/record.ts";
import { titleIn } from "../meeting/text.ts";
import { documentLink, printedNumber } from "../i18n/entry-text.ts";
import type { Sitting } from "./sittings.ts";
import { withLanguage, type Reader } from "./page-context.ts";
import { ItemTag, Symbols } from "./sitting.tsx";
import { SubscribeDisclosure } from "./subscribe.tsx";
import { TitleText } from "./title.tsx";

interface ItemProps {
  readonly numbered: NumberedItem;
  readonly record: MeetingRecord;
  readonly sittings: readonly Sitting[];
  readonly status: ItemStatus | undefined;
  readonly reader: Reader;
}

const Item = ({ numbered: { number, item }, record, sittings, status, reader }: ItemProps) => {
  const { words, page, origin } = reader;
  const taking = sittings.filter(
    (sitting) => sitting.status !== "cancelled" && sitting.entry.items.some((other) => isSameOrPart(other.number, number)),
  );
  const printed = printedNumber(number);
  return (
    <li class={number.includes("(") ? "item part" : "item"}>
      <bdi class="number" dir="ltr">
        {printed}
      </bdi>
      <div>
        <h3>
          <TitleText title={item.title} reader={reader} /> <ItemTag status={status} reader={reader} />
        </h3>
        <div class="foot">
          {taking.length > 0 && (
            <p class="taken">
              <span class="unseen">
                {page.sittings}
                {words.punctuation.colon}
              </span>
              {taking.map((sitting) => (
                <a href={`#slot-${sitting.number}`}>{words.dates.slotName(sitting.entry.start)}</a>
              ))}
            </p>
          )}
          <Symbols body={record.body} documents={(record.documents ?? []).filter(({ items }) => items?.includes(number))} />
          {item.annotation !== undefined && (
            <details class="annotations">
              <summary>
                {page.annotations}
                <span class="unseen">
                  {words.punctuation.colon}
                  {words.item} {printed}
                </span>
              </summary>
              {item.annotation.split(/\n{2,}/).map((paragraph) => (
                <p dir="auto">{paragraph}</p>
              ))}
            </details>
          )}
          <SubscribeDisclosure
            address={withLanguage(reader, `${origin}${itemFeedPath(record.body.id, record.id, number)}`)}
            name={`${words.item} ${printed}`}
            reader={reader}
          />
        </div>
      </div>
    </li>
  );
};

interface AgendaProps {
  readonly state: MeetingState;
  readonly sittings: readonly Sitting[];
  readonly statuses: ReadonlyMap<string, ItemStatus>;
  readonly reader: Reader;
}

/** The items of the agenda, with their annotations, and where each stands. */
export const Agenda = ({ state: { record }, sittings, statuses, reader }: AgendaProps) => (
  <section aria-labelledby="agenda">
    <h2 id="agenda">{reader.page.agenda}</h2>
    <ol class="agenda">
      {numberedItems(record.agenda.items).map((numbered) => (
        <Item numbered={numbered} record={record} sittings={sittings} status={statuses.get(numbered.number)} reader={reader} />
      ))}
    </ol>
  </section>
);

/** Every document by its symbol, that of the agenda first. */
export const Documents = ({ record, reader }: { readonly record: MeetingRecord; readonly reader: Reader }) => {
  const { symbol } = record.agenda;
  const documents = [...(symbol === undefined ? [] : [{ symbol, title: reader.page.agenda }]), ...(record.documents ?? [])];
  if (documents.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{reader.words.documents}</h2>
      <ul class="documents">
        {documents.map((document) => (
          <li>
            <a href={documentLink(record.body, document.symbol)}>
              <bdi dir="ltr">{document.symbol}</bdi>
            </a>
            {document.title !== undefined && titleIn(document.title, reader.language) !== "" && (
              <span>
                <TitleText title={document.title} reader={reader} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
