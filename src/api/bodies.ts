import { getAgendaStatus, getLifecycle, getMeetingStatus } from "../../machines/meeting/statuses.ts";
import { formatBodyFeedPath, formatBodyPath, formatMeetingFeedPath, formatMeetingPath } from "../calendar/addresses.ts";
import type { BodyOverview, MeetingOverview, MeetingsOn } from "../calendar/views.ts";
import type { RegisteredBody } from "../meeting/record.ts";
import type { ListedBody, ListedBodies, MeetingsOfYear, MeetingSummary } from "./schemas/bodies.ts";

const listAddresses = (origin: string, { id }: RegisteredBody) => ({
  page: `${origin}${formatBodyPath(id)}`,
  json: `${origin}${formatBodyPath(id)}.json`,
});

/** `/bodies.json`: the bodies whose meetings can be followed here, by their ids. */
export const buildBodiesJson = (origin: string, bodies: readonly RegisteredBody[]): ListedBodies => ({
  bodies: bodies.map((record) => ({ body: record.id, ...listAddresses(origin, record), record })),
});

/** @param lister the body whose list it is; none of a list of all bodies */
const listMeeting = (origin: string, lister: string | undefined, { record, agenda }: MeetingOverview): MeetingSummary => {
  const { body, id } = record;
  return {
    ...(body.id !== lister && { body: body.id }),
    meeting: id,
    state: getLifecycle(agenda),
    status: { agenda: getAgendaStatus(agenda), meeting: getMeetingStatus(agenda) },
    page: `${origin}${formatMeetingPath(body.id, id)}`,
    json: `${origin}${formatMeetingPath(body.id, id)}.json`,
    feed: `${origin}${formatMeetingFeedPath(body.id, id)}`,
    title: record.title,
    opensOn: record.opensOn,
    closesOn: record.closesOn,
    timezone: record.timezone,
    ...(record.city !== undefined && { city: record.city }),
  };
};

/** `/{body}.json`: a body and its meetings, the latest first. It has a feed once it has a meeting. */
export const buildBodyJson = (origin: string, { record, meetings }: BodyOverview): ListedBody => ({
  body: record.id,
  ...listAddresses(origin, record),
  ...(meetings.length > 0 && { feed: `${origin}${formatBodyFeedPath(record.id)}` }),
  record,
  meetings: meetings.map((meeting) => listMeeting(origin, record.id, meeting)),
});

/** `/bodies/2026.json`: the meetings of all bodies in a year. */
export const buildYearJson = (origin: string, year: string, { meetings }: MeetingsOn): MeetingsOfYear => ({
  year,
  meetings: meetings.map((meeting) => listMeeting(origin, undefined, meeting)),
});
