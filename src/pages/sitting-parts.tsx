import { formatSlotPath } from "../calendar/addresses.ts";
import type { CalendarEntry } from "../calendar/entry.ts";
import { formatDocumentLink } from "../i18n/entry-text.ts";
import { localizePath } from "../i18n/paths.ts";
import { describeAwaited, formatHours, formatWeekdayAndTime } from "../i18n/slot-time.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { chooseText } from "../meeting/text.ts";
import type { PageContext } from "./page-context.ts";
import { findEndInstant, formatInstant, type Sitting } from "./sittings.ts";
import { TitleText } from "./title.tsx";

/** Of a sitting's own page, wherever it is kept. */
export const formatSittingAddress = ({ number, entry }: Sitting, { language }: PageContext): string =>
  localizePath(language, formatSlotPath({ body: entry.body.id, meeting: entry.meeting, slot: entry.slot ?? number }));

/** `10 a.m.-1 p.m.`; scripts add the reader's own time. */
export const Times = ({ entry, context: { messages } }: { readonly entry: CalendarEntry; readonly context: PageContext }) => (
  <time datetime={formatInstant(entry.start, entry.timezone)} data-end={findEndInstant(entry)}>
    {formatHours(entry, describeAwaited(entry, messages), messages)}
  </time>
);

interface SymbolsProps extends Pick<CalendarEntry, "body"> {
  readonly documents: readonly { readonly symbol: string }[];
  readonly context: PageContext;
}

export const Symbols = ({ body, documents, context }: SymbolsProps) =>
  documents.length === 0 ? null : (
    <ul class="symbols">
      {documents.map(({ symbol }) => (
        <li>
          <a href={formatDocumentLink(body, symbol, context.language)}>
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
    {until !== undefined && <span class="soft"> {interpolate(page.resumes, { when: formatWeekdayAndTime(until, messages) })}</span>}
  </>
);

/** Where a sitting stands; nothing, of one that is yet to be held. */
export const SittingTag = ({ sitting: { status, until }, context }: { readonly sitting: Sitting; readonly context: PageContext }) => {
  if (status === "scheduled") return null;
  return (
    <p>
      {status === "suspended" ? (
        <Suspended until={until} context={context} />
      ) : (
        <span class={`tag ${status}`}>{context.page.slotStatus[status]}</span>
      )}
    </p>
  );
};

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

export const SittingLinks = ({ links, name, context: { messages } }: LinksProps) => (
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

/** Where a sitting is. */
export const Place = ({ entry: { location }, context }: { readonly entry: CalendarEntry; readonly context: PageContext }) =>
  location === undefined ? null : (
    <p class="place-of soft">
      <bdi>{chooseText(location, context.language)}</bdi>
    </p>
  );

/** What kind of sitting it is, unless an open plenary meeting. */
export const Kind = ({
  entry: { kind, access },
  context: { messages },
}: {
  readonly entry: CalendarEntry;
  readonly context: PageContext;
}) => {
  const words = [...(kind === "plenary" ? [] : [messages.kinds[kind]]), ...(access === "closed" ? [messages.access.closed] : [])];
  return words.length === 0 ? null : <p class="soft">{words.join(messages.punctuation.comma)}</p>;
};
