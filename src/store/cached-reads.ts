import { MEMORY } from "../cache/memory.ts";
import type { Days, ListedMeeting } from "../calendar/listed-meeting.ts";
import { weighCalendar, weighJson } from "./weigh.ts";
import type { MeetingPart, PartQuery } from "../calendar/meeting-part.ts";
import type { BodyCalendar, BodyOverview, MeetingCalendar, MeetingsOn, MovedIds } from "../calendar/views.ts";
import type { RegisteredBody } from "../meeting/record.ts";
import type { LatestEvents } from "./body/latest-events.ts";
import { completeMeeting, completePart } from "./meeting-changes.ts";
import { createRevalidatingCache, type Fetched, type VersionedValue } from "./revalidating-cache.ts";
import { unwrap } from "./stored.ts";
import { findBody, hasBody, openBody, openDirectory, requireWhole } from "./stubs.ts";

/** A body with the meetings of its own feed, and the revision of each by its id. */
interface BodyFeedMeetings extends BodyCalendar {
  readonly revisions: Readonly<Record<string, string>>;
}

const meetings = createRevalidatingCache<MeetingCalendar>(MEMORY.meetings, weighCalendar);
const movedIds = createRevalidatingCache<MovedIds>(MEMORY.movedIds, weighJson);
const parts = createRevalidatingCache<MeetingPart>(MEMORY.parts, weighJson);
const overviews = createRevalidatingCache<BodyOverview>(MEMORY.overviews, weighJson);
const bodies = createRevalidatingCache<readonly RegisteredBody[]>(1, () => 1);
const bodyFeeds = createRevalidatingCache<BodyFeedMeetings>(MEMORY.bodyFeeds, (feed) =>
  feed.meetings.reduce((sum, meeting) => sum + weighCalendar(meeting), 0),
);

const listedMeetings = createRevalidatingCache<readonly ListedMeeting[]>(MEMORY.listed, weighJson);

const meetingsOn = createRevalidatingCache<MeetingsOn>(MEMORY.meetingsOn, weighJson);

const latestEvents = createRevalidatingCache<LatestEvents>(MEMORY.latestEvents, weighJson);

/** The keys of what is kept of all bodies. */
const BODIES = "bodies";
const LISTED = "*";

/** All bodies, by their ids. */
export const readBodies = async (env: Env): Promise<VersionedValue<readonly RegisteredBody[]>> => {
  const read = await bodies.read(BODIES, (last) => unwrap(openDirectory(env).readBodies(last?.revision)));
  if (!read) throw new Error("The directory answered nothing.");
  return read;
};

/** The meetings of all bodies, or of one, on some days, as the calendar of all bodies has them. */
export const readListed = async (env: Env, days: Days, body?: string): Promise<VersionedValue<readonly ListedMeeting[]>> => {
  const read = await listedMeetings.read(body ?? LISTED, (last) => unwrap(openDirectory(env).readListed(days, body, last?.revision)));
  if (!read) throw new Error("The directory answered nothing.");
  return read;
};

/** The meetings of all bodies on some days, as pages list them. */
export const readMeetingsOn = async (env: Env, days: Days): Promise<VersionedValue<MeetingsOn>> => {
  const read = await meetingsOn.read(`${days.first} ${days.last}`, (last) =>
    unwrap(openDirectory(env).readMeetingsOn(days, last?.revision)),
  );
  if (!read) throw new Error("The directory answered nothing.");
  return read;
};

/** Has the directory list all of a body anew, and reads what it lists. */
export const listBody = async (env: Env, id: string): Promise<Fetched<BodyOverview> | undefined> => {
  const listing = await unwrap(openBody(env, id).readListing());
  if (!listing) return undefined;
  await unwrap(openDirectory(env).listAnew(listing));
  const listed = await unwrap(openDirectory(env).readOverview(id));
  return listed === "behind" ? undefined : listed;
};

/** A body with all its meetings in short, as the directory lists them: that wakes no body. */
export const readOverview = (env: Env, id: string): Promise<VersionedValue<BodyOverview> | undefined> =>
  overviews.read(id, async (last) => {
    if (!(await hasBody(env, id))) return undefined;
    const listed = await unwrap(openDirectory(env).readOverview(id, last?.revision));
    return listed === "behind" ? listBody(env, id) : listed;
  });

/** A meeting, with its revision. */
export const readMeeting = (env: Env, body: string, meeting: string): Promise<VersionedValue<MeetingCalendar> | undefined> =>
  meetings.read(`${body}/${meeting}`, async (last) => {
    const object = await findBody(env, body);
    const load = async (known: string | undefined) => object && (await unwrap(object.loadMeeting(meeting, known)));
    const fetched = await load(last?.revision);
    // Its file may be gone since this process first read it.
    if (object && !fetched) await requireWhole(env, body);
    return fetched && (completeMeeting(fetched, last?.value) ?? load(undefined));
  });

