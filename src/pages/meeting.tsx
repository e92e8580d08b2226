import { getMeetingStatus } from "../../machines/meeting/statuses.ts";
import { formatMeetingFeedPath, formatMeetingPath } from "../calendar/addresses.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { getDate } from "../meeting/local-time.ts";
import { joinTexts } from "../meeting/text-languages.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { chooseText } from "../meeting/text.ts";
import { LatestChanges } from "./changes.tsx";
import { readItemStatuses } from "./item-list.tsx";
import { DayLinks } from "./day-links.tsx";
import { DayProgramme } from "./day-programme.tsx";
import { Layout } from "./layout.tsx";
import { Deadlines, Notices } from "./notices.tsx";
import { LifecycleSteps } from "./lifecycle.tsx";
import { NowAndNext } from "./now-and-next.tsx";
import { chooseDay, groupByDay, listDays, listSittings, LONG_PROGRAMME } from "./sittings.ts";
import { localizePath } from "../i18n/paths.ts";
import { addLanguageQuery, type PageContext } from "./page-context.ts";
import { JumpToSubscribe } from "./part-page.tsx";
import { StarLine } from "./stars.tsx";
import { buildMeetingData } from "./structured-data.ts";
import { isOffered, Subscribe } from "./subscribe.tsx";
import { SubscribeToParts } from "./subscribe-to-parts.tsx";
import { TitleText } from "./title.tsx";

/** `Europe/Vienna` as people read it. */
const formatZone = (zone: string): string => zone.replaceAll("_", " ");

interface MeetingPageProps {
  readonly context: PageContext;
  readonly calendar: MeetingCalendar;
  /** At the meeting's place. */
  readonly today: string;
  /** The day that the address names, or all; the page chooses where it names none. */
  readonly named?: string;
}

/** Up to how many sittings a programme is printed on one page. */
const SMALL_PROGRAMME = 12;

/** Of an address: every day. */
export const ALL_DAYS = "programme";

/** A meeting's page: what is on, where the meeting stands, how to follow it, and all that is planned. */
export const MeetingPage = ({ context, calendar, today, named }: MeetingPageProps) => {
  const { state } = calendar;
  const { language, messages, page, origin } = context;
  const { record, agenda } = state;
  const { punctuation, dates } = messages;
  const status = getMeetingStatus(agenda);
  const path = formatMeetingPath(record.body.id, record.id);
  const feed = addLanguageQuery(context, `${origin}${formatMeetingFeedPath(record.body.id, record.id)}`);
  const title = chooseText(record.title, language);
  const dateRange = dates.days(record.opensOn, record.closesOn);
  const places = [record.venue, record.city].filter((part) => part !== undefined);
  const where = chooseText(joinTexts(places, punctuation.comma), language);
  const sittings = listSittings(calendar);
  const day = named === undefined ? chooseDay(sittings, today) : named === ALL_DAYS ? undefined : named;
  const shown = day === undefined ? sittings : sittings.filter(({ entry }) => getDate(entry.start) === day);
  const days = listDays(sittings);
  const statuses = readItemStatuses(state);
  const parts = { state, sittings, statuses, context };
  // As calendars are told it, in every language.
  const place = joinTexts(places, ", ");
  const summary = [title, record.city && chooseText(record.city, language), dateRange].filter(Boolean).join(punctuation.comma);
  return (
    <Layout
      context={context}
      path={named === undefined ? path : `${path}/${named}`}
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
          <p class="soft parent">
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
          <span class="days">{dateRange}</span>
        </p>
        <LifecycleSteps state={state} context={context} />
        <div class="standing">
          <JumpToSubscribe context={context} />
          {agenda.agenda === "provisional" && status !== "cancelled" && <p class="notice">{messages.provisional}</p>}
        </div>
      </div>
      <Notices state={state} context={context} />
      <NowAndNext {...parts} today={today} />
      <div class={`body ${sittings.length > SMALL_PROGRAMME ? "" : "small"} ${shown.length > LONG_PROGRAMME ? "long" : ""}`}>
        <section aria-labelledby="programme">
          <h2 id="programme">{page.programme}</h2>
          <p class="soft">{interpolate(page.zone, { place: formatZone(record.timezone) })}</p>
          <DayLinks record={record} days={days} shown={day} today={today} context={context} />
          <Deadlines state={state} from={day} context={context} />
          {groupByDay(shown).map(([date, own]) => (
            <DayProgramme date={date} sittings={own} place={place} statuses={statuses} context={context} />
          ))}
        </section>
      </div>
      <aside>
        <section class="card" aria-labelledby="subscribe">
          <h2 id="subscribe">{page.subscribeMeeting}</h2>
          {isOffered(feed, context) ? (
            <Subscribe address={feed} name={title} context={context} />
          ) : (
            <SubscribeToParts record={record} days={days} context={context} />
          )}
          <p class="soft often">{page.howOften}</p>
          <StarLine parts={[{ body: record.body.id, meeting: record.id, slots: [], items: [] }]} context={context} />
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
    </Layout>
  );
};
