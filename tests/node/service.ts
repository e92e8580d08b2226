import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildService } from "../../src/cli/service/build.ts";
import { waitForExit, startService } from "../../src/cli/service/runtime.ts";
import type { Reach } from "../../src/cli/service/workerd-config.ts";
import { sendEvent, type Sender } from "../../src/cli/send/client.ts";
import type { BodyRecord, MeetingRecord } from "../../src/meeting/record.ts";
import { createWebhookId } from "../../src/standard-webhooks/client.ts";
import { findFreePort } from "./processes.ts";

const KEY = "whsec_dGhlIGNoZWNrIG9mIGZlZWRzIHNpZ25zIHdpdGggdGhpcyBrZXk=";

/** What happened, in the words of the event's data, but for the body and the meeting. */
type Happening = { readonly type: string } & Readonly<Record<string, unknown>>;

/** A secretariat that speaks to a service through its one door. */
interface Secretariat {
  readonly register: (body: BodyRecord) => Promise<void>;
  readonly announce: (record: MeetingRecord, timestamp?: string) => Promise<void>;
  readonly report: (record: MeetingRecord, happening: Happening, timestamp?: string) => Promise<void>;
}

/** The real service, on a free port and a state folder of its own. */
export interface Service extends Secretariat, Sender {
  /** The folder of its state. */
  readonly state: string;
  readonly get: (path: string) => Promise<Response>;
  /** Stops it; it can be started again, with all that it knew. */
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  /** Stops it for good, and deletes its state. */
  readonly stop: () => Promise<void>;
}

const secretariatOf = (sender: Sender): Secretariat => {
  const send = async (
    type: string,
    data: Readonly<Record<string, unknown>> & { readonly body: string },
    timestamp = "2010-01-28T09:20:00Z",
  ): Promise<void> => {
    const event = { type, timestamp, data };
    const sent = await sendEvent(sender, data.body, createWebhookId(), event, Date.now());
    if (!sent.ok) throw new Error(`${type} of ${data.body} was refused: ${sent.error.detail}`);
  };
  return {
    register: (record) => send("body.registered", { body: record.id, record }),
    announce: (record, timestamp) => send("meeting.announced", { body: record.body.id, meeting: record.id, record }, timestamp),
    report: ({ body, id }, { type, ...data }, timestamp) => send(type, { body: body.id, meeting: id, ...data }, timestamp),
  };
};

/** Starts the service; links that it gives out begin with `publicOrigin`, or with where it listens. */
export const startTestService = async (publicOrigin?: string, reach: Reach = "public", mailServer?: string): Promise<Service> => {
  const state = mkdtempSync(join(tmpdir(), "plenary-state-"));
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const started = (): Promise<ChildProcess> =>
    startService({ port, state, publicOrigin: publicOrigin ?? url, operatorKey: KEY, reach, mailServer, output: console.info });
  buildService(state);
  let service = await started();
  // Without waiting for those who follow a meeting: that would be for ever.
  const pause = async (): Promise<void> => {
    service.kill("SIGKILL");
    await waitForExit(service);
  };
  return {
    url,
    state,
    secret: KEY,
    ...secretariatOf({ url, secret: KEY }),
    get: async (path) => {
      const response = await fetch(`${url}${path}`);
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      return response;
    },
    pause,
    resume: async () => {
      service = await started();
    },
    stop: async () => {
      await pause();
      rmSync(state, { recursive: true });
    },
  };
};
