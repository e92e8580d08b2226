import { formatBodyFeedPath, formatBodyPath, formatMeetingFeedPath, formatMeetingPath } from "../../calendar/addresses.ts";
import type { meetingJson } from "../../api/meeting.ts";

/** Milliseconds after which an answer is none. */
const PATIENCE = 20_000;

export const fetchIn = (url: string): Promise<Response> => fetch(url, { signal: AbortSignal.timeout(PATIENCE) });

const textAt = async (url: string): Promise<string> => {
  const response = await fetchIn(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
};

/** The last part of each address below another that a page lists. */
const listedIn = (page: string, above: string): readonly string[] =>
  [...page.matchAll(/<h3><a href="([^"]+)">/g)].flatMap(([, path = ""]) => (path.startsWith(above) ? path.slice(above.length) : []));

/** A meeting as anyone can read it. */
export interface Published {
  readonly json: ReturnType<typeof meetingJson>;
  readonly feed: string;
}

export const bodiesAt = async (url: string): Promise<readonly string[]> => listedIn(await textAt(`${url}/`), "/");

export const meetingsAt = async (url: string, body: string): Promise<readonly string[]> =>
  listedIn(await textAt(`${url}${formatBodyPath(body)}`), `${formatBodyPath(body)}/`);

export const meetingAt = async (url: string, body: string, meeting: string): Promise<Published> => ({
  json: JSON.parse(await textAt(`${url}${formatMeetingPath(body, meeting)}.json`)) as Published["json"],
  feed: await textAt(`${url}${formatMeetingFeedPath(body, meeting)}`),
});

/** The feed of a body; undefined where it has no meeting yet. */
export const bodyFeedAt = async (url: string, body: string): Promise<string | undefined> => {
  const feed = `${url}${formatBodyFeedPath(body)}`;
  return (await fetchIn(feed)).status === 404 ? undefined : textAt(feed);
};
