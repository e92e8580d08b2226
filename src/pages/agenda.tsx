import { formatItemPath } from "../calendar/addresses.ts";
import { getLineage } from "../calendar/items.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import type { ItemStatus } from "../../machines/meeting/statuses.ts";
import { isSameOrPart, numberItems, type NumberedItem } from "../meeting/numbered-items.ts";
import type { Programme } from "../meeting/record.ts";
import { chooseText } from "../meeting/text.ts";
import { formatItemNumber } from "../i18n/item-number.ts";
import { localizePath } from "../i18n/paths.ts";
import type { Sitting } from "./sittings.ts";
import type { PageContext } from "./page-context.ts";
import { ItemTag } from "./item-list.tsx";
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
        <h3>
          <a href={localizePath(language, formatItemPath(record.body.id, record.id, id))}>
            <ItemTitle title={item.title} context={context} />
          </a>{" "}
          <ItemTag status={status} context={context} />
        </h3>
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
