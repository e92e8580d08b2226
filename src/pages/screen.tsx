import { getMeetingStatus } from "../../machines/meeting/statuses.ts";
import { formatMeetingPath } from "../calendar/addresses.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { chooseText } from "../meeting/text.ts";
import { buildLiveAttributes } from "./live-attributes.ts";
import { readItemStatuses } from "./item-list.tsx";
import { PageFrame } from "./layout.tsx";
import { Notices } from "./notices.tsx";
import { WhereItStands } from "./lifecycle.tsx";
import { NowAndNext } from "./now-and-next.tsx";
import { listSittings } from "./sittings.ts";
import { localizePath } from "../i18n/paths.ts";
import type { PageContext } from "./page-context.ts";
import { TitleText } from "./title.tsx";

interface ScreenPageProps {
  readonly context: PageContext;
  readonly calendar: MeetingCalendar;
  /** At the meeting's place. */
  readonly today: string;
}

/** `/{body}/{meeting}/screen`: for the wall of the hall, to be read from its last row. It never scrolls. */
export const ScreenPage = ({ context, calendar, today }: ScreenPageProps) => {
  const { state } = calendar;
  const { language, page, origin } = context;
  const { record, agenda } = state;
  const path = formatMeetingPath(record.body.id, record.id);
  const sittings = listSittings(calendar);
  const statuses = readItemStatuses(state);
  return (
    <PageFrame context={context} path={`${path}/screen`} title={`${page.screen}: ${chooseText(record.title, language)}`} kind="screen">
      <main id="main" {...buildLiveAttributes(calendar)}>
        <div class={`head ${getMeetingStatus(agenda)}`}>
          <div>
            <h1>
              <TitleText title={record.title} context={context} />
            </h1>
            <p>
              <WhereItStands agenda={agenda} context={context} />
            </p>
          </div>
          <p class="clock" data-clock={record.timezone}></p>
        </div>
        <Notices state={state} context={context} />
        <NowAndNext state={state} sittings={sittings} statuses={statuses} today={today} context={context} itemCount={5} />
        <div class="scan">
          <img src={localizePath(language, `${path}/screen.svg`)} alt={page.code} width="200" height="200" />
          <div>
            <p>{page.scan}</p>
            <p>
              <bdi dir="ltr">{`${origin}${localizePath(language, path)}`.replace(/^https?:\/\//, "")}</bdi>
            </p>
          </div>
        </div>
      </main>
    </PageFrame>
  );
};
