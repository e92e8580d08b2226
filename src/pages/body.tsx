import { getMeetingStatus, type MeetingStatus } from "../../machines/meeting/statuses.ts";
import { formatBodyFeedPath, formatBodyPath, formatMeetingPath } from "../calendar/addresses.ts";
import type { BodyOverview } from "../calendar/views.ts";
import { chooseText } from "../meeting/text.ts";
import type { PageMessages } from "../i18n/pages/messages.ts";
import { Layout } from "./layout.tsx";
import { localizePath } from "../i18n/paths.ts";
import { addLanguageQuery, type PageContext } from "./page-context.ts";
import { WhereItStands } from "./lifecycle.tsx";
import { Subscribe } from "./subscribe.tsx";
import { TitleText } from "./title.tsx";

type MeetingGroup = keyof PageMessages["meetings"];
const GROUPS: readonly MeetingGroup[] = ["current", "upcoming", "past"];

const GROUP_OF: Record<MeetingStatus, MeetingGroup> = {
  announced: "upcoming",
  postponed: "upcoming",
  opened: "current",
  suspended: "current",
  closed: "past",
  cancelled: "past",
  withdrawn: "past",
};

type Meeting = BodyOverview["meetings"][number];

interface MeetingLineProps {
  readonly meeting: Meeting;
  /** The id of the body that lists it. */
  readonly lister: string;
  readonly context: PageContext;
}

const MeetingLine = ({ meeting: { record, agenda }, lister, context }: MeetingLineProps) => {
  const { language, messages } = context;
  const status = getMeetingStatus(agenda);
  const isOff = status === "cancelled" || status === "postponed";
  return (
    <li data-closes={GROUP_OF[status] === "upcoming" && !isOff ? record.closesOn : undefined}>
      <h3>
        <a href={localizePath(language, formatMeetingPath(record.body.id, record.id))}>
          <TitleText title={record.title} context={context} />
        </a>
      </h3>
      {record.body.id !== lister && (
        <p class="soft">
          <TitleText title={record.body.name} context={context} />
        </p>
      )}
      <p class="soft">
        {record.city && (
          <>
            <bdi>{chooseText(record.city, language)}</bdi>
            {messages.punctuation.comma}
          </>
        )}
        {messages.dates.days(record.opensOn, record.closesOn)}
      </p>
      <p>
        <span class={`tag ${isOff ? status : "step"}`}>
          <WhereItStands agenda={agenda} context={context} />
        </span>
      </p>
    </li>
  );
};

/** A body's page: its meetings under way, upcoming and past, and how to follow them all. */
export const BodyPage = ({
  context,
  overview: { record, meetings },
}: {
  readonly context: PageContext;
  readonly overview: BodyOverview;
}) => {
  const { origin, page } = context;
  const feed = addLanguageQuery(context, `${origin}${formatBodyFeedPath(record.id)}`);
  const groups = GROUPS.map((group) => {
    // What was announced by mistake is in no list.
    const own = meetings.filter(({ agenda }) => GROUP_OF[getMeetingStatus(agenda)] === group && getMeetingStatus(agenda) !== "withdrawn");
    // The overview has the latest first: what comes next should stand first.
    return { group, own: group === "upcoming" ? own.toReversed() : own };
  });
  return (
    <Layout
      context={context}
      path={formatBodyPath(record.id)}
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
      </div>
      {meetings.length > 0 && (
        <aside>
          <section class="card" aria-labelledby="subscribe">
            <h2 id="subscribe">{page.subscribeBody}</h2>
            <Subscribe address={feed} name={record.name} context={context} />
            <p class="soft often">{page.howOften}</p>
          </section>
        </aside>
      )}
      <div class="body">
        {meetings.length === 0 && <p>{page.noMeetings}</p>}
        {groups.map(({ group, own }) => (
          <section class="group" id={group} aria-labelledby={`${group}-heading`} hidden={own.length === 0}>
            <h2 id={`${group}-heading`}>{page.meetings[group]}</h2>
            <ul class="list">
              {own.map((meeting) => (
                <MeetingLine meeting={meeting} lister={record.id} context={context} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Layout>
  );
};
