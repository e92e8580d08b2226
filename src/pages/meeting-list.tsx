import { getMeetingStatus } from "../../machines/meeting/statuses.ts";
import { formatMeetingPath } from "../calendar/addresses.ts";
import type { MeetingOverview } from "../calendar/views.ts";
import { localizePath } from "../i18n/paths.ts";
import { chooseText } from "../meeting/text.ts";
import { WhereItStands } from "./lifecycle.tsx";
import type { PageContext } from "./page-context.ts";
import { TitleText } from "./title.tsx";

interface MeetingLineProps {
  readonly meeting: MeetingOverview;
  /** The id of the body whose list it is, which is not named again. */
  readonly lister: string | undefined;
  /** Below the heading that it stands under. */
  readonly level: "h2" | "h3";
  readonly context: PageContext;
}

const MeetingLine = ({ meeting: { record, agenda }, lister, level: Heading, context }: MeetingLineProps) => {
  const { language, messages } = context;
  const status = getMeetingStatus(agenda);
  const isOff = status === "cancelled" || status === "postponed";
  return (
    <li>
      <Heading>
        <a href={localizePath(language, formatMeetingPath(record.body.id, record.id))}>
          <TitleText title={record.title} context={context} />
        </a>
      </Heading>
      {record.body.id !== lister && record.body.name !== chooseText(record.title, language) && (
        <p class="soft whose">
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

interface MeetingListProps extends Pick<MeetingLineProps, "context"> {
  readonly meetings: readonly MeetingOverview[];
  readonly lister?: string;
  readonly level?: MeetingLineProps["level"];
}

export const MeetingList = ({ meetings, lister, level = "h3", context }: MeetingListProps) => (
  <ul class="list meetings">
    {meetings.map((meeting) => (
      <MeetingLine meeting={meeting} lister={lister} level={level} context={context} />
    ))}
  </ul>
);
