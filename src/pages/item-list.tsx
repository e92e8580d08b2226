import type { MeetingState } from "../../machines/meeting/state.ts";
import { getItemStatus, getMeetingStatus, type ItemStatus } from "../../machines/meeting/statuses.ts";
import { formatItemPath } from "../calendar/addresses.ts";
import type { EntryItem } from "../calendar/entry.ts";
import { formatMarks } from "../i18n/entry-text.ts";
import { formatItemNumber } from "../i18n/item-number.ts";
import { localizePath } from "../i18n/paths.ts";
import type { PageContext } from "./page-context.ts";
import type { Sitting } from "./sittings.ts";
import { ItemTitle, TitleText } from "./title.tsx";

export type ItemStatuses = ReadonlyMap<string, ItemStatus>;

/** Where each item stands; none is on in a meeting that was closed. */
export const readItemStatuses = ({ agenda, items }: MeetingState): ItemStatuses => {
  const isClosed = getMeetingStatus(agenda) === "closed";
  const statuses = items.map(({ id, value }) => [id, getItemStatus(value)] as const);
  return new Map(statuses.filter(([, status]) => !isClosed || status !== "underConsideration"));
};

interface ItemsProps {
  /** The body and the meeting whose agenda they are of. */
  readonly body: string;
  readonly meeting: string;
  readonly items: readonly EntryItem[];
  readonly statuses: ItemStatuses;
  readonly context: PageContext;
  /** Where there is little room, how many are shown, and where all of them are. */
  readonly short?: { readonly count: number; readonly all: string };
}

/** Where an item stands; nothing is said of one that nobody reported on. */
export const ItemTag = ({ status, context }: { readonly status: ItemStatus | undefined; readonly context: PageContext }) =>
  status === undefined || status === "pending" ? null : <span class={`tag ${status}`}>{context.page.itemStatus[status]}</span>;

export const Items = ({ body, meeting, items, statuses, context, short }: ItemsProps) => {
  // What is being considered is always in sight.
  const beyond = new Set(
    short && items.filter(({ number, id = number }, at) => at >= short.count && statuses.get(id) !== "underConsideration"),
  );
  return (
    <ol class="items">
      {items.map((item) => {
        const { number, id = number, title, ...marks } = item;
        return (
          <li class={[marks.continued && "again", beyond.has(item) && "beyond"].filter(Boolean).join(" ") || undefined}>
            <bdi class="number" dir="ltr">
              {formatItemNumber(number)}
            </bdi>
            <span>
              <a dir={marks.continued ? "auto" : undefined} href={localizePath(context.language, formatItemPath(body, meeting, id))}>
                <ItemTitle title={title} context={context} />
              </a>
              <span class="soft">{formatMarks(marks, context.messages)}</span> <ItemTag status={statuses.get(id)} context={context} />
            </span>
          </li>
        );
      })}
      {short && beyond.size > 0 && (
        <li class="rest">
          <bdi class="number" dir="ltr">{`+${beyond.size}`}</bdi>
          <a href={short.all}>{context.page.agenda}</a>
        </li>
      )}
    </ol>
  );
};

type SittingItemsProps = Pick<ItemsProps, "statuses" | "context" | "short"> & { readonly sitting: Sitting };

const UNREPORTED: ItemStatuses = new Map();

/** Of an item that several sittings take up: it is on in that which is on. */
const listShown = (statuses: ItemStatuses, { status }: Sitting): ItemStatuses =>
  status === "open" || status === "suspended"
    ? statuses
    : new Map([...statuses].filter(([, itemStatus]) => itemStatus !== "underConsideration"));

/** What each body takes up in a sitting; where its own items stand this meeting's secretariat alone reports. */
export const SittingItems = ({ sitting, statuses, context, short }: SittingItemsProps) => {
  const { entry, items: own } = sitting;
  const shown = listShown(statuses, sitting);
  return (
    <>
      {[entry, ...(entry.joint?.bodies ?? [])]
        .filter(({ items }) => items.length > 0)
        .map(({ body, meeting, items }) => (
          <>
            {entry.joint && (
              <p class="soft">
                <TitleText title={body.name} context={context} />
              </p>
            )}
            <Items
              body={body.id}
              meeting={meeting}
              items={items}
              statuses={items === own || items.every((item) => own.includes(item)) ? shown : UNREPORTED}
              context={context}
              {...(short && { short })}
            />
          </>
        ))}
    </>
  );
};
