import { listNotices } from "../../machines/meeting/notices.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { getLifecycle, getMeetingStatus } from "../../machines/meeting/statuses.ts";
import { interpolate } from "../meeting/interpolate.ts";
import type { BodyRecord } from "../meeting/record.ts";
import { formatChange, formatDayAndTime, formatStep } from "./change-text.ts";
import { formatDocumentLink, formatPublisher, joinLink } from "./entry-text.ts";
import type { Messages } from "./messages.ts";
import { lowerFirst } from "./sentence.ts";

/** Where a meeting stands, in a list of calendars; undefined before it is opened. */
export const describeStanding = ({ agenda, milestones }: MeetingState, messages: Messages): string | undefined => {
  const { standing, lifecycle } = messages;
  if (milestones.some(({ type }) => type === "report.issued")) return standing.reportIssued;
  const status = getMeetingStatus(agenda);
  if (status !== "announced" && status !== "opened") return standing[status];
  const reached = getLifecycle(agenda);
  return reached === "in session" || reached === "report adopted" ? lowerFirst(lifecycle[reached], messages) : undefined;
};

export const formatSteps = ({ record, milestones }: MeetingState, messages: Messages): readonly string[] =>
  milestones.map((step) => formatStep(step, record.timezone, messages));

/** More would be a list that nobody reads. */
const MOST_NOTICES = 10;

/** Words to delegates of the meeting as a whole, the latest first. */
export const describeNotices = (state: MeetingState, messages: Messages): readonly string[] =>
  listNotices(state)
    .slice(0, MOST_NOTICES)
    .map(({ until, ...notice }) => {
      const said = formatChange({ ...notice, type: "notice.given" }, state.record.timezone, messages);
      return until === undefined ? said : `${said} (${interpolate(messages.until, { time: formatDayAndTime(until, messages) })})`;
    });

/** The document of which all sittings are. */
export const describeSource = ({ record: { agenda, body } }: MeetingState, messages: Messages): readonly string[] =>
  agenda.symbol === undefined
    ? []
    : [
        `${messages.source}${messages.punctuation.colon}${joinLink(agenda.symbol, " ", formatDocumentLink(body, agenda.symbol, messages.language))}`,
      ];

/** What holds of every entry, and so is said once. */
export const listCautions = (body: BodyRecord, messages: Messages): readonly string[] => [
  messages.caution,
  formatPublisher(body, messages),
];
