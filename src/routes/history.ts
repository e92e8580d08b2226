import { calendarAfter, replay, type Moment } from "../calendar/replay.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { problemResponse } from "../problems.ts";
import { readLog, readMeeting } from "../store/bodies.ts";
import { noMeeting } from "./app.ts";

/** A meeting as an address names it: `version` is the query's, where the meeting is wanted as it was known then. */
export interface MeetingAddress {
  readonly body: string;
  readonly meeting: string;
  readonly version: string | undefined;
}

type Found<Value> = { readonly kind: "found"; readonly value: Value } | { readonly kind: "missing"; readonly response: Response };

const found = <Value>(value: Value | undefined): Found<Value> =>
  value === undefined ? { kind: "missing", response: noMeeting() } : { kind: "found", value };

/** What happened to a meeting, up to its version where one is named. */
export const momentsOf = async (env: Env, { body, meeting, version }: MeetingAddress): Promise<Found<readonly Moment[]>> => {
  const log = await readLog(env, body, meeting);
  if (log.length === 0) return found<readonly Moment[]>(undefined);
  const upTo = Number(version ?? log.length);
  return Number.isInteger(upTo) && upTo >= 1 && upTo <= log.length
    ? found(replay(log.slice(0, upTo)))
    : { kind: "missing", response: problemResponse({ code: "no-such-version", detail: `Its versions are 1 to ${log.length}.` }) };
};

/** A meeting as it is, or as it was known. */
export const meetingAt = async (env: Env, address: MeetingAddress): Promise<Found<MeetingCalendar>> => {
  if (address.version === undefined) return found(await readMeeting(env, address.body, address.meeting));
  const moments = await momentsOf(env, address);
  return moments.kind === "found" ? found(calendarAfter(moments.value)) : moments;
};
