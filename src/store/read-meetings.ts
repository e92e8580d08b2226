import type { MeetingCalendar } from "../calendar/views.ts";
import { peekMeeting, readMeeting } from "./cached-reads.ts";
import { expireAfter } from "./expire-after.ts";
import { joinCurrent, type VersionedValue } from "./revalidating-cache.ts";

/** A meeting as an address names it. */
interface MeetingName {
  readonly body: string;
  readonly meeting: string;
}

/** Milliseconds for which one body is waited for by who reads several. */
const MAX_WAIT = 5000;

/**
 * A meeting; where its body can't be reached in time, as this process read it last, since to leave it out would be to take it out of
 * calendars. Throws where it was never read: a client keeps what it has.
 */
const readOrPeek = async (env: Env, { body, meeting }: MeetingName, expiry: Promise<never>) => {
  try {
    return await Promise.race([readMeeting(env, body, meeting), expiry]);
  } catch (error) {
    const last = peekMeeting(body, meeting);
    if (!last) throw error;
    console.error(JSON.stringify({ fault: "storage", body, served: "what was read last", error: String(error) }));
    return last;
  }
};

const isNeverCurrent = (): boolean => false;

/** Meetings of several bodies, each undefined where there is none, of which one that can't be reached does not keep the others back. */
export const readMeetings = async (
  env: Env,
  names: readonly MeetingName[],
): Promise<Pick<VersionedValue<readonly (MeetingCalendar | undefined)[]>, "value" | "isCurrent">> => {
  const timeout = new AbortController();
  const expiry = expireAfter(MAX_WAIT, timeout.signal);
  try {
    const reads = await Promise.all(names.map((name) => readOrPeek(env, name, expiry)));
    return {
      value: reads.map((read) => read?.value),
      // What is not there may come at any time.
      isCurrent: joinCurrent(...reads.map((read) => read?.isCurrent ?? isNeverCurrent)),
    };
  } finally {
    timeout.abort();
  }
};
