import { formatBodyFeedPath, formatBodyPath, formatMeetingFeedPath, formatMeetingPath } from "../../calendar/addresses.ts";
import type { buildMeetingJson } from "../../api/meeting.ts";
import type { ListedBodies, ListedBody, MeetingSummary } from "../../api/schemas/bodies.ts";

/** Milliseconds after which an answer is none. */
const PATIENCE = 20_000;

export const fetchIn = (url: string): Promise<Response> => fetch(url, { signal: AbortSignal.timeout(PATIENCE) });

const readText = async (url: string): Promise<string> => {
  const response = await fetchIn(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
};

/** A meeting as anyone can read it. */
export interface Published {
  readonly json: ReturnType<typeof buildMeetingJson>;
  readonly feed: string;
}

const readJson = async <Answer>(url: string): Promise<Answer> => JSON.parse(await readText(url)) as Answer;

/** The ids of all bodies. */
export const fetchBodies = async (url: string): Promise<readonly string[]> =>
  (await readJson<ListedBodies>(`${url}/bodies.json`)).bodies.map(({ body }) => body);

/** The meetings of a body, the latest first. */
export const fetchMeetings = async (url: string, body: string): Promise<readonly MeetingSummary[]> =>
  (await readJson<ListedBody>(`${url}${formatBodyPath(body)}.json`)).meetings;

export const fetchPublished = async (url: string, body: string, meeting: string): Promise<Published> => ({
  json: await readJson<Published["json"]>(`${url}${formatMeetingPath(body, meeting)}.json`),
  feed: await readText(`${url}${formatMeetingFeedPath(body, meeting)}`),
});

/** How many events a meeting has had. */
export const readVersion = async (url: string, body: string, meeting: string): Promise<number> =>
  (await readJson<Published["json"]>(`${url}${formatMeetingPath(body, meeting)}.json`)).version;

/** The feed of a body; undefined where it has no meeting yet. */
export const fetchBodyFeed = async (url: string, body: string): Promise<string | undefined> => {
  const feed = `${url}${formatBodyFeedPath(body)}`;
  return (await fetchIn(feed)).status === 404 ? undefined : readText(feed);
};