/** A meeting as an address names it. */
interface MeetingAddress {
  readonly body: string;
  readonly meeting: string;
}

/** Where the ids of a meeting lead: asked before all else of whatever is asked of it, so it reads nothing else. */
export const readMovedIds = (env: Env, body: string, meeting: string): Promise<VersionedValue<MovedIds> | undefined> =>
  movedIds.read(`${body}/${meeting}`, async (last) => {
    const object = await findBody(env, body);
    const fetched = object && (await unwrap(object.loadMovedIds(meeting, last?.revision)));
    // Its file may be gone since this process first read it.
    if (object && !fetched) await requireWhole(env, body);
    return fetched;
  });

/** A part of a meeting, with the meeting's revision: it costs what it is, however great the meeting is. */
export const readPart = (env: Env, { body, meeting }: MeetingAddress, query: PartQuery): Promise<VersionedValue<MeetingPart> | undefined> =>
  parts.read(`${body}/${meeting} ${JSON.stringify(query)}`, async (last) => {
    const object = await findBody(env, body);
    const load = async (known: string | undefined) => object && (await unwrap(object.loadPart(meeting, query, known)));
    const fetched = await load(last?.revision);
    if (object && !fetched) await requireWhole(env, body);
    return fetched && (completePart(fetched, last?.value) ?? load(undefined));
  });

/** A meeting as this process read it last, whatever became of it since. */
export const peekMeeting = (body: string, meeting: string): VersionedValue<MeetingCalendar> | undefined =>
  meetings.peek(`${body}/${meeting}`);

const fetchBodyFeed = async (
  env: Env,
  id: string,
  last: VersionedValue<BodyFeedMeetings> | undefined,
): Promise<Fetched<BodyFeedMeetings> | undefined> => {
  const object = await findBody(env, id);
  const fetched = object && (await unwrap(object.readBodyFeed(last?.revision, last?.value.revisions)));
  if (object && !fetched) await requireWhole(env, id);
  if (!fetched?.value) return fetched && { revision: fetched.revision };
  const { record, listed } = fetched.value;
  const had = new Map(last?.value.meetings.map((meeting) => [meeting.state.record.id, meeting]));
  const completed = fetched.value.meetings.map((meeting) => ({ of: meeting.id, meeting: completeMeeting(meeting, had.get(meeting.id)) }));
  // What is new of one does not fit: then all is fetched.
  if (completed.some(({ meeting }) => !meeting)) return fetchBodyFeed(env, id, undefined);
  const value: BodyFeedMeetings = {
    record,
    listed,
    meetings: completed.flatMap(({ of, meeting }) => meeting?.value ?? had.get(of) ?? []),
    revisions: Object.fromEntries(fetched.value.meetings.map((meeting) => [meeting.id, meeting.revision])),
  };
  return { revision: fetched.revision, value };
};

/** A body with the meetings of its own feed, of which that is fetched which changed. */
export const readBodyFeed = (env: Env, id: string): Promise<VersionedValue<BodyFeedMeetings> | undefined> =>
  bodyFeeds.read(id, (last) => fetchBodyFeed(env, id, last));

const formatLatestKey = (body: string, meeting: string | undefined): string => `${body}/${meeting ?? ""}`;

/** The last events of a body's meetings, or of one of them. */
export const readLatestEvents = (env: Env, body: string, meeting?: string): Promise<VersionedValue<LatestEvents> | undefined> =>
  latestEvents.read(formatLatestKey(body, meeting), async (last) => {
    const object = await findBody(env, body);
    return object && unwrap(object.readLatestEvents(meeting, last?.revision));
  });

/** After a change of the list of bodies that this process made: its sender reads what it wrote. */
export const expireBodies = (): void => bodies.expire(BODIES);

/** The same after a change of a body, or of one of its meetings. */
export const expireBody = (body: string, meeting: string | undefined): void => {
  listedMeetings.expire(LISTED);
  listedMeetings.expire(body);
  bodyFeeds.expire(body);
  parts.expireAll();
  movedIds.clear();
  meetingsOn.clear();
  overviews.expire(body);
  latestEvents.expire(formatLatestKey(body, undefined));
  if (meeting !== undefined) latestEvents.expire(formatLatestKey(body, meeting));
  if (meeting !== undefined) meetings.expire(`${body}/${meeting}`);
};
