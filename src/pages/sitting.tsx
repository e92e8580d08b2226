import type { ItemStatus } from "../../machines/item.ts";
import { slotFeedPath } from "../calendar/addresses.ts";
import type { CalendarEntry, EntryItem } from "../calendar/entries.ts";
import { changeText, documentLink, particularsOf, printedNumber } from "../i18n/entry-text.ts";
import { instantText, type Sitting } from "./sittings.ts";
import { withLanguage, type Reader } from "./page-context.ts";
import { SubscribeDisclosure } from "./subscribe.tsx";
import { TitleText } from "./title.tsx";

/** `10 a.m.-1 p.m.`; scripts add the reader's own time. */
export const Times = ({
  entry: { start, end, timezone },
  reader: { words },
}: {
  readonly entry: CalendarEntry;
  readonly reader: Reader;
}) => (
  <time datetime={instantText(start, timezone)} data-end={end === undefined ? undefined : instantText(end, timezone)}>
    {words.dates.times(start, end)}
  </time>
);

interface ItemsProps {
  readonly items: readonly EntryItem[];
  readonly statuses: ReadonlyMap<string, ItemStatus>;
  readonly reader: Reader;
}

/** Where an item stands; nothing is said of one that nobody reported on. */
export const ItemTag = ({ status, reader }: { readonly status: ItemStatus | undefined; readonly reader: Reader }) =>
  status === undefined || status === "pending" ? null : <span class={`tag ${status}`}>{reader.page.itemStatus[status]}</span>;

export const Items = ({ items, statuses, reader }: ItemsProps) => (
  <ol class="items">
    {items.map(({ number, title, continued }) => (
      <li>
        <bdi class="number" dir="ltr">
          {printedNumber(number)}
        </bdi>
        <span>
          <TitleText title={title} reader={reader} />
          {continued && <span class="soft"> ({reader.words.continued})</span>} <ItemTag status={statuses.get(number)} reader={reader} />
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
          <a href={documentLink(body, symbol)}>
            <bdi dir="ltr">{symbol}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );

interface SittingProps {
  readonly sitting: Sitting;
  /** Where the meeting is: said of a sitting only if it is elsewhere. */
  readonly place: string | undefined;
  readonly statuses: ReadonlyMap<string, ItemStatus>;
  readonly reader: Reader;
}

/** One plenary slot of the programme. */
export const SittingSection = ({ sitting: { number, entry, status }, place, statuses, reader }: SittingProps) => {
  const { words, page, origin } = reader;
  const name = words.dates.slotName(entry.start);
  const { webcast, ...rest } = entry;
  return (
    <article class={`slot ${status}`} id={`slot-${number}`} data-status={status} data-date={words.dates.day(entry.start)}>
      <div class="when">
        <h4>{name}</h4>
        <p>
          <Times entry={entry} reader={reader} />
        </p>
        {status !== "scheduled" && (
          <p>
            <span class={`tag ${status}`}>{page.slotStatus[status]}</span>
          </p>
        )}
      </div>
      <div class="what">
        {entry.changes.toReversed().map((change) => (
          <p class="change">{changeText(change, entry.timezone, words)}</p>
        ))}
        {particularsOf(rest, words).map((text) => (
          <p class="soft">{text}</p>
        ))}
        <Items items={entry.items} statuses={statuses} reader={reader} />
        {entry.location !== undefined && entry.location !== place && (
          <p class="soft">
            <bdi>{entry.location}</bdi>
          </p>
        )}
        {webcast !== undefined && (
          <p>
            <a href={webcast}>
              {words.webcast}
              <span class="unseen">
                {words.punctuation.colon}
                {name}
              </span>
            </a>
          </p>
        )}
        <div class="foot">
          <Symbols body={entry.body} documents={entry.documents} />
          <SubscribeDisclosure
            address={withLanguage(reader, `${origin}${slotFeedPath(entry.body.id, entry.meeting, number)}`)}
            name={`${name}${words.punctuation.comma}${words.dates.day(entry.start)}`}
            reader={reader}
          />
        </div>
      </div>
    </article>
  );
};
