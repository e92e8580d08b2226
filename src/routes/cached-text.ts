import { buildCalendar, replay, type MeetingHistory, type HistoryStep } from "../calendar/replay.ts";
import type { BodyOverview, MeetingCalendar } from "../calendar/views.ts";
import type { BodyRecord } from "../meeting/record.ts";
import { respondWithProblem } from "../http/problems.ts";
import { getOrRender, type Kind, type Rendered } from "../http/render-cache.ts";
import { readBodies, readMeeting, readOverview } from "../store/cached-reads.ts";
import { readLog } from "../store/client.ts";
import type { VersionedValue } from "../store/revalidating-cache.ts";
import { createSingleFlight } from "../cache/single-flight.ts";
import { noMeeting, noSuch, originOf } from "./app.ts";

/** A text, and what it depends on beside its subject and the origin. */
interface Telling<Subject> {
  readonly name: string;
  readonly tell: (subject: Subject) => string | Promise<string>;
}

/** A meeting as an address names it: `version` is the query's, where the meeting is wanted as it was known then. */
interface MeetingAddress {
  readonly body: string;
  readonly meeting: string;
  readonly version?: string | undefined;
}

/** A text, or why there is none. */
type Text = Rendered | Response;

/** Told once for each revision of what it is about: a page is asked for by many, and a long history takes long to go through. */
const toldOnce = (
  env: Env,
  kind: Kind,
  about: readonly (string | number)[],
  revision: string,
  tell: () => string | Promise<string>,
): Promise<Rendered> => getOrRender(kind, JSON.stringify([originOf(env), revision, ...about]), tell);

/** A text that depends on nothing that is stored. */
export const getStaticPage = (env: Env, { name, tell }: Telling<undefined>): Promise<Text> =>
  toldOnce(env, "page", [name], "", () => tell(undefined));

/** A text about all bodies. */
export const bodiesText = async (env: Env, { name, tell }: Telling<readonly BodyRecord[]>): Promise<Text> => {
  const { revision, value } = await readBodies(env);
  return toldOnce(env, "page", [name], revision, () => tell(value));
};

/** A text about a body and its meetings. */
export const bodyText = async (env: Env, body: string, { name, tell }: Telling<BodyOverview>): Promise<Text> => {
  const reading = await readOverview(env, body);
  if (!reading) return noSuch("no-such-body", "body");
  return toldOnce(env, "page", [name, body], reading.revision, () => tell(reading.value));
};

/** A meeting, and the version of it that is wanted. */
interface MeetingAt extends VersionedValue<MeetingCalendar> {
  readonly version: number;
}

const wantedAt = async (env: Env, { body, meeting, version }: MeetingAddress): Promise<MeetingAt | Response> => {
  const reading = await readMeeting(env, body, meeting);
  if (!reading) return noMeeting();
  const latest = reading.value.state.version;
  const wanted = version === undefined ? latest : Number(version);
  return Number.isInteger(wanted) && wanted >= 1 && wanted <= latest
    ? { ...reading, version: wanted }
    : respondWithProblem({ code: "no-such-version", detail: `Its versions are 1 to ${latest}.` });
};

const replays = createSingleFlight<readonly HistoryStep[]>();

/** What happened to a meeting up to a version. Its log is gone through once for all who ask for any of its texts meanwhile. */
const momentsUpTo = async (env: Env, { body, meeting }: MeetingAddress, version: number): Promise<readonly HistoryStep[]> => {
  const gone = () => replays(`${body}/${meeting}`, async () => replay(await readLog(env, body, meeting)));
  const moments = await gone();
  // What was under way may have been begun before the last event.
  return (moments.length < version ? await gone() : moments).slice(0, version);
};

/** A text about a meeting at its address. */
export const meetingText = async (env: Env, address: MeetingAddress, { name, tell }: Telling<MeetingCalendar>): Promise<Text> => {
  const wanted = await wantedAt(env, address);
  if (wanted instanceof Response) return wanted;
  const { revision, value, version } = wanted;
  const about = [name, address.body, address.meeting];
  return address.version === undefined
    ? toldOnce(env, "page", about, revision, () => tell(value))
    : toldOnce(env, "history", [...about, version], revision, async () =>
        tell(buildCalendar(await momentsUpTo(env, address, version)) ?? value),
      );
};

/** A text about all that happened to a meeting. */
export const historyText = async (env: Env, address: MeetingAddress, { name, tell }: Telling<MeetingHistory>): Promise<Text> => {
  const wanted = await wantedAt(env, address);
  if (wanted instanceof Response) return wanted;
  const { revision, value, version } = wanted;
  return toldOnce(env, "history", [name, address.body, address.meeting, version], revision, async () => {
    const moments = await momentsUpTo(env, address, version);
    return tell({ state: moments.at(-1)?.state ?? value.state, moments });
  });
};
