import { isDeepEqual } from "../../meeting/deep-equal.ts";
import { buildMeetingJson } from "../../api/meeting.ts";
import type { Health } from "../../api/schemas/health.ts";
import { checkFeed } from "./feed-check.ts";
import { reportFailure, reportOk, reportWarning, type Finding } from "./finding.ts";
import { downloadLog } from "../log/transfer.ts";
import { verifyLog } from "../log/verify.ts";
import { fetchIn, fetchBodies, fetchBodyFeed, fetchPublished, fetchMeetings } from "./public-site.ts";
import type { Sender } from "../send/client.ts";
import type { Heads } from "./backup.ts";
import { listObjects } from "./stored-objects.ts";

const OLDER = "Restore an older backup, and see what damaged this one.";

/** What is wrong with one body of a restored service, and how much there is of it. */
interface Restored {
  readonly events: number;
  readonly meetings: number;
  readonly faults: readonly string[];
}

const findFeedFaults = (feed: string, url: string): readonly string[] => {
  const checked = checkFeed(feed, url);
  return checked.ok ? [] : [`the feed is wrong: ${checked.error}`];
};

/** Reads all that a body shows, and folds its log anew. */
const readBody = async (sender: Sender, body: string, head: string | undefined): Promise<Restored> => {
  const { url } = sender;
  const { fold, proofs } = await verifyLog(await downloadLog(sender, body), undefined);
  if (!fold.ok) return { events: 0, meetings: 0, faults: [`${body}: line ${fold.error.line} of the log: ${fold.error.why}`] };
  const { events, meetingIds, meetings } = fold.value;
  const shown = (await fetchMeetings(url, body)).map(({ meeting }) => meeting);
  const faults = [
    ...(head !== undefined && fold.value.head !== head ? [`${body}: its log does not end as it did when the backup was made`] : []),
    ...proofs.flatMap((proof) => (proof.kind === "false" ? [`${body}: position ${proof.position}: ${proof.why}`] : [])),
    ...meetingIds.filter((id) => !shown.includes(id)).map((id) => `${body}/${id} is in the log, and is not shown`),
    ...findFeedFaults((await fetchBodyFeed(url, body)) ?? "", url)
      .filter(() => meetingIds.length > 0)
      .map((why) => `${body}: ${why}`),
  ];
  faults.push(...shown.filter((id) => !meetingIds.includes(id)).map((id) => `${body}/${id} is shown, and is not in the log`));
  for (const meeting of meetings) {
    const { id } = meeting.state.record;
    if (!shown.includes(id)) continue;
    const { json, feed } = await fetchPublished(url, body, id);
    if (!isDeepEqual(json, buildMeetingJson(meeting))) faults.push(`${body}/${id} is not what its log comes to`);
    faults.push(...findFeedFaults(feed, url).map((why) => `${body}/${id}: ${why}`));
  }
  return { events, meetings: shown.length, faults };
};

const readRestored = async (sender: Sender, body: string, head: string | undefined): Promise<Restored> => {
  try {
    return await readBody(sender, body, head);
  } catch (error) {
    return { events: 0, meetings: 0, faults: [`${body}: ${error instanceof Error ? error.message : String(error)}`] };
  }
};

const checkDirectory = (registered: number, stored: number): readonly Finding[] => {
  return registered < stored
    ? [
        reportWarning(
          `${stored} bodies are stored, ${registered} registered.`,
          "A registration that was refused leaves one behind; if there was none, see an older backup.",
        ),
      ]
    : [];
};

/** Reads a service that was made of a backup: every body, meeting, feed and log. */
export const checkRestored = async (sender: Sender, objects: string, heads: Heads): Promise<readonly Finding[]> => {
  const bodies = await fetchBodies(sender.url);
  const read: Restored[] = [];
  for (const body of bodies) read.push(await readRestored(sender, body, heads[body]));
  const health = (await (await fetchIn(`${sender.url}/healthz`)).json()) as Health;
  const faults = [
    ...read.flatMap((body) => body.faults),
    ...health.faults.map(({ at, fault }) => `${at}: ${fault}`),
    ...(health.storage === "ok" ? [] : ["It can't be written, or its directory can't be read"]),
  ];
  const total = (of: "events" | "meetings"): number => read.reduce((sum, body) => sum + body[of], 0);
  const counts = `${bodies.length} bodies, ${total("meetings")} meetings, ${total("events")} events`;
  return [
    ...checkDirectory(bodies.length, listObjects(objects, "plenary-body").length),
    ...faults.map((fault) => reportFailure(`${fault}.`, OLDER)),
    ...(faults.length > 0
      ? [reportFailure(`Not all of ${counts} can be had from it.`, OLDER)]
      : [reportOk(`${counts}: every feed can be read, and every meeting is what its log comes to.`)]),
  ];
};
