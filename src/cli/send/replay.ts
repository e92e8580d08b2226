import { formatMeetingPath } from "../../calendar/addresses.ts";
import type { PostResult } from "../../standard-webhooks/client.ts";
import { readJsonIfThere, sendEvent, type Sender } from "./client.ts";
import type { FileEvent, Subject } from "./event-file.ts";

/** An event of a file, and what the service answered. */
interface Replayed extends FileEvent {
  /** Whether the service had accepted it before, and only answers again. */
  readonly isRepeat: boolean;
  readonly sent: PostResult;
}

/**
 * Sends events one after the other, and ends after the first that is refused. What was accepted before is answered as it was then:
 * the meeting has had as many events already.
 */
export async function* replayEvents(
  sender: Sender,
  { body, meeting }: Subject,
  events: readonly FileEvent[],
  clock: () => number,
): AsyncGenerator<Replayed> {
  const known = (await readJsonIfThere(`${sender.url}${formatMeetingPath(body, meeting)}.json`)) as
    | { readonly version: number }
    | undefined;
  for (const event of events) {
    const { id, ...message } = event;
    const sent = await sendEvent(sender, body, id, message, clock());
    yield { ...event, isRepeat: sent.ok && known !== undefined && sent.value.version <= known.version, sent };
    if (!sent.ok) return;
  }
}
