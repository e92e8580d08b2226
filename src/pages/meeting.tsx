import { getMeetingStatus } from "../../machines/meeting/statuses.ts";
import { formatMeetingFeedPath, formatMeetingPath } from "../calendar/addresses.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { joinTexts } from "../meeting/text-languages.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { chooseText } from "../meeting/text.ts";
import { AgendaSection } from "./agenda.tsx";
import { DocumentList, listMeetingDocuments } from "./document-list.tsx";
import { LatestChanges } from "./changes.tsx";
import { readItemStatuses } from "./item-list.tsx";
import { Layout } from "./layout.tsx";
import { Deadlines, Notices } from "./notices.tsx";
import { LifecycleSteps } from "./lifecycle.tsx";
import { NowAndNext } from "./now-and-next.tsx";
import { groupByDay, listSittings } from "./sittings.ts";
import { localizePath } from "../i18n/paths.ts";
import { addLanguageQuery, type PageContext } from "./page-context.ts";
import { SittingSection } from "./sitting.tsx";
import { buildMeetingData } from "./structured-data.ts";
import { isOffered, Subscribe } from "./subscribe.tsx";
import { SubscribeToParts } from "./subscribe-to-parts.tsx";
import { TitleText } from "./title.tsx";

/** From how many sittings on a programme is long to lay out. */
const LONG = 100;

/** `Europe/Vienna` as people read it. */
const formatZone = (zone: string): string => zone.replaceAll("_", " ");

interface MeetingPageProps {
  readonly context: PageContext;
  readonly calendar: MeetingCalendar;
  /** At the meeting's place. */
  readonly today: string;
}

/** A meeting's page: what is on, where the meeting stands, how to follow it, and all that is planned. */
export const MeetingPage = ({ context, calendar, today }: MeetingPageProps) => {
  const { state } = calendar;
  const { language, messages, page, origin } = context;
  const { record, agenda } = state;
  const { punctuation, dates } = messages;
  const status = getMeetingStatus(agenda);
  const path = formatMeetingPath(record.body.id, record.id);
  const feed = addLanguageQuery(context, `${origin}${formatMeetingFeedPath(record.body.id, record.id)}`);
  const title = chooseText(record.title, language);
  const days = dates.days(record.opensOn, record.closesOn);
  const places = [record.venue, record.city].filter((part) => part !== undefined);
  const where = chooseText(joinTexts(places, punctuation.comma), language);
  const sittings = listSittings(calendar);
  const statuses = readItemStatuses(state);
  const parts = { state, sittings, statuses, context };
  // As calendars are told it, in every language.
  const place = joinTexts(places, ", ");
  const summary = [title, record.city && chooseText(record.city, language), days].filter(Boolean).join(punctuation.comma);
  return (
    <Layout
      context={context}
      path={path}
      title={summary}
      description={`${summary}. ${page.tagline}`}
      body={record.body}
      meeting={calendar}
      feed={isOffered(feed, context) ? feed : undefined}
      hasChanges
      data={buildMeetingData(state, sittings, context)}
    >
      <div class={`head ${status}`}>
        {record.body.parent && (
          <p class="soft">
            <TitleText title={record.body.parent} context={context} />
          </p>
        )}
        <h1>
          <TitleText title={record.title} context={context} />
        </h1>
        <p class="lead">
          {where && (
            <>
              <bdi>{where}</bdi>
              {punctuation.comma}
            </>
          )}
          <span class="days">{days}</span>
        </p>
        <LifecycleSteps state={state} context={context} />
        {agenda.agenda === "provisional" && status !== "cancelled" && <p class="notice">{messages.provisional}</p>}
      </div>
      <Notices state={state} context={context} />
      <NowAndNext {...parts} today={today} />
      <aside>
        <section class="card" aria-labelledby="subscribe">
          <h2 id="subscribe">{page.subscribeMeeting}</h2>
          {isOffered(feed, context) ? (
            <Subscribe address={feed} name={title} context={context} />
          ) : (
            <SubscribeToParts record={record} days={groupByDay(sittings).map(([day]) => day)} context={context} />
          )}
          <p class="soft often">{page.howOften}</p>
        </section>
        <LatestChanges {...parts} />
        <ul class="more">
          <li>
            <a href={localizePath(language, `${path}/log`)}>{page.history}</a>
          </li>
          <li>
            <a href={localizePath(language, `${path}/screen`)}>{page.screen}</a>
          </li>
          <li>
            <a href={localizePath(language, `${path}/console`)}>{page.console}</a>
          </li>
        </ul>
      </aside>
      <div class={sittings.length > LONG ? "body long" : "body"}>
        <section aria-labelledby="programme">
          <h2 id="programme">{page.programme}</h2>
          <p class="soft">{interpolate(page.zone, { place: formatZone(record.timezone) })}</p>
          {groupByDay(sittings).map(([day, own]) => (
            <section class="day" aria-labelledby={`day-${day}`}>
              <h3 id={`day-${day}`}>
                <time datetime={day}>{dates.weekday(day)}</time>
              </h3>
              {own.map((sitting) => (
                <SittingSection sitting={sitting} place={place} statuses={statuses} context={context} />
              ))}
            </section>
          ))}
        </section>
        <Deadlines state={state} context={context} />
        <AgendaSection {...parts} />
        <DocumentList documents={listMeetingDocuments(record, context)} context={context} />
      </div>
    </Layout>
  );
};
