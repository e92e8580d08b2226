import { formatItemPath, formatMeetingPath, formatSlotPath, OWN_PROGRAMME_PATH } from "../calendar/addresses.ts";
import { findClashes, readStart } from "../calendar/clashes.ts";
import type { CalendarEntry } from "../calendar/entry.ts";
import { formatSelectionPath, formatSelection, type Selection, type SelectionLimit } from "../calendar/selection.ts";
import { labelItems } from "../i18n/item-label.ts";
import { formatSummary } from "../i18n/entry-summary.ts";
import { localizePath } from "../i18n/paths.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { LIMITS } from "../meeting/limits.ts";
import { getDate } from "../meeting/local-time.ts";
import { KeptParts, type NamedChoice } from "./kept-parts.tsx";
import { Layout } from "./layout.tsx";
import { addLanguageQuery, type PageContext } from "./page-context.ts";
import { Place, Times } from "./sitting-parts.tsx";
import { ShareButton } from "./share-button.tsx";
import { Subscribe } from "./subscribe.tsx";

/** Entries that one page shows: of more the meetings' own pages are the better place. */
const MAX_SHOWN = 300;

const formatAddress = ({ body, meeting, slot, item }: CalendarEntry): string => {
  if (slot !== undefined) return formatSlotPath({ body: body.id, meeting, slot });
  return item === undefined ? formatMeetingPath(body.id, meeting) : formatItemPath(body.id, meeting, item);
};

interface LineProps {
  readonly entry: CalendarEntry;
  readonly others: readonly CalendarEntry[];
  readonly context: PageContext;
}

/** `Item 4 (TIP WG)` */
const nameShortly = ({ items, body }: CalendarEntry, { messages }: PageContext): string => {
  const [label, who] = [labelItems(items, messages), body.shortName ?? body.name];
  return label === undefined ? who : `${label} (${who})`;
};

const Line = ({ entry, others, context }: LineProps) => {
  const { messages, page, language } = context;
  const names = others.map((other) => nameShortly(other, context)).join(messages.punctuation.semicolon);
  return (
    <li class={entry.status === "CANCELLED" ? "cancelled" : undefined} data-zone={entry.timezone}>
      <h3>
        <a href={localizePath(language, formatAddress(entry))}>{formatSummary(entry, messages)}</a>
      </h3>
      <p class="soft">
        <Times entry={entry} context={context} />
      </p>
      <Place entry={entry} context={context} />
      {others.length > 0 && <p class="clash">{interpolate(page.stars.clash, { others: names })}</p>}
    </li>
  );
};

interface OwnProgrammeProps {
  readonly context: PageContext;
  readonly selection: Selection;
  /** The meetings of it, as far as they are there. */
  readonly choices: readonly NamedChoice[];
  readonly entries: readonly CalendarEntry[];
  /** Why it is no one calendar. */
  readonly issue: SelectionLimit | "too-large" | undefined;
}

const MAX: Readonly<Partial<Record<SelectionLimit | "too-large", number>>> = {
  "too-long": LIMITS.address.max,
  "too-many-bodies": LIMITS.bodiesOfSelection.max,
  "too-many-meetings": LIMITS.meetingsOfSelection.max,
};

/** `/my/{selection}`: what a delegate keeps, by time over all bodies, and as one calendar. All of it is in the address. */
export const OwnProgrammePage = ({ context, selection, choices, entries, issue }: OwnProgrammeProps) => {
  const { messages, page, origin } = context;
  const address = addLanguageQuery(context, `${origin}${formatSelectionPath(selection)}`);
  const sorted = entries.toSorted((a, b) => readStart(a) - readStart(b));
  const clashes = findClashes(sorted);
  const shown = sorted.slice(0, MAX_SHOWN);
  return (
    <Layout
      context={context}
      path={`${OWN_PROGRAMME_PATH}/${encodeURI(formatSelection(selection))}`}
      title={messages.ownProgramme}
      description={page.tagline}
      feed={issue === undefined ? address : undefined}
      kind="detail"
    >
      <div class="head">
        <h1>{messages.ownProgramme}</h1>
        {issue !== undefined && <p class="notice">{interpolate(page.stars.issues[issue], { max: String(MAX[issue] ?? "") })}</p>}
        {entries.length === 0 && issue === undefined && <p class="notice">{page.stars.nothing}</p>}
      </div>
      <div class="body" data-own-programme={localizePath(context.language, OWN_PROGRAMME_PATH)}>
        {[...Map.groupBy(shown, ({ start }) => getDate(start))].map(([day, ofDay]) => (
          <section class="own-day" aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`}>{messages.dates.weekday(day)}</h2>
            <ul class="list">
              {ofDay.map((entry) => (
                <Line entry={entry} others={clashes.get(entry) ?? []} context={context} />
              ))}
            </ul>
          </section>
        ))}
        {sorted.length > shown.length && <p>{interpolate(page.more, { count: String(sorted.length - shown.length) })}</p>}
        <KeptParts choices={choices} context={context} />
      </div>
      <aside>
        {issue === undefined && entries.length > 0 && (
          <section class="card" aria-labelledby="subscribe">
            <h2 id="subscribe">{page.subscribe}</h2>
            <Subscribe address={address} name={messages.ownProgramme} context={context} />
            <p class="soft">{page.stars.twice}</p>
            <p class="soft often">{page.howOften}</p>
          </section>
        )}
        <ul class="more">
          <li>
            <ShareButton label={page.share} />
          </li>
        </ul>
      </aside>
    </Layout>
  );
};

/** `/my`: how an own programme comes about; a script leads on to it where there is one. */
export const NoProgrammePage = ({ context }: Pick<OwnProgrammeProps, "context">) => {
  const { messages, page, origin } = context;
  return (
    <Layout context={context} path={OWN_PROGRAMME_PATH} title={messages.ownProgramme} description={page.tagline}>
      <div class="head">
        <h1>{messages.ownProgramme}</h1>
      </div>
      <div class="body" data-own-programme={localizePath(context.language, OWN_PROGRAMME_PATH)} data-empty>
        <p>{page.stars.how}</p>
        <p class="soft">
          {page.stars.needsScripts} {page.ownChoice} <code dir="ltr">{`${origin}/{body}/{meeting}/items/3+5.ics`}</code>
        </p>
      </div>
    </Layout>
  );
};
