import { readRecordFile } from "../../../src/cli/send/announce.ts";
import { sendEvent, type Sender } from "../../../src/cli/send/client.ts";
import type { MeetingRecord } from "../../../src/meeting/record.ts";
import { createWebhookId } from "../../../src/standard-webhooks/client.ts";
import { greatRecord } from "../../support/great-record.ts";

/** A meeting of a body of its own, and what may be moved in it. */
export interface Measured {
  readonly name: string;
  readonly record: MeetingRecord;
  /** An item that is taken up in the first of two sittings. */
  readonly item: string;
  readonly from: string;
  readonly to: string;
}

const SHIPPED = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");

/** Days to come: what is over does not change any more. */
const shiftDays = (record: MeetingRecord): MeetingRecord =>
  JSON.parse(JSON.stringify(record).replaceAll("2010-01-2", "2031-03-0")) as MeetingRecord;

export const makeShipped = (): Measured => {
  const body = { ...SHIPPED.body, id: "shipped" };
  return { name: "shipped", record: { ...shiftDays(SHIPPED), body }, item: "3", from: "2", to: "5" };
};

export const makeGreat = (slots: number, items: number): Measured => {
  const record = { ...greatRecord(SHIPPED, "great", slots, items), body: { ...SHIPPED.body, id: "great" } };
  return { name: "great", record, item: "3", from: "2", to: "5" };
};

/** Tells something of a meeting, and returns the id under which it did. */
export const tell = async (
  sender: Sender,
  { record }: Measured,
  type: string,
  data: object = {},
  timestamp = new Date().toISOString(),
): Promise<string> => {
  const id = createWebhookId();
  const event = { type, timestamp, data: { body: record.body.id, meeting: record.id, ...data } };
  const sent = await sendEvent(sender, record.body.id, id, event, Date.now());
  if (!sent.ok) throw new Error(`${type} to ${record.body.id}: ${JSON.stringify(sent.error)}`);
  return id;
};

export const announceMeeting = async (sender: Sender, measured: Measured): Promise<void> => {
  const { body } = measured.record;
  const registered = { type: "body.registered", timestamp: "2009-12-10T00:00:00Z", data: { body: body.id, record: body } };
  const sent = await sendEvent(sender, body.id, createWebhookId(), registered, Date.now());
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  await tell(sender, measured, "meeting.announced", { record: measured.record }, "2010-01-01T00:00:00Z");
};

const AT_ONCE = 8;

/** Tells so many facts of one instant, of which none is late, however they arrive. */
export const tellMany = async (sender: Sender, measured: Measured, count: number): Promise<readonly string[]> => {
  const ids: string[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const at = (next += 1);
      const slot = String(10 + (at % (measured.record.slots.length - 10)));
      ids.push(await tell(sender, measured, "slot.relocated", { slot, venue: `Room ${at}` }, "2020-01-01T00:00:00Z"));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return ids;
};
