import { readRecordFile } from "../../src/cli/send/announce.ts";
import { sendEvent, type Sender } from "../../src/cli/send/client.ts";
import type { EventMessage } from "../../src/standard-webhooks/client.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { greatRecord } from "../support/great-record.ts";

/** A body with a meeting of all that a meeting may have. */
export interface GreatBody {
  readonly id: string;
  readonly meeting: string;
  readonly slots: number;
  /** How many events its meeting has had. */
  version: number;
}

const SHIPPED = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const MEETING = "great";

/** Sends an event, once more where it must wait, and counts it. */
export const say = async (sender: Sender, body: GreatBody, id: string, type: string, data: object, timestamp: string): Promise<void> => {
  const event: EventMessage = { type, timestamp, data: { body: body.id, meeting: body.meeting, ...data } };
  const sent = await sendEvent(sender, body.id, id, event, Date.now());
  if (!sent.ok) throw new Error(`${type} to ${body.id}: ${sent.error.detail}`);
  body.version += 1;
};

/** Tells of the room of a sitting, each time another. */
export const relocate = (sender: Sender, body: GreatBody, at: number): Promise<void> =>
  say(
    sender,
    body,
    `told-${at}`,
    "slot.relocated",
    { slot: String(1 + (at % body.slots)), venue: `Room ${at}` },
    new Date(Date.UTC(2020, 0, 1) + at * 1000).toISOString(),
  );

/** Registers a body, announces its meeting, and tells of it so many facts, of which some of the latest are withdrawn. */
export const makeGreatBody = async (
  sender: Sender,
  id: string,
  { slots, events, withdrawn }: { readonly slots: number; readonly events: number; readonly withdrawn: number },
): Promise<GreatBody> => {
  const body: GreatBody = { id, meeting: MEETING, slots, version: 0 };
  const record: MeetingRecord = { ...greatRecord(SHIPPED, MEETING, slots, slots / 2), body: { ...SHIPPED.body, id } };
  const registered: EventMessage = { type: "body.registered", timestamp: "2009-12-10T00:00:00Z", data: { body: id, record: record.body } };
  await sendEvent(sender, id, `registered-${id}`, registered, Date.now());
  await say(sender, body, "announced", "meeting.announced", { record }, "2010-01-01T00:00:00Z");
  for (let at = 0; at < events; at += 1) await relocate(sender, body, at);
  for (let at = events - 1; at >= events - withdrawn; at -= 1)
    await say(sender, body, `withdrawn-${at}`, "event.withdrawn", { event: `told-${at}` }, "2021-01-01T00:00:00Z");
  return body;
};
