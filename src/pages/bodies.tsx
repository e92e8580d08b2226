import { formatBodyPath } from "../calendar/addresses.ts";
import type { MeetingOverview, MeetingsOn } from "../calendar/views.ts";
import { localizePath } from "../i18n/paths.ts";
import { addDays } from "../meeting/local-time.ts";
import type { RegisteredBody } from "../meeting/record.ts";
import { chooseText } from "../meeting/text.ts";
import { Layout } from "./layout.tsx";
import { MeetingList } from "./meeting-list.tsx";
import type { PageContext } from "./page-context.ts";
import { TitleText } from "./title.tsx";

interface BodyLineProps {
  readonly body: RegisteredBody;
  /** That comes next, or is on. */
  readonly meeting: MeetingOverview | undefined;
  readonly context: PageContext;
}

const BodyLine = ({ body, meeting, context }: BodyLineProps) => {
  const { language, messages } = context;
  return (
    <li>
      <h4>
        <a href={localizePath(language, formatBodyPath(body.id))}>
          <TitleText title={body.name} context={context} />
        </a>
      </h4>
      {meeting && (
        <p class="soft">
          {meeting.record.city !== undefined && (
            <>
              <bdi>{chooseText(meeting.record.city, language)}</bdi>
              {messages.punctuation.comma}
            </>
          )}
          {messages.dates.days(meeting.record.opensOn, meeting.record.closesOn)}
        </p>
      )}
    </li>
  );
};

/** Bodies by what they are bodies of, each by the alphabet; first those that are of nothing else. */
const groupByParent = (bodies: readonly RegisteredBody[], language: string) => {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const sorted = bodies.toSorted((a, b) => compare(a.parent ?? "", b.parent ?? "") || compare(a.name, b.name));
  return [...Map.groupBy(sorted, ({ parent }) => parent)];
};

/** Days after today of which the meetings stand first. */
const WEEK = 6;

interface SoonProps {
  readonly id: string;
  readonly heading: string;
  readonly meetings: readonly MeetingOverview[];
  readonly context: PageContext;
}

const Soon = ({ id, heading, meetings, context }: SoonProps) =>
  meetings.length === 0 ? null : (
    <section class="soon" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <MeetingList meetings={meetings} context={context} />
    </section>
  );

/** Where all meetings are that ever were, by their years. */
export const Years = ({ years, shown, context }: Pick<MeetingsOn, "years"> & { readonly shown?: string; readonly context: PageContext }) =>
  years.length === 0 ? null : (
    <nav class="day-links years" aria-labelledby="years">
      <h2 id="years">{context.page.years}</h2>
      <ul>
        {years.map((year) => (
          <li>
            <a href={localizePath(context.language, `/bodies/${year}`)} aria-current={year === shown ? "page" : undefined}>
              {year}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );

interface BodiesPageProps extends MeetingsOn {
  readonly context: PageContext;
  readonly bodies: readonly RegisteredBody[];
  readonly today: string;
}

/** `/`: what is on today and this week, the bodies whose meetings can be followed here, and the years of all meetings. */
export const BodiesPage = ({ context, bodies, meetings, years, today }: BodiesPageProps) => {
  const { page, language, operator } = context;
  const name = operator.name ?? "Plenary";
  const isToday = ({ record }: MeetingOverview): boolean => record.opensOn <= today;
  const week = meetings.filter((meeting) => !isToday(meeting) && meeting.record.opensOn <= addDays(today, WEEK));
  return (
    <Layout
      context={context}
      path="/"
      title={name}
      description={page.tagline}
      isUnofficial={bodies.some(({ publisher }) => publisher === undefined)}
    >
      <div class="head">
        <h1>{name}</h1>
        <p class="lead">{page.tagline}</p>
      </div>
      <Soon id="today" heading={page.today} meetings={meetings.filter(isToday)} context={context} />
      <Soon id="week" heading={page.thisWeek} meetings={week} context={context} />
      <h2>{page.bodies}</h2>
      {bodies.length === 0 && <p>{page.noBodies}</p>}
      <div class="directory">
        {groupByParent(bodies, language).map(([parent, own]) => (
          <section class="group">
            {parent !== undefined && (
              <h3>
                <TitleText title={parent} context={context} />
              </h3>
            )}
            <ul class="bodies">
              {own.map((body) => (
                <BodyLine body={body} meeting={meetings.find(({ record }) => record.body.id === body.id)} context={context} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Years years={years} context={context} />
    </Layout>
  );
};
