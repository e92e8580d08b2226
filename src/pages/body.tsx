import { getMeetingStatus, type MeetingStatus } from "../../machines/meeting/statuses.ts";
import { formatBodyFeedPath, formatBodyPath } from "../calendar/addresses.ts";
import type { BodyOverview, MeetingOverview } from "../calendar/views.ts";
import { addDays } from "../meeting/local-time.ts";
import type { PageMessages } from "../i18n/pages/messages.ts";
import { Layout } from "./layout.tsx";
import { MeetingList } from "./meeting-list.tsx";
import { addLanguageQuery, type PageContext } from "./page-context.ts";
import { JumpToSubscribe } from "./part-page.tsx";
import { StarLine } from "./stars.tsx";
import { Subscribe } from "./subscribe.tsx";
import { TitleText } from "./title.tsx";

type MeetingGroup = keyof PageMessages["meetings"];

const GROUP_OF: Record<MeetingStatus, MeetingGroup> = {
  announced: "upcoming",
  postponed: "upcoming",
  opened: "current",
  suspended: "current",
  closed: "past",
  cancelled: "past",
  withdrawn: "past",
};

/** Meetings whose dates have passed everywhere on Earth stand with the past ones, though nobody closed them. */
export const findGroup = ({ agenda, record }: MeetingOverview, today: string): MeetingGroup => {
  const status = getMeetingStatus(agenda);
  return status === "announced" && record.closesOn < addDays(today, -1) ? "past" : GROUP_OF[status];
};

const groupByYear = (meetings: readonly MeetingOverview[]) => [...Map.groupBy(meetings, ({ record }) => record.opensOn.slice(0, 4))];

/** What programs read of a body. */
const Formats = ({ path, context }: { readonly path: string; readonly context: PageContext }) => (
  <ul class="more formats">
    {[
      ["iCalendar", addLanguageQuery(context, `${path}.ics`)],
      ["Atom", addLanguageQuery(context, `${path}.atom`)],
      ["JSON", `${path}.json`],
    ].map(([name, address]) => (
      <li>
        <a href={address}>{name}</a>
      </li>
    ))}
  </ul>
);

interface BodyPageProps {
  readonly context: PageContext;
  readonly overview: BodyOverview;
  readonly today: string;
}

/** A body's page: its meetings under way and upcoming, those of the past by years, and how to follow them all. */
export const BodyPage = ({ context, overview: { record, meetings }, today }: BodyPageProps) => {
  const { origin, page } = context;
  const path = formatBodyPath(record.id);
  const feed = addLanguageQuery(context, `${origin}${formatBodyFeedPath(record.id)}`);
  // What was announced by mistake is in no list. The overview has the latest first: what comes next should stand first.
  const listed = meetings.filter(({ agenda }) => getMeetingStatus(agenda) !== "withdrawn");
  const { current = [], upcoming = [], past = [] } = Object.groupBy(listed, (meeting) => findGroup(meeting, today));
  const coming = [...current, ...upcoming].map(({ record: { body, id } }) => ({ body: body.id, meeting: id, slots: [], items: [] }));
  return (
    <Layout
      context={context}
      path={path}
      title={record.name}
      description={`${record.name}. ${page.tagline}`}
      body={record}
      feed={meetings.length > 0 ? feed : undefined}
      hasChanges
    >
      <div class="head">
        {record.parent && (
          <p class="soft">
            <TitleText title={record.parent} context={context} />
          </p>
        )}
        <h1>
          <TitleText title={record.name} context={context} />
        </h1>
        <StarLine parts={coming} context={context} />
        {meetings.length > 0 && <JumpToSubscribe context={context} />}
      </div>
      <div class="body directory">
        {listed.length === 0 && <p>{page.noMeetings}</p>}
        {[["current", current] as const, ["upcoming", upcoming.toReversed()] as const].map(
          ([group, own]) =>
            own.length > 0 && (
              <section class="group" id={group} aria-labelledby={`${group}-heading`}>
                <h2 id={`${group}-heading`}>{page.meetings[group]}</h2>
                <MeetingList meetings={own} lister={record.id} context={context} />
              </section>
            ),
        )}
        {past.length > 0 && (
          <section class="group" id="past" aria-labelledby="past-heading">
            <h2 id="past-heading">{page.meetings.past}</h2>
            {groupByYear(past).map(([year, own]) => (
              <details class="year group" open={year === past[0]?.record.opensOn.slice(0, 4)}>
                <summary>{year}</summary>
                <MeetingList meetings={own} lister={record.id} context={context} />
              </details>
            ))}
          </section>
        )}
      </div>
      <aside>
        {meetings.length > 0 && (
          <section class="card" aria-labelledby="subscribe">
            <h2 id="subscribe">{page.subscribeBody}</h2>
            <Subscribe address={feed} name={record.name} context={context} />
            <p class="soft often">{page.howOften}</p>
          </section>
        )}
        <Formats path={path} context={context} />
      </aside>
    </Layout>
  );
};
