import { readFileSync } from "node:fs";
import { parseMeetingRecord } from "../../meeting/parse.ts";
import type { MeetingRecord } from "../../meeting/record.ts";
import { createWebhookId, type EventMessage, type PostResult } from "../../standard-webhooks/client.ts";
import { isServed, sendEvent, type Sender } from "./client.ts";
import { pickWeighing, type WeighingOptions } from "./revision.ts";

/** Reads a Meeting record from a file, or says what is wrong with it and where. */
export const readRecordFile = (file: string): MeetingRecord => {
  const parsed = parseMeetingRecord(JSON.parse(readFileSync(file, "utf8")));
  if (parsed.ok) return parsed.value;
  throw new Error(
    [`${file} is not a Meeting record that can be announced:`, ...parsed.error.map(({ field, message }) => `  ${field}: ${message}`)].join(
      "\n",
    ),
  );
};

/** Registers the meeting's body if it is not there yet, then announces the meeting. */
export const announce = async (sender: Sender, record: MeetingRecord, now: number, isDryRun: boolean): Promise<PostResult> => {
  const { body } = record;
  const send = (event: Omit<EventMessage, "timestamp">): Promise<PostResult> =>
    sendEvent(
      sender,
      body.id,
      createWebhookId(),
      { timestamp: new Date(now).toISOString(), ...event, ...(isDryRun && { dryRun: true }) },
      now,
    );
  if (!(await isServed(`${sender.url}/${body.id}`))) {
    const registered = await send({ type: "body.registered", data: { body: body.id, record: body } });
    if (!registered.ok || isDryRun) return registered;
  }
  return send({ type: "meeting.announced", data: { body: body.id, meeting: record.id, record } });
};

/** How a record that revises is sent, and what its sender saw. */
export interface RevisionOptions extends WeighingOptions {
  readonly dryRun: boolean;
  /** When it was issued, if not now. */
  readonly at?: string | undefined;
  readonly expectedVersion: number;
}

/** Sends a record that revises a meeting that is announced. */
export const sendRevision = (
  sender: Sender,
  record: MeetingRecord,
  now: number,
  { dryRun, at, expectedVersion, ...weighing }: RevisionOptions,
): Promise<PostResult> =>
  sendEvent(
    sender,
    record.body.id,
    createWebhookId(),
    {
      type: "agenda.revised",
      timestamp: at ?? new Date(now).toISOString(),
      ...(dryRun && { dryRun }),
      data: { body: record.body.id, meeting: record.id, expectedVersion, record, ...pickWeighing(weighing) },
    },
    now,
  );

/** Announces a meeting unless the service has it. */
export const announceOnce = async (sender: Sender, record: MeetingRecord, now: number): Promise<void> => {
  if (await isServed(`${sender.url}/${record.body.id}/${record.id}.json`)) return;
  const sent = await announce(sender, record, now, false);
  if (!sent.ok) throw new Error(`${record.body.id}/${record.id} could not be announced: ${sent.error.detail}`);
};
