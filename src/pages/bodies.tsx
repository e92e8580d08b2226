import { lifecycleOf, meetingStatusOf, type MeetingStatus } from "../../machines/agenda.ts";
import { bodyFeedPath, bodyPath, meetingPath } from "../calendar/addresses.ts";
import type { BodyOverview } from "../calendar/views.ts";
import type { BodyRecord } from "../meeting/record.ts";
import type { PageWords } from "../i18n/pages/words.ts";
import { Layout } from "./layout.tsx";
import { pathIn, withLanguage, type Reader } from "./page-context.ts";
import { Subscribe } from "./subscribe.tsx";
import { TitleText } from "./title.tsx";

/** `/`: the bodies whose meetings can be followed here. */
export const BodiesPage = ({ reader, bodies }: { readonly reader: Reader; readonly bodies: readonly BodyRecord[] }) => {
  const { language, page } = reader;
  return (
    <Layout reader={reader} path="/" title="Plenary" description={page.tagline}>
      <div class="head">
        <h1>Plenary</h1>
        <p class="lead">{page.tagline}</p>
      </div>
      <h2>{page.bodies}</h2>
      {bodies.length === 0 && <p>{page.noBodies}</p>}
      <ul class="list">
        {bodies.map((body) => (
          <li>
            <h3>
              <a href={pathIn(language, bodyPath(body.id))}>
                <TitleText title={body.name} reader={reader} />
              </a>
            </h3>
            {body.parent && (
              <p class="soft">
                <TitleText title={body.parent} reader={reader} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Layout>
  );
};

type Group = keyof PageWords["meetings"];
const GROUPS: readonly Group[] = ["current", "upcoming", "past"];

const GROUP_OF: Record<MeetingStatus, Group> = {
  announced: "upcoming",
  postponed: "upcoming",
  opened: "current",
  suspended: "current",
  closed: "past",
  cancelled: "past",
};

type Meeting = BodyOverview["meetings"][number];

const MeetingLine = ({ meeting: { record, agenda }, reader }: { readonly meeting: Meeting; readonly reader: Reader }) => {
  const { language, words, page } = reader;
  const status = meetingStatusOf(agenda);
  const isOff = status === "cancelled" || status === "postponed";
  return (
    <li data-closes={GROUP_OF[status] === "upcoming" && !isOff ? record.closesOn : undefined}>
      <h3>
        <a href={pathIn(language, meetingPath(record.body.id, record.id))}>
          <TitleText title={record.title} reader={reader} />
        </a>
      </h3>
      <p class="soft">
        {record.city && (
          <>
            <bdi>{record.city}</bdi>
            {words.punctuation.comma}
          </>
        )}
        {words.dates.days(record.opensOn, record.closesOn)}
      </p>
      <p>
        <span class={`tag ${isOff ? status : "step"}`}>{isOff ? page.meetingStatus[status] : words.lifecycle[lifecycleOf(agenda)]}</span>
      </p>
    </li>
  );
};

/** A body's page: its meetings under way, upcoming and past, and how to follow them all. */
export const BodyPage = ({ reader, overview: { record, meetings } }: { readonly reader: Reader; readonly overview: BodyOverview }) => {
  const { origin, page } = reader;
  const feed = withLanguage(reader, `${origin}${bodyFeedPath(record.id)}`);
  const groups = GROUPS.map((group) => {
    const own = meetings.filter(({ agenda }) => GROUP_OF[meetingStatusOf(agenda)] === group);
    // The overview has the latest first: what comes next should stand first.
    return { group, own: group === "upcoming" ? own.toReversed() : own };
  });
  return (
    <Layout
      reader={reader}
      path={bodyPath(record.id)}
      title={record.name}
      description={`${record.name}. ${page.tagline}`}
      body={record}
      feed={meetings.length > 0 ? feed : undefined}
    >
      <div class="head">
        {record.parent && (
          <p class="soft">
            <TitleText title={record.parent} reader={reader} />
          </p>
        )}
        <h1>
          <TitleText title={record.name} reader={reader} />
        </h1>
      </div>
      {meetings.length > 0 && (
        <aside>
          <section class="card" aria-labelledby="subscribe">
            <h2 id="subscribe">{page.subscribeBody}</h2>
            <Subscribe address={feed} name={record.name} reader={reader} />
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
                <MeetingLine meeting={meeting} reader={reader} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Layout>
  );
};
