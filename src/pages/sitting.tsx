import type { ItemStatus } from "../../machines/meeting/statuses.ts";
import { formatSlotFeedPath } from "../calendar/addresses.ts";
import type { CalendarEntry, EntryItem } from "../calendar/entry.ts";
import { formatChange } from "../i18n/change-text.ts";
import { formatDocumentLink, describeParticulars, formatMarks } from "../i18n/entry-text.ts";
import { formatItemNumber } from "../i18n/item-number.ts";
import { describeAwaited, formatHours, formatMoment } from "../i18n/slot-time.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { isDeepEqual } from "../meeting/deep-equal.ts";
import { chooseText, type Text } from "../meeting/text.ts";
import { findEndInstant, formatInstant, type Sitting } from "./sittings.ts";
import { addLanguage, type PageContext } from "./page-context.ts";
import { SubscribeDisclosure } from "./subscribe.tsx";
import { ItemTitle, TitleText } from "./title.tsx";

/** `10 a.m.-1 p.m.`; scripts add the reader's own time. */
export const Times = ({ entry, context: { messages } }: { readonly entry: CalendarEntry; readonly context: PageContext }) => (
  <time datetime={formatInstant(entry.start, entry.timezone)} data-end={findEndInstant(entry)}>
    {formatHours(entry, describeAwaited(entry, messages), messages)}
  </time>
);

interface ItemsProps {
  readonly items: readonly EntryItem[];
  readonly statuses: ReadonlyMap<string, ItemStatus>;
  readonly context: PageContext;
}

/** Where an item stands; nothing is said of one that nobody reported on. */
export const ItemTag = ({ status, context }: { readonly status: ItemStatus | undefined; readonly context: PageContext }) =>
  status === undefined || status === "pending" ? null : <span class={`tag ${status}`}>{context.page.itemStatus[status]}</span>;

export const Items = ({ items, statuses, context }: ItemsProps) => (
  <ol class="items">
    {items.map(({ number, id = number, title, ...marks }) => (
      <li>
        <bdi class="number" dir="ltr">
          {formatItemNumber(number)}
        </bdi>
        <span>
          <ItemTitle title={title} context={context} />
          <span class="soft">{formatMarks(marks, context.messages)}</span> <ItemTag status={statuses.get(id)} context={context} />
        </span>
      </li>
    ))}
  </ol>
);

export const Symbols = ({
  body,
  documents,
}: Pick<CalendarEntry, "body"> & { readonly documents: readonly { readonly symbol: string }[] }) =>
  documents.length === 0 ? null : (
    <ul class="symbols">
      {documents.map(({ symbol }) => (
        <li>
          <a href={formatDocumentLink(body, symbol)}>
            <bdi dir="ltr">{symbol}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );

/** That a sitting is interrupted, and until when, where that is known. */
export const Suspended = ({
  until,
  context: { messages, page },
}: {
  readonly until: string | undefined;
  readonly context: PageContext;
}) => (
  <>
    <span class="tag suspended">{page.slotStatus.suspended}</span>
    {until !== undefined && <span class="soft"> {interpolate(page.resumes, { when: formatMoment(until, messages) })}</span>}
  </>
);

interface OwnNamesProps {
  readonly names: Pick<CalendarEntry, "label" | "title">;
  readonly context: PageContext;
}

/** What the programme calls a sitting, and what it is about. */
export const OwnNames = ({ names: { label, title }, context }: OwnNamesProps) => (
  <>
    {[label, title].map(
      (text) =>
        text !== undefined && (
          <p class="own">
            <TitleText title={text} context={context} />
          </p>
        ),
    )}
  </>
);

interface LinksProps {
  readonly links: Pick<CalendarEntry, "webcast" | "participation">;
  /** Of the sitting. */
  readonly name: string;
  readonly context: PageContext;
}

const Links = ({ links, name, context: { messages } }: LinksProps) => (
  <>
    {(["webcast", "participation"] as const).map(
      (field) =>
        links[field] !== undefined && (
          <p>
            <a href={links[field]}>
              {messages.fields[field]}
              <span class="unseen">
                {messages.punctuation.colon}
                {name}
              </span>
            </a>
          </p>
        ),
    )}
  </>
);

type SittingItemsProps = Omit<ItemsProps, "items"> & { readonly sitting: Sitting };

const UNREPORTED: ItemsProps["statuses"] = new Map();

/** What each body takes up in a sitting; where its own items stand this meeting's secretariat alone reports. */
export const SittingItems = ({ sitting: { entry, items: own }, statuses, context }: SittingItemsProps) => (
  <>
    {[entry, ...(entry.joint?.bodies ?? [])]
      .filter(({ items }) => items.length > 0)
      .map(({ body, items }) => (
        <>
          {entry.joint && (
            <p class="soft">
              <TitleText title={body.name} context={context} />
            </p>
          )}
          <Items
            items={items}
            statuses={items === own || items.every((item) => own.includes(item)) ? statuses : UNREPORTED}
            context={context}
          />
        </>
      ))}
  </>
);

interface SittingProps {
  readonly sitting: Sitting;
  /** Where the meeting is: said of a sitting only if it is elsewhere. */
  /** Where the meeting is: told once for all. */
  readonly place: Text;
  readonly statuses: ReadonlyMap<string, ItemStatus>;
  readonly context: PageContext;
}

/** One plenary slot of the programme. */
export const SittingSection = ({ sitting, place, statuses, context }: SittingProps) => {
  const { number, entry, status, until } = sitting;
  const { messages, page, origin } = context;
  const name = messages.dates.slotName(entry.start, entry.part);
  const { webcast, participation, label, title, ...rest } = entry;
  return (
    <article class={`slot ${status}`} id={`slot-${number}`} data-status={status} data-date={messages.dates.day(entry.start)}>
      <div class="when">
        <h4>{name}</h4>
        <p>
          <Times entry={entry} context={context} />
        </p>
        {status !== "scheduled" && (
          <p>
            {status === "suspended" ? (
              <Suspended until={until} context={context} />
            ) : (
              <span class={`tag ${status}`}>{page.slotStatus[status]}</span>
            )}
          </p>
        )}
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
        {entry.location !== undefined && !isDeepEqual(entry.location, place) && (
          <p class="soft">
            <bdi>{chooseText(entry.location, context.language)}</bdi>
          </p>
        )}
        <Links links={{ webcast, participation }} name={name} context={context} />
        <div class="foot">
          {[entry, ...(entry.joint?.bodies ?? [])].map(({ body, documents }) => (
            <Symbols body={body} documents={documents} />
          ))}
          <SubscribeDisclosure
            address={addLanguage(context, `${origin}${formatSlotFeedPath(entry.body.id, entry.meeting, entry.slot ?? number)}`)}
            name={`${name}${messages.punctuation.comma}${messages.dates.day(entry.start)}`}
            context={context}
          />
        </div>
      </div>
    </article>
  );
};
