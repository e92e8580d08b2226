import { createSingleFlight } from "../cache/single-flight.ts";
import { buildCalendar, replay, type MeetingHistory, type ReplayedEvent } from "../calendar/replay.ts";
import type { BodyOverview, MeetingCalendar } from "../calendar/views.ts";
import { refuse, type Problem } from "../http/problems.ts";
import { renderCache, type Kind, type Rendered } from "../http/render-cache.ts";
import type { BodyRecord } from "../meeting/record.ts";
import { fail, succeed, type Result } from "../meeting/result.ts";
import { readBodies, readMeeting, readOverview } from "../store/cached-reads.ts";
import { readMeetingLog } from "../store/client.ts";
import type { VersionedValue } from "../store/revalidating-cache.ts";
import { describeMissing, NO_MEETING, readOrigin } from "./app.ts";

/** How a subject is shown, and under which name, which tells what the text depends on beside its subject and the origin. */
interface View<Subject> {
  readonly name: string;
  readonly render: (subject: Subject) => string | Promise<string>;
}

/** A meeting as an address names it: `version` is the query's, where the meeting is wanted as it was known then. */
interface MeetingAddress {
  readonly body: string;
  readonly meeting: string;
  readonly version?: string | undefined;
}

type CachedText = Result<Rendered, Problem>;

/** Rendered once for each revision of what it is about: a page is asked for by many, and a long history takes long to go through. */
const renderOnce = async (
  env: Env,
  kind: Kind,
  about: readonly (string | number)[],
  revision: string,
  render: () => string | Promise<string>,
): Promise<CachedText> => succeed(await renderCache.getOrRender(kind, JSON.stringify([readOrigin(env), revision, ...about]), render));

/** A page that depends on nothing that is stored. */
export const renderStaticPage = (env: Env, { name, render }: View<undefined>): Promise<CachedText> =>
  renderOnce(env, "page", [name], "", () => render(undefined));

/** A text about all bodies. */
export const renderBodies = async (env: Env, { name, render }: View<readonly BodyRecord[]>): Promise<CachedText> => {
  const { revision, value } = await readBodies(env);
  return renderOnce(env, "page", [name], revision, () => render(value));
};

/** A text about a body and its meetings. */
export const renderBody = async (env: Env, body: string, { name, render }: View<BodyOverview>): Promise<CachedText> => {
  const read = await readOverview(env, body);
  if (!read) return fail(describeMissing("no-such-body", "body"));
  return renderOnce(env, "page", [name, body], read.revision, () => render(read.value));
};

/** A meeting, and the version of it that is wanted. */
interface MeetingVersion extends VersionedValue<MeetingCalendar> {
  readonly version: number;
}

const findVersion = async (env: Env, { body, meeting, version }: MeetingAddress): Promise<Result<MeetingVersion, Problem>> => {
  const read = await readMeeting(env, body, meeting);
  if (!read) return fail(NO_MEETING);
  const latest = read.value.state.version;
  const wanted = version === undefined ? latest : Number(version);
  return Number.isInteger(wanted) && wanted >= 1 && wanted <= latest
    ? succeed({ ...read, version: wanted })
    : refuse("no-such-version", `Its versions are 1 to ${latest}.`);
};

const replays = createSingleFlight<readonly ReplayedEvent[]>();

/** What happened to a meeting up to a version. Its log is gone through once for all who ask for any of its texts meanwhile. */
const replayUpTo = async (env: Env, { body, meeting }: MeetingAddress, version: number): Promise<readonly ReplayedEvent[]> => {
  const replayOnce = () => replays(`${body}/${meeting}`, async () => replay(await readMeetingLog(env, body, meeting)));
  const moments = await replayOnce();
  // What was under way may have been begun before the last event.
  return (moments.length < version ? await replayOnce() : moments).slice(0, version);
};

/** A text about a meeting at its address. */
export const renderMeeting = async (env: Env, address: MeetingAddress, { name, render }: View<MeetingCalendar>): Promise<CachedText> => {
  const wanted = await findVersion(env, address);
  if (!wanted.ok) return wanted;
  const { revision, value, version } = wanted.value;
  const about = [name, address.body, address.meeting];
  return address.version === undefined
    ? renderOnce(env, "page", about, revision, () => render(value))
    : renderOnce(env, "history", [...about, version], revision, async () =>
        render(buildCalendar(await replayUpTo(env, address, version)) ?? value),
      );
};

/** A text about all that happened to a meeting. */
export const renderHistory = async (env: Env, address: MeetingAddress, { name, render }: View<MeetingHistory>): Promise<CachedText> => {
  const wanted = await findVersion(env, address);
  if (!wanted.ok) return wanted;
  const { revision, value, version } = wanted.value;
  return renderOnce(env, "history", [name, address.body, address.meeting, version], revision, async () => {
    const replayed = await replayUpTo(env, address, version);
    return render({ state: replayed.at(-1)?.state ?? value.state, replayed });
  });
};
