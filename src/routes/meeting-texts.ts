import type { MeetingState } from "../../machines/state.ts";
import { calendarAfter, replay, type LogEntry, type Moment } from "../calendar/replay.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { problemResponse } from "../problems.ts";
import { findRendered, renderedOnce } from "../rendered.ts";
import { meetingReading, readLog } from "../store/bodies.ts";
import { noMeeting, originOf } from "./app.ts";

/** A meeting as an address names it: `version` is the query's, where the meeting is wanted as it was known then. */
interface MeetingAddress {
  readonly body: string;
  readonly meeting: string;
  readonly version?: string | undefined;
}

/** A text about a meeting, and what it depends on beside the meeting and the origin. */
interface Telling<Subject> {
  readonly name: string;
  readonly tell: (subject: Subject) => string | Promise<string>;
}

/** A meeting as it is or was known, and all that had happened to it. */
interface Told {
  readonly state: MeetingState;
  readonly moments: readonly Moment[];
}

/** Its octets, or why there are none. */
type Text = Uint8Array | Response;

/** The events of a meeting up to a version. */
const logAt = async (env: Env, { body, meeting, version }: MeetingAddress): Promise<readonly LogEntry[] | Response> => {
  const log = await readLog(env, body, meeting);
  if (log.length === 0) return noMeeting();
  const upTo = Number(version);
  return Number.isInteger(upTo) && upTo >= 1 && upTo <= log.length
    ? log.slice(0, upTo)
    : problemResponse({ code: "no-such-version", detail: `Its versions are 1 to ${log.length}.` });
};

/** As it was known then: told anew each time. */
const textThen = async (
  env: Env,
  address: MeetingAddress,
  tell: (moments: readonly Moment[]) => Promise<string | undefined>,
): Promise<Text> => {
  const log = await logAt(env, address);
  if (log instanceof Response) return log;
  const text = await tell(replay(log));
  return text === undefined ? noMeeting() : new TextEncoder().encode(text);
};

/**
 * As it is: told once for each of its revisions, since a page is asked for by many, and a long history takes long to go through.
 * @param fetch what it is told from, if that is to be done
 */
const textNow = async <Subject>(
  env: Env,
  { body, meeting }: MeetingAddress,
  { name, tell }: Telling<Subject>,
  fetch: (calendar: MeetingCalendar) => Promise<Subject>,
): Promise<Text> => {
  const reading = await meetingReading(env, body, meeting);
  if (!reading) return noMeeting();
  const key = JSON.stringify([name, body, meeting, originOf(env), reading.revision]);
  const known = findRendered(key);
  if (known) return known.text;
  const subject = await fetch(reading.value);
  // Those who asked meanwhile find what the first of them was told.
  const text = findRendered(key) ?? (await tell(subject));
  return typeof text === "string" ? renderedOnce(key, () => text).text : text.text;
};

/** A text about a meeting at its address, to be served with the headers of its kind. */
export const meetingText = (env: Env, address: MeetingAddress, telling: Telling<MeetingCalendar>): Promise<Text> =>
  address.version === undefined
    ? textNow(env, address, telling, async (calendar) => calendar)
    : textThen(env, address, async (moments) => {
        const calendar = calendarAfter(moments);
        return calendar && telling.tell(calendar);
      });

/** A text about all that happened to a meeting. */
export const historyText = (env: Env, address: MeetingAddress, { name, tell }: Telling<Told>): Promise<Text> =>
  address.version === undefined
    ? textNow<{ readonly state: MeetingState; readonly log: readonly LogEntry[] }>(
        env,
        address,
        { name, tell: ({ state, log }) => tell({ state, moments: replay(log) }) },
        async ({ state }) => ({
          state,
          log: await readLog(env, address.body, address.meeting),
        }),
      )
    : textThen(env, address, async (moments) => {
        const last = moments.at(-1);
        return last && tell({ state: last.state, moments });
      });
