import type { Child } from "hono/jsx";
import { getMeetingStatus } from "../../machines/meeting/statuses.ts";
import { formatBodyPath, formatMeetingPath } from "../calendar/addresses.ts";
import type { BodyOverview, MeetingCalendar } from "../calendar/views.ts";
import { joinTexts } from "../meeting/text-languages.ts";
import { getDate } from "../meeting/local-time.ts";
import { chooseText, type Text } from "../meeting/text.ts";
import { localizePath } from "../i18n/paths.ts";
import { findGroup } from "./body.tsx";
import { DayProgramme } from "./day-programme.tsx";
import { readItemStatuses } from "./item-list.tsx";
import { PageFrame } from "./layout.tsx";
import { buildLiveAttributes } from "./live-attributes.ts";
import { MeetingList } from "./meeting-list.tsx";
import { Notices } from "./notices.tsx";
import { NowAndNext } from "./now-and-next.tsx";
import type { PageContext } from "./page-context.ts";
import { chooseDay, groupByDay, listSittings, LONG_PROGRAMME } from "./sittings.ts";
import { TitleText } from "./title.tsx";

interface FrameProps {
  readonly context: PageContext;
  /** Of the page that says more. */
  readonly path: string;
  readonly title: Text;
  readonly meeting?: MeetingCalendar;
  readonly children: Child;
}

/** What another site shows of ours: its links lead out of the frame. */
const Frame = ({ context, path, title, meeting, children }: FrameProps) => (
  <PageFrame context={context} path={path} title={chooseText(title, context.language)} kind="embed">
    <main id="main" {...(meeting && buildLiveAttributes(meeting))}>
      <h1>
        <a href={localizePath(context.language, path)}>
          <TitleText title={title} context={context} />
        </a>
      </h1>
      {children}
    </main>
  </PageFrame>
);

interface EmbeddedMeetingProps {
  readonly context: PageContext;
  readonly calendar: MeetingCalendar;
  /** At the meeting's place. */
  readonly today: string;
}

/** `/embed/{body}/{meeting}/now` */
export const EmbeddedMoment = ({ context, calendar, today }: EmbeddedMeetingProps) => {
  const { state } = calendar;
  const { body, id, title } = state.record;
  const parts = { state, sittings: listSittings(calendar), statuses: readItemStatuses(state), today, context };
  return (
    <Frame context={context} path={formatMeetingPath(body.id, id)} title={title} meeting={calendar}>
      <Notices state={state} context={context} />
      <NowAndNext {...parts} />
    </Frame>
  );
};

/** `/embed/{body}/{meeting}`: all days of the programme, or today's of one that is long. */
export const EmbeddedProgramme = ({ context, calendar, today }: EmbeddedMeetingProps) => {
  const { state } = calendar;
  const { body, id, title, venue, city, timezone } = state.record;
  const sittings = listSittings(calendar);
  const day = sittings.length > LONG_PROGRAMME ? chooseDay(sittings, today) : undefined;
  const shown = day === undefined ? sittings : sittings.filter(({ entry }) => getDate(entry.start) === day);
  const place = joinTexts(
    [venue, city].filter((part) => part !== undefined),
    ", ",
  );
  return (
    <Frame context={context} path={formatMeetingPath(body.id, id)} title={title} meeting={calendar}>
      <Notices state={state} context={context} />
      <h2 class="unseen">{context.page.programme}</h2>
      <div data-zone={timezone}>
        {groupByDay(shown).map(([date, own]) => (
          <DayProgramme date={date} sittings={own} place={place} statuses={readItemStatuses(state)} context={context} />
        ))}
      </div>
    </Frame>
  );
};

interface EmbeddedBodyProps {
  readonly context: PageContext;
  readonly overview: BodyOverview;
  readonly today: string;
}

/** Meetings of the past that a short list has. */
const MAX_PAST = 3;

/** `/embed/{body}`: its meetings under way and upcoming, and the last ones. */
export const EmbeddedBody = ({ context, overview: { record, meetings }, today }: EmbeddedBodyProps) => {
  const listed = meetings.filter(({ agenda }) => getMeetingStatus(agenda) !== "withdrawn");
  const { current = [], upcoming = [], past = [] } = Object.groupBy(listed, (meeting) => findGroup(meeting, today));
  return (
    <Frame context={context} path={formatBodyPath(record.id)} title={record.name}>
      {listed.length === 0 && <p>{context.page.noMeetings}</p>}
      <MeetingList
        meetings={[...current, ...upcoming.toReversed(), ...past.slice(0, MAX_PAST)]}
        lister={record.id}
        level="h2"
        context={context}
      />
    </Frame>
  );
};
