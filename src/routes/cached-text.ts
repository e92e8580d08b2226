import { createTurns } from "../cache/turns.ts";
import type { BodyOverview, MeetingCalendar } from "../calendar/views.ts";
import { refuse, type Problem } from "../http/problems.ts";
import { renderCache, type Kind, type Written } from "../http/render-cache.ts";
import { formatLocalTime, getDate } from "../meeting/local-time.ts";
import { fail, succeed, type Result } from "../meeting/result.ts";
import { readMeeting, readOverview } from "../store/cached-reads.ts";
import { readMeetingAt } from "../store/log-passes.ts";
import { joinCurrent, type VersionedValue } from "../store/revalidating-cache.ts";
import { describeMissing, NO_MEETING, readOrigin, type CachedText } from "./app.ts";

/** How a subject is shown, and under which name, which tells what the text depends on beside its subject and the origin. */
export interface View<Subject> {
  readonly name: string;
  readonly render: (subject: Subject) => Written | Promise<Written>;
}

/** A meeting on a day: the date at its place. */
export interface MeetingToday {
  readonly calendar: MeetingCalendar;
  readonly today: string;
}

/** A meeting as an address names it: `version` is the query's, where the meeting is wanted as it was known then. */
export interface VersionAddress {
  readonly body: string;
  readonly meeting: string;
  readonly version?: string | undefined;
}

export type TextResult = Result<CachedText, Problem>;

const formatKey = (env: Env, about: readonly (string | number)[], revision: string): string =>
  JSON.stringify([readOrigin(env), revision, ...about]);

/** Rendered once for each revision of what it is about: a page is asked for by many, and a long history takes long to go through. */
export const renderOnce = async (
  env: Env,
  kind: Kind,
  about: readonly (string | number)[],
  revision: string,
  render: () => Written | Promise<Written>,
): Promise<TextResult> => {
  const key = formatKey(env, about, revision);
  return succeed({ kind, key, rendered: await renderCache.getOrRender(kind, key, render) });
};

/** Heavy texts that may wait: each that is asked for by several waits once. */
const MAX_WAITING = 24;

const takeTurn = createTurns(MAX_WAITING);

/** The same of what takes long or much memory, one at a time: feeds, and all that is light, go on meanwhile. */
export const renderHeavy: typeof renderOnce = async (env, kind, about, revision, render) => {
  const key = formatKey(env, about, revision);
  const rendered = renderCache.peek(kind, key);
  if (rendered) return succeed({ kind, key, rendered });
  const text = await takeTurn(() => renderOnce(env, kind, about, revision, render));
  return text === "full" ? refuse("busy", "Others are being answered whose answers take long. Ask again in a moment.") : text;
};

/** Entries of a meeting, meetings of a body, or bodies beyond which a text of them is heavy: a tenth of a second and more of what all others wait for. */
const MANY = 300;

const chooseRender = (count: number): typeof renderOnce => (count > MANY ? renderHeavy : renderOnce);

/** A page that depends on nothing that is stored. */
export const renderStaticPage = (env: Env, { name, render }: View<undefined>): Promise<TextResult> =>
  renderOnce(env, "page", [name], "", () => render(undefined));

/** A text about a body and its meetings. */
export const renderBody = async (env: Env, body: string, { name, render }: View<BodyOverview>): Promise<TextResult> => {
  const read = await readOverview(env, body);
  if (!read) return fail(describeMissing("no-such-body", "body"));
  return chooseRender(read.value.meetings.length)(env, "page", [name, body], read.revision, () => render(read.value));
};

/** A meeting, and the version of it that is wanted. */
interface MeetingVersion extends VersionedValue<MeetingCalendar> {
  readonly version: number;
}

export const isVersion = (wanted: number, latest: number): boolean => Number.isInteger(wanted) && wanted >= 1 && wanted <= latest;

export const refuseVersion = (latest: number): TextResult & { readonly ok: false } =>
  refuse("no-such-version", `Its versions are 1 to ${latest}.`);

export const findVersion = async (env: Env, { body, meeting, version }: VersionAddress): Promise<Result<MeetingVersion, Problem>> => {
  const read = await readMeeting(env, body, meeting);
  if (!read) return fail(NO_MEETING);
  const latest = read.value.state.version;
  const wanted = version === undefined ? latest : Number(version);
  return isVersion(wanted, latest) ? succeed({ ...read, version: wanted }) : refuseVersion(latest);
};

/** A text about a meeting at its address. */
export const renderMeeting = async (env: Env, address: VersionAddress, { name, render }: View<MeetingCalendar>): Promise<TextResult> => {
  const wanted = await findVersion(env, address);
  if (!wanted.ok) return wanted;
  const { revision, value, version, isCurrent } = wanted.value;
  const about = [name, address.body, address.meeting];
  if (address.version !== undefined)
    return renderHeavy(env, "history", [...about, version], revision, async () =>
      render((await readMeetingAt(env, { ...address, version }, value)) ?? value),
    );
  const text = await chooseRender(value.rows.length)(env, "page", about, revision, () => render(value));
  return text.ok ? succeed({ ...text.value, isCurrent }) : text;
};

/** Of what is to be shown of a meeting a part: which, and why there is none. */
interface PartOfMeeting<Part> {
  readonly find: (calendar: MeetingCalendar) => Part | undefined;
  readonly missing: Problem;
}

/** A text about a part of a meeting, which the name of the view names. */
export const renderPart = async <Part>(
  env: Env,
  { body, meeting }: Pick<VersionAddress, "body" | "meeting">,
  { find, missing }: PartOfMeeting<Part>,
  { name, render }: View<{ readonly calendar: MeetingCalendar; readonly part: Part }>,
): Promise<TextResult> => {
  const read = await readMeeting(env, body, meeting);
  if (!read) return fail(NO_MEETING);
  const { revision, value: calendar, isCurrent } = read;
  const part = find(calendar);
  if (part === undefined) return fail(missing);
  const text = await chooseRender(calendar.rows.length)(env, "page", [name, body, meeting], revision, () => render({ calendar, part }));
  return text.ok ? succeed({ ...text.value, isCurrent }) : text;
};

const getToday = (timezone: string): string => getDate(formatLocalTime(Date.now(), timezone));

const createDateCheck =
  (today: string, timezone: string): (() => boolean) =>
  () =>
    getToday(timezone) === today;

/** A text about a meeting as it is today: another on each day, and good until the day is over at the meeting's place. */
export const renderToday = async (
  env: Env,
  { body, meeting }: Pick<VersionAddress, "body" | "meeting">,
  { name, render }: View<MeetingToday>,
): Promise<TextResult> => {
  const read = await readMeeting(env, body, meeting);
  if (!read) return fail(NO_MEETING);
  const { revision, value: calendar } = read;
  const today = getToday(calendar.state.record.timezone);
  const text = await chooseRender(calendar.rows.length)(env, "page", [name, body, meeting, today], revision, () =>
    render({ calendar, today }),
  );
  return text.ok
    ? succeed({ ...text.value, isCurrent: joinCurrent(read.isCurrent, createDateCheck(today, calendar.state.record.timezone)) })
    : text;
};
