import type { MeetingChoice, Selection } from "../calendar/selection.ts";
import { expireAfter } from "../store/expire-after.ts";
import { findMovedBody } from "./moved-bodies.ts";
import { findMovedMeeting } from "./moved-meetings.ts";

/** Milliseconds for which bodies are waited for. */
const MAX_WAIT = 5000;

/** The same choice under today's ids; where its body can't be reached, as it was: it keeps no other back. */
const findMovedChoice = async (env: Env, choice: MeetingChoice, expiry: Promise<never>): Promise<MeetingChoice> => {
  const find = async (): Promise<MeetingChoice> => {
    const body = (await findMovedBody(env, choice.body, choice.meeting)) ?? choice.body;
    return { ...choice, body, meeting: (await findMovedMeeting(env, body, choice.meeting)) ?? choice.meeting };
  };
  try {
    return await Promise.race([find(), expiry]);
  } catch (error) {
    console.error(JSON.stringify({ fault: "storage", body: choice.body, served: "as it was chosen", error: String(error) }));
    return choice;
  }
};

/** The same selection under today's ids, for one with meetings that are under others by now; undefined for all others. */
export const findMovedSelection = async (env: Env, selection: Selection): Promise<Selection | undefined> => {
  const timeout = new AbortController();
  const expiry = expireAfter(MAX_WAIT, timeout.signal);
  try {
    const now = await Promise.all(selection.map((choice) => findMovedChoice(env, choice, expiry)));
    return now.some(({ body, meeting }, at) => body !== selection[at]?.body || meeting !== selection[at]?.meeting) ? now : undefined;
  } finally {
    timeout.abort();
  }
};
